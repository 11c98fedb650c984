package io.gatepass.application.port;

import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.gateway.CredentialScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The logins under way, at most one for a scope of credentials, whichever process runs it. Every
 * process of the user sees how far it is and may ask for its page again or for its end. A login
 * whose process dies is under way no more.
 */
public interface LoginsUnderWay {
  /**
   * Begins a login.
   *
   * @return empty where another one is under way
   */
  Optional<Turn> begin(CredentialScope scope);

  /** The login under way. */
  Optional<Progress> find(CredentialScope scope);

  /**
   * Waits until no login is under way.
   *
   * @return whether there is none
   */
  boolean awaitEnd(CredentialScope scope, Duration patience);

  /** How the latest login ended: empty where none has, or where its process was killed. */
  Optional<Ending> ending(CredentialScope scope);

  /** Asks whoever runs the login to show its page again, as of that time. */
  void askForPage(CredentialScope scope, Instant at);

  /** Asks whoever runs the login to give it up. */
  void cancel(CredentialScope scope);

  /** The login that this process runs, until it is closed. */
  interface Turn extends AutoCloseable {
    /** Shows the others how far it is. */
    void publish(Progress progress);

    /** When somebody last asked for the page. */
    Optional<Instant> pageAskedFor();

    /** Whether somebody wants it to be given up. */
    boolean isCancelled();

    /** Leaves word of how it ended, for those who wait. */
    void leave(Ending ending);

    @Override
    void close();
  }

  /**
   * How far a login is.
   *
   * @param startedAt when it began
   * @param page the authorization page; empty before the redirect listener listens
   */
  record Progress(Instant startedAt, Optional<Page> page) {}

  /**
   * The authorization page.
   *
   * @param url its address: not for others to see, since it names this one login
   * @param shown how often it was shown
   * @param lastShownAt when it was last shown
   */
  record Page(String url, int shown, Instant lastShownAt) {}

  /** How a login ended. */
  sealed interface Ending {
    /** The tokens are in the store. */
    record SignedIn() implements Ending {}

    /** It came to nothing. */
    record Failed(GatepassException failure) implements Ending {}
  }
}
