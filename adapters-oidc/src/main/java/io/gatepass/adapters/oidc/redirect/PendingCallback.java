package io.gatepass.adapters.oidc.redirect;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The answer to the sign-in, whose browser waits to be told how it ended: "signed in" is shown only
 * after the code was exchanged and the ID token validated.
 */
public final class PendingCallback {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final AuthorizationResponse authorization;
  private final Response response;
  private final Callback callback;
  private final PageWriter pages;

  PendingCallback(
      AuthorizationResponse authorization, Response response, Callback callback, PageWriter pages) {
    this.authorization = authorization;
    this.response = response;
    this.callback = callback;
    this.pages = pages;
  }

  /** What the issuer answered. */
  public AuthorizationResponse authorization() {
    return authorization;
  }

  /** Shows the browser a page and waits until it has been sent; at most once. */
  public void answer(Page page) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    pages.write(page, response, Callback.from(callback, () -> sent.complete(null)));
    try {
      sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      // The page is on its way; whoever interrupts has no time to see it arrive.
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // The user closed the tab. That changes nothing about the sign-in.
      return;
    }
  }
}
