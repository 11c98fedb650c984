package io.gatepass.e2e.proxy;

import java.util.List;

/**
 * Requests that the proxy must not forward. In each {@code |} stands for the end of a line, and
 * {@code [ok]} for a good Host and the local key.
 */
final class Attacks {
  private Attacks() {}

  /**
   * One of them.
   *
   * @param status what the proxy answers
   * @param bytes all that is sent
   */
  record Attack(int status, String bytes) {
    /** With everything filled in. */
    String with(String key) {
      return bytes
          .replace("[ok]", "Host: 127.0.0.1|x-api-key: " + key + "|")
          .replace("[key]", "x-api-key: " + key + "|")
          .replace("|", "\r\n");
    }
  }

  /** A web page, or a name that leads here (DNS rebinding). */
  static List<Attack> fromTheWeb() {
    return List.of(
        new Attack(403, "GET /v1/models HTTP/1.1|Host: evil.example|[key]|"),
        new Attack(403, "GET /v1/models HTTP/1.1|Host: 127.0.0.1.evil.example|[key]|"),
        new Attack(403, "GET /v1/models HTTP/1.1|Host: localhost.evil.example:80|[key]|"),
        new Attack(403, "GET /v1/models HTTP/1.1|Host: 192.168.1.1|[key]|"),
        new Attack(403, "GET /v1/models HTTP/1.0|[key]|"),
        new Attack(403, "GET /v1/models HTTP/1.1|[ok]Origin: https://evil.example|" + "|"),
        new Attack(403, "GET /v1/models HTTP/1.1|[ok]Origin: null||"),
        new Attack(403, "GET /v1/models HTTP/1.1|[ok]Origin: http://localhost@evil.example||"),
        new Attack(403, "GET /v1/models HTTP/1.1|[ok]Sec-Fetch-Site: cross-site||"),
        new Attack(403, "GET /v1/models HTTP/1.1|[ok]Sec-Fetch-Site: same-site||"),
        new Attack(
            403,
            "OPTIONS /v1/models HTTP/1.1|Host: 127.0.0.1|Origin: https://evil.example|"
                + "Access-Control-Request-Method: POST||"),
        new Attack(403, "GET /.gatepass/metrics HTTP/1.1|Host: evil.example||"));
  }

  /** No key, or another. */
  static List<Attack> withoutTheKey() {
    String other = "k".repeat(43);
    return List.of(
        new Attack(401, "GET /v1/models HTTP/1.1|Host: localhost||"),
        new Attack(401, "GET /v1/models HTTP/1.1|Host: localhost|x-api-key: " + other + "||"),
        new Attack(401, "GET /v1/models?key=" + other + " HTTP/1.1|Host: localhost||"),
        new Attack(401, "GET /v1/models HTTP/1.1|Host: localhost|Authorization: Bearer||"),
        new Attack(401, "GET //.gatepass/health HTTP/1.1|Host: localhost||"),
        new Attack(404, "GET /.gatepass/../.gatepass/v1 HTTP/1.1|Host: localhost||"));
  }

  /** To another server by way of this one. */
  static List<Attack> throughToOthers() {
    return List.of(
        new Attack(400, "CONNECT evil.example:443 HTTP/1.1|Host: evil.example:443|[key]|"),
        new Attack(400, "CONNECT 127.0.0.1:22 HTTP/1.1|Host: 127.0.0.1:22|[key]|"),
        new Attack(400, "GET http://evil.example/v1 HTTP/1.1|Host: evil.example|[key]|"),
        new Attack(400, "GET http://evil.example/v1 HTTP/1.1|[ok]|"),
        new Attack(400, "GET https://127.0.0.1/v1 HTTP/1.1|[ok]|"),
        new Attack(400, "GET http://127.0.0.1:22/v1 HTTP/1.1|Host: 127.0.0.1:22|[key]|"),
        new Attack(400, "GET http://evil.example@127.0.0.1/v1 HTTP/1.1|[ok]|"),
        new Attack(400, "OPTIONS * HTTP/1.1|[ok]|"),
        new Attack(400, "TRACE /v1 HTTP/1.1|[ok]|"));
  }

  /** One request that others might read as two, or as another. */
  static List<Attack> smuggling() {
    String chunked = "Transfer-Encoding: chunked|";
    return List.of(
        post("Content-Length: 5|" + chunked + "|0||"),
        post(chunked + "Content-Length: 5||0||"),
        post("Content-Length: 4|Content-Length: 5||12345"),
        post("Content-Length: 4, 5||12345"),
        post("Content-Length: +4||1234"),
        post("Content-Length: -4||1234"),
        post("Content-Length: 0x4||1234"),
        post("Content-Length : 4||1234"),
        post("Transfer-Encoding : chunked||0||"),
        post("Transfer-Encoding: xchunked||0||"),
        post("Transfer-Encoding: gzip, chunked||0||"),
        post("Transfer-Encoding: chunked, identity||0||"),
        post(chunked + chunked + "|0||"),
        post(chunked + "|zz||"),
        post(chunked + "|-1||"),
        post(chunked + "|fffffffffffffffff|"),
        post(chunked + "|1\n1|0||"),
        new Attack(400, "POST /v1/models HTTP/1.0|[ok]" + chunked + "|0||"));
  }

  /** Heads that are none. */
  static List<Attack> malformed() {
    return List.of(
        post("X: a| folded||"),
        post(" X: folded||"),
        post("X: a\rContent-Length: 4||1234"),
        post("X: a\nContent-Length: 4||1234"),
        post("X: a\0b||"),
        post("X||"),
        post(": x||"),
        post("Host: 127.0.0.1||"),
        new Attack(400, "GET /v1/models HTTP/1.1\n[ok]|"),
        new Attack(400, "GET /v1/models HTTP/1.1|[key]|"),
        new Attack(400, "G\1T /v1/models HTTP/1.1|[ok]|"),
        new Attack(400, "PRI * HTTP/2.0||SM||"),
        new Attack(505, "GET /v1/models|"));
  }

  /** More than a head may be. */
  static List<Attack> oversized() {
    String big = "x".repeat(40_000);
    return List.of(
        new Attack(431, "GET /v1/models HTTP/1.1|[ok]X: " + big + "||"),
        new Attack(431, "GET /v1/models HTTP/1.1|[ok]" + "X: y|".repeat(10_000) + "|"),
        new Attack(414, "GET /" + big + " HTTP/1.1|[ok]|"));
  }

  private static Attack post(String rest) {
    return new Attack(400, "POST /v1/models HTTP/1.1|[ok]" + rest);
  }
}
