package io.gatepass.adapters.oidc.redirect;

import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.oauth.Issuer;

/**
 * What the browser shows at the end of a sign-in, in the user's words. No token, code or state is
 * in it.
 *
 * @param status the HTTP status
 * @param mood how it looks
 * @param title what happened, in a few words
 * @param text what happened
 * @param next what to do now
 */
public record Page(int status, Mood mood, String title, String text, String next) {
  /** How a page looks. */
  enum Mood {
    /** It worked. */
    GOOD("M5 12.5l4.5 4.5L19 7.5"),
    /** It did not. */
    BAD("M7 7l10 10M17 7L7 17"),
    /** It has nothing to do with the sign-in. */
    PLAIN("M12 6v7.5M12 17.6v.1");

    private final String mark;

    Mood(String mark) {
      this.mark = mark;
    }

    /** The strokes of the mark, as an SVG path in a square of 24. */
    String mark() {
      return mark;
    }
  }

  /** The user is signed in and everything was checked. */
  public static Page signedIn(String user, Issuer issuer) {
    return new Page(
        200,
        Mood.GOOD,
        "You are signed in",
        "Signed in as " + user + " at " + issuer + ".",
        "You can close this tab and go back to your tool.");
  }

  /** The sign-in came to nothing. */
  public static Page failed(GatepassException failure) {
    return new Page(
        400,
        Mood.BAD,
        "The sign-in did not work",
        failure.what(),
        failure.remedy() + " You can close this tab.");
  }

  /** The sign-in came to nothing for a reason that only the program's own output can tell. */
  public static Page broken() {
    return new Page(
        500,
        Mood.BAD,
        "The sign-in did not work",
        "gatepass stopped before the sign-in was finished.",
        "Try again from your tool. You can close this tab.");
  }

  /** A request that is not the answer to the sign-in under way. */
  static Page foreign() {
    return new Page(
        404,
        Mood.PLAIN,
        "This was refused",
        "This is not the answer to a sign-in that gatepass is waiting for. Nothing was changed.",
        "If you were signing in, finish it in the tab that gatepass opened, or start again from"
            + " your tool. You can close this tab.");
  }
}
