package io.gatepass.adapters.oidc.http;

import io.gatepass.adapters.oidc.tls.UnknownAuthority;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.oauth.Issuer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** Says why the issuer could not be reached, and what to do about it. */
public final class Unreachable {
  private static final String RETRY = "Check the network connection and try again.";

  private Unreachable() {}

  /** No response came. */
  public static IssuerUnreachable because(Issuer issuer, IOException e) {
    return find(e, UnknownAuthority.class)
        .map(unknown -> unknownAuthority(issuer, unknown))
        .orElseGet(() -> new IssuerUnreachable(what(issuer, e), remedy(e), e));
  }

  /** A response came that is no answer: {@code what} completes "The issuer … ". */
  public static IssuerUnreachable answered(Issuer issuer, String what) {
    return new IssuerUnreachable(
        "The issuer " + issuer + " " + what + ".",
        "Try again later; if it goes on, tell whoever runs the issuer.");
  }

  /** The server said that it cannot serve the request now, or said what no OAuth server says. */
  public static IssuerUnreachable answered(Issuer issuer, HttpReply reply) {
    return answered(
        issuer,
        reply.isTrouble()
            ? "is in trouble (HTTP " + reply.status() + ")"
            : "gave an answer that is not OAuth's (HTTP " + reply.status() + ")");
  }

  private static IssuerUnreachable unknownAuthority(Issuer issuer, UnknownAuthority unknown) {
    return new IssuerUnreachable(
        "The issuer "
            + issuer
            + " shows a certificate signed by \""
            + unknown.authority()
            + "\", which is not trusted here.",
        "If your company's network signs certificates itself, save that authority's certificate as"
            + " a PEM file and run: gatepass config set --ca-file FILE",
        unknown);
  }

  private static String what(Issuer issuer, IOException e) {
    String subject = "The issuer " + issuer + " ";
    if (e instanceof UnknownHostException) {
      return subject + "was not found: its host name has no address.";
    }
    if (e instanceof ConnectTimeoutException || e instanceof InterruptedIOException) {
      return subject + "did not answer in time.";
    }
    if (e instanceof ConnectException) {
      return subject + "does not accept connections.";
    }
    if (e instanceof IssuerHttp.TooLong) {
      return subject + "sent more than a megabyte where a short answer was due.";
    }
    return e instanceof SSLException ? tls(issuer, e) : subject + "broke the connection off.";
  }

  private static String tls(Issuer issuer, IOException e) {
    String subject = "The certificate of the issuer " + issuer + " ";
    if (find(e, CertificateExpiredException.class).isPresent()) {
      return subject + "has expired, by this machine's clock.";
    }
    if (find(e, CertificateNotYetValidException.class).isPresent()) {
      return subject + "is not valid yet, by this machine's clock.";
    }
    if (e instanceof SSLPeerUnverifiedException || mentionsName(e)) {
      return subject + "is not for that host name.";
    }
    return "No secure connection to the issuer " + issuer + " could be made.";
  }

  /** JSSE has no type of its own for a host name that does not match. */
  private static boolean mentionsName(IOException e) {
    return String.valueOf(e.getMessage()).contains("subject alternative");
  }

  private static String remedy(IOException e) {
    return e instanceof SSLException
        ? "Check this machine's clock and the issuer's address, and try again."
        : RETRY;
  }

  private static <T extends Throwable> Optional<T> find(Throwable e, Class<T> type) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
    }
    return Optional.empty();
  }
}
