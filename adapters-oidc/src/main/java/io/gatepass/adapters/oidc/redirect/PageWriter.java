package io.gatepass.adapters.oidc.redirect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Writes pages as self-contained HTML: nothing is loaded, no script runs, nothing is stored, nobody
 * may frame it, and the address (in which the code was) goes to nobody.
 */
final class PageWriter {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");
  private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

  private final String template;
  private final String policy;

  PageWriter() {
    template = resource("page.html").replace("\r\n", "\n");
    policy =
        "default-src 'none'; style-src 'sha256-"
            + hash(style(template))
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  void write(Page page, Response response, Callback callback) {
    response.setStatus(page.status());
    setHeaders(response.getHeaders());
    response.write(true, ByteBuffer.wrap(html(page).getBytes(StandardCharsets.UTF_8)), callback);
  }

  String html(Page page) {
    Map<String, String> values =
        Map.of(
            "title", page.title(),
            "text", page.text(),
            "next", page.next(),
            "mood", page.mood().name().toLowerCase(Locale.ROOT),
            "mark", page.mood().mark());
    return PLACE
        .matcher(template)
        .replaceAll(place ->
            Matcher.quoteReplacement(escaped(Objects.requireNonNull(values.get(place.group(1))))));
  }

  void setHeaders(HttpFields.Mutable headers) {
    headers.put("Content-Type", "text/html; charset=utf-8");
    headers.put("Cache-Control", "no-store");
    headers.put("Content-Security-Policy", policy);
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Connection", "close");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String style(String html) {
    Matcher matcher = STYLE.matcher(html);
    if (!matcher.find()) {
      throw new IllegalStateException("the page has no style");
    }
    return matcher.group(1);
  }

  private static String resource(String name) {
    try (InputStream stream = PageWriter.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("a part of gatepass is missing: " + name, e);
    }
  }

  private static String hash(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
