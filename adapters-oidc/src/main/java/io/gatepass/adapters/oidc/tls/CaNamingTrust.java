package io.gatepass.adapters.oidc.tls;

import io.gatepass.domain.web.trouble.UnknownAuthority;
import java.net.Socket;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Decides as the trust manager it is given. Where a chain leads to no authority that one knows, a
 * second is asked, and where that does not know one either, it is said who signed: behind a
 * company's TLS inspection that name is what a person has to look for.
 */
final class CaNamingTrust extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager judge;
  private final Supplier<Optional<X509ExtendedTrustManager>> second;

  /**
   * Trust in two steps.
   *
   * @param second asked for only where it is needed, because it is dear
   */
  CaNamingTrust(
      X509ExtendedTrustManager judge, Supplier<Optional<X509ExtendedTrustManager>> second) {
    this.judge = judge;
    this.second = second;
  }

  /** One of the trust manager's questions. */
  @FunctionalInterface
  private interface Question {
    void ask(X509ExtendedTrustManager judge) throws CertificateException;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    decide(chain, judge -> judge.checkServerTrusted(chain, type, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    decide(chain, judge -> judge.checkServerTrusted(chain, type, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    decide(chain, judge -> judge.checkServerTrusted(chain, type));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    judge.checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    judge.checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    judge.checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return judge.getAcceptedIssuers();
  }

  private void decide(X509Certificate[] chain, Question question) throws CertificateException {
    try {
      question.ask(judge);
    } catch (CertificateException e) {
      if (chain.length == 0 || !leadsNowhere(e)) {
        throw e;
      }
      decideAgain(chain, question, e);
    }
  }

  private void decideAgain(X509Certificate[] chain, Question question, CertificateException first)
      throws CertificateException {
    X509ExtendedTrustManager other =
        second.get().orElseThrow(() -> new UnknownAuthority(chain, first));
    try {
      question.ask(other);
    } catch (CertificateException e) {
      throw leadsNowhere(e) ? new UnknownAuthority(chain, e) : e;
    }
  }

  private static boolean leadsNowhere(@Nullable Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertPathBuilderException) {
        return true;
      }
    }
    return false;
  }
}
