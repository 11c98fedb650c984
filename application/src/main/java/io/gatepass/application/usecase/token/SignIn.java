package io.gatepass.application.usecase.token;

import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.application.port.LoginProcess;
import io.gatepass.application.port.LoginsUnderWay;
import io.gatepass.application.port.LoginsUnderWay.Ending;
import io.gatepass.application.port.LoginsUnderWay.Turn;
import io.gatepass.application.port.Notices;
import io.gatepass.application.port.SignedInUsers;
import io.gatepass.application.usecase.token.ObtainToken.Caller;
import io.gatepass.application.usecase.token.ObtainToken.LoginHost;
import io.gatepass.application.usecase.token.ObtainToken.Outcome;
import io.gatepass.application.usecase.token.ObtainToken.Request;
import io.gatepass.application.usecase.token.ObtainToken.Tier;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.failure.LoginFailed.Reason;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.gateway.CredentialScope;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * One sign-in for however many callers. It is entered while the lock is held, so that two callers
 * never begin two; it is finished without the lock, since a person takes minutes.
 */
final class SignIn {
  /** A login's time limit and a little more, for whoever waits for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(200);

  private final LoginsUnderWay logins;
  private final LoginProcess process;
  private final OwnSignIn own;
  private final Refusals refusals;
  private final HeldTokens tokens;
  private final SignedInUsers users;
  private final Notices notices;
  private final InstantSource clock;

  /** Whose sign-in it is. */
  sealed interface Ticket {
    /** This process runs it. */
    record Own(Turn turn) implements Ticket {}

    /** Another process runs it, or has just ended it. */
    record Joined() implements Ticket {}
  }

  SignIn(
      LoginsUnderWay logins,
      LoginProcess process,
      OwnSignIn own,
      Refusals refusals,
      HeldTokens tokens,
      SignedInUsers users,
      Notices notices,
      InstantSource clock) {
    this.logins = logins;
    this.process = process;
    this.own = own;
    this.refusals = refusals;
    this.tokens = tokens;
    this.users = users;
    this.notices = notices;
    this.clock = clock;
  }

  boolean isUnderWay(CredentialScope scope) {
    return logins.find(scope).isPresent();
  }

  /** Begins a sign-in where none is under way. */
  Ticket enter(Request request) {
    CredentialScope scope = request.connection().scope();
    Optional<Turn> turn = logins.begin(scope);
    if (turn.isEmpty()) {
      return new Ticket.Joined();
    }
    try {
      if (request.caller() == Caller.TOOL) {
        refusals.failWhileOneHolds(scope);
      }
      if (request.host() == LoginHost.CALLER || !tokens.areRemembered()) {
        return new Ticket.Own(turn.get());
      }
    } catch (RuntimeException e) {
      turn.get().close();
      throw e;
    }
    turn.get().close();
    return enterDetached(scope);
  }

  /** A process that cannot keep the tokens is no help: then this one signs the user in itself. */
  private Ticket enterDetached(CredentialScope scope) {
    if (process.start(scope) && !cannotKeepTokens(scope)) {
      return new Ticket.Joined();
    }
    return logins.begin(scope).<Ticket>map(Ticket.Own::new).orElseGet(Ticket.Joined::new);
  }

  private boolean cannotKeepTokens(CredentialScope scope) {
    return !isUnderWay(scope)
        && logins
            .ending(scope)
            .filter(ending ->
                ending instanceof Ending.Failed it
                    && it.failure() instanceof SecretStoreUnavailable)
            .isPresent();
  }

  /**
   * Signs the user in, or waits for whoever does.
   *
   * @return empty where it was broken off: a new one is to be entered
   */
  Optional<Outcome> finish(Ticket ticket, Request request) {
    return switch (ticket) {
      case Ticket.Own it -> {
        try (Turn turn = it.turn()) {
          yield Optional.of(own.run(request, turn, () -> {}));
        }
      }
      case Ticket.Joined _ -> join(request);
    };
  }

  private Optional<Outcome> join(Request request) {
    CredentialScope scope = request.connection().scope();
    notices.signInStarted(request.connection().client().issuer());
    try {
      logins.find(scope).flatMap(LoginsUnderWay.Progress::page).ifPresent(it -> ask(it, request));
      if (!logins.awaitEnd(scope, PATIENCE)) {
        throw busy();
      }
      Optional<Outcome> outcome = outcome(scope);
      outcome.ifPresent(it -> notices.signInFinished(it.user().orElse("")));
      return outcome;
    } finally {
      notices.signInAbandoned(); // does nothing where it is finished
    }
  }

  /** Asks for the page again: it opens only if the last time is long enough ago. */
  private void ask(LoginsUnderWay.Page page, Request request) {
    boolean person = request.caller() == Caller.PERSON;
    if (person || request.channel() == LoginChannel.PRINTED_URL) {
      notices.authorizationUrl(page.url());
    }
    if (!person && LoginDesk.isExhausted(page, clock.instant())) {
      throw new LoginFailed(
          Reason.UNANSWERED,
          "Nobody has signed in, although the browser was opened " + page.shown() + " times.",
          "Sign in with: gatepass login. gatepass status shows the address.");
    }
    logins.askForPage(request.connection().scope(), clock.instant());
  }

  private Optional<Outcome> outcome(CredentialScope scope) {
    Optional<Ending> ending = logins.ending(scope);
    if (ending.isEmpty()) {
      return Optional.empty();
    }
    return switch (ending.get()) {
      case Ending.SignedIn _ -> signedIn(scope);
      case Ending.Failed it -> throw it.failure();
    };
  }

  private Optional<Outcome> signedIn(CredentialScope scope) {
    return tokens.justGiven(scope).map(token -> new Outcome(token, Tier.CACHE, users.find(scope)));
  }

  private static LoginFailed busy() {
    return new LoginFailed(
        Reason.ABANDONED,
        "The sign-in under way has not finished within " + PATIENCE.toSeconds() + " seconds.",
        "Finish the sign-in in the browser, then run the command again.");
  }
}
