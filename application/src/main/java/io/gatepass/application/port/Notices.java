package io.gatepass.application.port;

import io.gatepass.domain.oauth.Issuer;

/** What a person should see while something is under way; never part of a result. */
public interface Notices {
  /** Something is not as it should be, but work goes on. One sentence, no secret. */
  void warning(String sentence);

  /** Setup has found so many tools to configure. */
  void toolsFound(int count);

  /** A sign-in begins. */
  void signInStarted(Issuer issuer);

  /** Where the user can sign in by hand; shown when no browser is opened. */
  void authorizationUrl(String url);

  /** The sign-in is done; {@code user} names who signed in, or is empty. */
  void signInFinished(String user);

  /** The sign-in under way came to nothing; the failure itself is told elsewhere. */
  void signInAbandoned();
}
