package io.gatepass.adapters.http.proxy.listen;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.gatepass.domain.failure.ProxyPortTaken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks whoever has the port whether it is a proxy of ours. */
final class PortHolder {
  private static final int MILLISECONDS = 1000;
  private static final int ENOUGH = 4096;
  private static final Pattern PROXY =
      Pattern.compile("\"service\":\"gatepass-proxy\".*\"pid\":([0-9]{1,18})");

  private PortHolder() {}

  static ProxyPortTaken of(int port, IOException cause) {
    return processId(port)
        .map(processId -> ProxyPortTaken.byProxy(port, processId))
        .orElseGet(() -> ProxyPortTaken.bySomebody(port, cause));
  }

  private static Optional<Long> processId(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port),
          MILLISECONDS);
      socket.setSoTimeout(MILLISECONDS);
      String request =
          "GET /.gatepass/health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      Matcher answer =
          PROXY.matcher(new String(socket.getInputStream().readNBytes(ENOUGH), US_ASCII));
      return answer.find() ? Optional.of(Long.valueOf(answer.group(1))) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // whoever it is, it is not a proxy of ours
    }
  }
}
