package io.gatepass.application.port;

import io.gatepass.domain.oauth.Issuer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers for which issuers a person was wanted. */
public final class RecordingAttention implements Attention {
  private final List<Issuer> wanted = new CopyOnWriteArrayList<>();

  /** The issuers, in order. */
  public List<Issuer> wanted() {
    return List.copyOf(wanted);
  }

  @Override
  public void signInWanted(Issuer issuer) {
    wanted.add(issuer);
  }
}
