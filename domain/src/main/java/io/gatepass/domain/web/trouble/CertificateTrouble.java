package io.gatepass.domain.web.trouble;

import java.io.IOException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why no secure connection could be made. */
final class CertificateTrouble {
  private static final String TRUST =
      "If this authority is your company's, save its certificate as a PEM file and run: gatepass"
          + " config set --ca-file FILE (or name the file in SSL_CERT_FILE, or add it to the"
          + " system's certificates).";

  private static final String CLOCK =
      "Set this machine's clock right and try again; if it is right, tell whoever runs the server.";

  private CertificateTrouble() {}

  static ConnectionTrouble of(String server, IOException failure) {
    return ConnectionTrouble.causeOf(failure, UnknownAuthority.class)
        .map(unknown -> unknownAuthority(server, unknown))
        .orElseGet(() -> invalid(server, failure));
  }

  private static ConnectionTrouble unknownAuthority(String server, UnknownAuthority unknown) {
    String name = "\"" + unknown.authority() + "\"";
    return unknown.isSelfSigned()
        ? new ConnectionTrouble(
            "The certificate of "
                + server
                + " is signed by itself, "
                + name
                + ", not trusted here.",
            TRUST.replace("this authority is your company's", "it is to be trusted all the same"))
        : new ConnectionTrouble(
            "The certificate of " + server + " is signed by " + name + ", not trusted here.",
            TRUST);
  }

  private static ConnectionTrouble invalid(String server, IOException failure) {
    String subject = "The certificate of " + server;
    if (ConnectionTrouble.causeOf(failure, CertificateExpiredException.class).isPresent()) {
      return new ConnectionTrouble(subject + " has expired, by this machine's clock.", CLOCK);
    }
    if (ConnectionTrouble.causeOf(failure, CertificateNotYetValidException.class).isPresent()) {
      return new ConnectionTrouble(subject + " is not valid yet, by this machine's clock.", CLOCK);
    }
    if (failure instanceof SSLPeerUnverifiedException || isOfAnotherName(failure)) {
      return new ConnectionTrouble(
          subject + " is not for that host name.",
          "Check the address in the settings; if it is right, tell whoever runs the server.");
    }
    return new ConnectionTrouble(
        "No secure connection to " + server + " could be made.",
        "Try again; if it goes on, check whether something on the network breaks secure"
            + " connections off.");
  }

  /** JSSE has no type of its own for a host name that does not match. */
  private static boolean isOfAnotherName(IOException failure) {
    return String.valueOf(failure.getMessage()).contains("subject alternative");
  }
}
