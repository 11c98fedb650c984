package io.gatepass.adapters.oidc.stub;

import io.gatepass.adapters.oidc.browser.Browser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A browser whose user signs in at once: it follows every redirect and keeps the last page. */
public final class FollowingBrowser implements Browser {
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  private final List<String> opened = new CopyOnWriteArrayList<>();
  private final CompletableFuture<HttpResponse<String>> page = new CompletableFuture<>();
  private Consumer<String> before = _ -> {};

  /** Something to be done with the address before it is followed. */
  public void before(Consumer<String> deed) {
    before = deed;
  }

  @Override
  public boolean open(String url) {
    opened.add(url);
    before.accept(url);
    try {
      page.complete(get(url));
      return true;
    } catch (IOException e) {
      page.completeExceptionally(e);
      return true;
    }
  }

  public HttpResponse<String> get(String url) throws IOException {
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** The addresses that were opened. */
  public List<String> opened() {
    return List.copyOf(opened);
  }

  /** The page that the user sees in the end. */
  public HttpResponse<String> page() {
    try {
      return page.get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("no page was shown", e);
    }
  }
}
