package io.gatepass.application.port;

import io.gatepass.domain.oauth.Issuer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notices kept for a test to look at. */
public final class RecordingNotices implements Notices {
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final List<String> progress = new CopyOnWriteArrayList<>();

  /** The warnings, in order. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Everything else, in order: "started …", "url …", "finished …", "abandoned". */
  public List<String> progress() {
    return List.copyOf(progress);
  }

  @Override
  public void warning(String sentence) {
    warnings.add(sentence);
  }

  @Override
  public void toolsFound(int count) {
    progress.add("found " + count);
  }

  @Override
  public void signInStarted(Issuer issuer) {
    progress.add("started " + issuer);
  }

  @Override
  public void authorizationUrl(String url) {
    progress.add("url " + url);
  }

  @Override
  public void signInFinished(String user) {
    progress.add("finished " + user);
  }

  @Override
  public void signInAbandoned() {
    progress.add("abandoned");
  }
}
