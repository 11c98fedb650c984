package io.gatepass.domain.gateway;

/**
 * Where the loopback proxy listens.
 *
 * @param port a TCP port, 1024 to 65535
 */
public record ProxyAddress(int port) {
  /** The port where none is configured. */
  public static final int DEFAULT_PORT = 14000;

  /** Rejects a port outside 1024 to 65535. */
  public ProxyAddress {
    if (port < 1024 || port > 65535) {
      throw new IllegalArgumentException("port " + port + " is not between 1024 and 65535");
    }
  }

  /** The origin that tools are pointed at. */
  public String origin() {
    return "http://127.0.0.1:" + port;
  }
}
