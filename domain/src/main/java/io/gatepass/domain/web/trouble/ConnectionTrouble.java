package io.gatepass.domain.web.trouble;

import io.gatepass.domain.web.proxy.ForwardProxy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Why no response came.
 *
 * @param what what happened: a sentence without a secret
 * @param remedy what can be done about it: a sentence
 */
public record ConnectionTrouble(String what, String remedy) {
  private static final String RETRY =
      "Check the network connection and try again; where the network wants a proxy, set"
          + " HTTPS_PROXY.";

  /**
   * The trouble behind a failure.
   *
   * @param server what was called, as in "the issuer https://login.example.com"
   */
  public static ConnectionTrouble of(String server, IOException failure) {
    return causeOf(failure, ThroughProxy.class)
        .map(through -> onTheWay(server, through))
        .orElseGet(() -> direct(server, failure));
  }

  /** The first of that type among a failure and its causes. */
  static <T extends Throwable> Optional<T> causeOf(Throwable failure, Class<T> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
    }
    return Optional.empty();
  }

  private static ConnectionTrouble direct(String server, IOException failure) {
    return failure instanceof SSLException
        ? CertificateTrouble.of(server, failure)
        : new ConnectionTrouble(sentence(capitalised(server), failure), RETRY);
  }

  private static String capitalised(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String sentence(String subject, IOException failure) {
    return switch (failure) {
      case UnknownHostException _ -> subject + " was not found: its host name has no address.";
      case InterruptedIOException _ -> subject + " did not answer in time.";
      case ConnectException _ -> subject + " does not accept connections.";
      default -> subject + " broke the connection off.";
    };
  }

  private static ConnectionTrouble onTheWay(String server, ThroughProxy through) {
    ForwardProxy proxy = through.proxy();
    String subject = "The proxy " + proxy.address() + " on the way to " + server;
    return switch (through.failure()) {
      case SSLException failure -> CertificateTrouble.of(server, failure);
      case ThroughProxy.Refused refused -> refused(subject, proxy, refused.status());
      case IOException failure ->
          new ConnectionTrouble(
              sentence(subject, failure),
              "Check the network connection and the environment variable "
                  + proxy.variable()
                  + "; NO_PROXY names the servers that are reached without it.");
    };
  }

  private static ConnectionTrouble refused(String subject, ForwardProxy proxy, int status) {
    if (status == 407) {
      return new ConnectionTrouble(
          subject
              + (proxy.authorization().isPresent()
                  ? " does not take the user name and password of " + proxy.variable() + "."
                  : " wants a user name and a password."),
          "Set " + proxy.variable() + " to http://USER:PASSWORD@HOST:PORT and try again.");
    }
    return new ConnectionTrouble(
        subject + " did not connect to it (HTTP " + status + ").",
        "Try again later; if it goes on, ask whoever runs the proxy to let this address through.");
  }
}
