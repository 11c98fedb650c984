package io.gatepass.bootstrap.demo.issuer;

import io.gatepass.bootstrap.demo.http.Reply;

/** The page on which the user signs in at the embedded issuer. */
final class ConsentPage {
  private static final String STYLE =
      "body { font: 1rem/1.5 system-ui, sans-serif; max-width: 30rem; margin: 15vh auto;"
          + " padding: 0 1rem } button { font: inherit; padding: .5rem 1.25rem }";

  private ConsentPage() {}

  /** Asks the user; {@code request} comes back with the decision. */
  static Reply ask(String clientId, String request) {
    String question =
        """
        <p>This is the sign-in page of the gatepass demo.
        It runs on this computer; no account is needed.</p>
        <p>The application <strong>%s</strong> asks for access.</p>
        <form method="post" action="/authorize">
        <input type="hidden" name="request" value="%s">
        <button name="decision" value="approve" autofocus>Sign in</button>
        <button name="decision" value="deny">Refuse</button>
        </form>
        """
            .formatted(escape(clientId), escape(request));
    return page(200, "Sign in to the demo", question);
  }

  /** Says what is wrong where the user must not be sent back (RFC 6749 §4.1.2.1). */
  static Reply refuse(String reason) {
    return page(400, "This sign-in cannot go on", "<p>" + escape(reason) + "</p>");
  }

  private static Reply page(int status, String title, String body) {
    String html =
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s</title>
        <style>%2$s</style>
        </head>
        <body>
        <h1>%1$s</h1>
        %3$s
        </body>
        </html>
        """
            .formatted(title, STYLE, body);
    return Reply.whole(status, "text/html; charset=utf-8", html)
        .with("Cache-Control", "no-store")
        .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .with("Referrer-Policy", "no-referrer")
        .with("X-Frame-Options", "DENY");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
