package io.gatepass.adapters.oidc.stub;

import io.gatepass.application.port.Notices;
import io.gatepass.domain.oauth.Issuer;
import java.util.function.Consumer;

/** Passes notices on, and tells somebody the moment an address is printed. */
final class WatchedNotices implements Notices {
  private final Notices notices;
  private final Consumer<String> reader;

  WatchedNotices(Notices notices, Consumer<String> reader) {
    this.notices = notices;
    this.reader = reader;
  }

  @Override
  public void warning(String sentence) {
    notices.warning(sentence);
  }

  @Override
  public void toolsFound(int count) {
    notices.toolsFound(count);
  }

  @Override
  public void signInStarted(Issuer issuer) {
    notices.signInStarted(issuer);
  }

  @Override
  public void authorizationUrl(String url) {
    notices.authorizationUrl(url);
    reader.accept(url);
  }

  @Override
  public void signInFinished(String user) {
    notices.signInFinished(user);
  }

  @Override
  public void signInAbandoned() {
    notices.signInAbandoned();
  }
}
