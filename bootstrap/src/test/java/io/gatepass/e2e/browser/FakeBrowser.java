package io.gatepass.e2e.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.ClosedWatchServiceException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Plays the browser and the user: opens what {@link FakeOpener} was told to open. */
public final class FakeBrowser implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int MOST_FORMS = 5;

  private final FakeOpener opener;
  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(Redirect.NORMAL)
          .cookieHandler(new LocalCookies())
          .connectTimeout(LIMIT)
          .build();
  private final BlockingQueue<Visit> visits = new LinkedBlockingQueue<>();
  private final Thread thread = Thread.ofVirtual().unstarted(this::run);
  private volatile User user = FakeBrowser::approve;

  private FakeBrowser(FakeOpener opener) {
    this.opener = opener;
  }

  /** What the user does with the page that has opened. */
  @FunctionalInterface
  public interface User {
    /** Acts, and returns the page that the user sees in the end. */
    Page act(FakeBrowser browser, URI address) throws IOException, InterruptedException;
  }

  private sealed interface Visit {
    record Seen(Page page) implements Visit {}

    record Failed(Throwable cause) implements Visit {}
  }

  /** Starts to wait for addresses to open. */
  public static FakeBrowser driving(FakeOpener opener) {
    FakeBrowser browser = new FakeBrowser(opener);
    browser.thread.start();
    return browser;
  }

  /** From now on the user does this. */
  public void setUser(User changed) {
    user = changed;
  }

  /** The page of the next sign-in that has come to its end; waits for it. */
  public Page page() throws InterruptedException {
    return switch (visits.poll(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      case Visit.Seen seen -> seen.page();
      case Visit.Failed failed -> throw new AssertionError("the browser failed", failed.cause());
      case null -> throw new AssertionError("no page within " + LIMIT);
    };
  }

  /** A user who signs in and agrees. */
  public static Page approve(FakeBrowser browser, URI address)
      throws IOException, InterruptedException {
    return browser.answerForms(address, "approve");
  }

  /** A user who signs in and refuses. */
  public static Page deny(FakeBrowser browser, URI address)
      throws IOException, InterruptedException {
    return browser.answerForms(address, "deny");
  }

  /** Opens an address and follows it to its end. */
  public Page get(URI address) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address));
  }

  /** Fills the form on a page in and sends it off. */
  public Page submit(Page page, Map<String, String> typed)
      throws IOException, InterruptedException {
    return send(Form.in(page).submit(typed));
  }

  /** Answers every form on the way with the same decision. */
  private Page answerForms(URI address, String decision) throws IOException, InterruptedException {
    Page page = get(address);
    for (int forms = 0; forms < MOST_FORMS && Form.isIn(page); forms++) {
      page = submit(page, Map.of("decision", decision));
    }
    return page;
  }

  @Override
  public void close() {
    thread.interrupt();
    http.shutdownNow();
  }

  private Page send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
    return Page.of(response);
  }

  private void run() {
    try {
      while (true) {
        visits.add(visit(opener.next()));
      }
    } catch (InterruptedException | ClosedWatchServiceException _) {
      Thread.currentThread().interrupt(); // closed: the test is over
    }
  }

  private Visit visit(URI address) throws InterruptedException {
    try {
      return new Visit.Seen(user.act(this, address));
    } catch (IOException | RuntimeException | AssertionError e) {
      return new Visit.Failed(e);
    }
  }
}
