package io.gatepass.application.net;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The JDK's WebSocket client, for tests that read like a talk. */
public final class WebSocketUser implements AutoCloseable {
  private static final long SECONDS = 60;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Ear ear = new Ear();
  private final WebSocket socket;

  private WebSocketUser(String address, UnaryOperator<WebSocket.Builder> shape)
      throws ExecutionException, InterruptedException {
    CompletableFuture<WebSocket> opening =
        shape.apply(http.newWebSocketBuilder()).buildAsync(URI.create(address), ear);
    socket = opening.orTimeout(SECONDS, TimeUnit.SECONDS).get();
  }

  /**
   * Connects.
   *
   * @throws ExecutionException if there is no connection; its cause says why
   */
  public static WebSocketUser at(String address, UnaryOperator<WebSocket.Builder> shape)
      throws ExecutionException, InterruptedException {
    return new WebSocketUser(address, shape);
  }

  /** Sends a text. */
  public void says(String text) {
    socket.sendText(text, true).orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }

  /** Waits for the next text. */
  public String hears() throws InterruptedException {
    String text = ear.texts.poll(SECONDS, TimeUnit.SECONDS);
    if (text == null) {
      throw new AssertionError("nothing is heard");
    }
    return text;
  }

  /** Sends a close frame. */
  public void closes(int status) {
    socket.sendClose(status, "").orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }

  /** Waits for the end: a close frame's status, or 1006 (RFC 6455 §7.4.1) without one. */
  public int hearsTheEnd() {
    return ear.end.orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }

  /** Its connection just ends. */
  public void vanishes() {
    socket.abort();
  }

  @Override
  public void close() {
    socket.abort();
    http.close();
  }

  private static final class Ear implements WebSocket.Listener {
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> end = new CompletableFuture<>();
    private final StringBuilder begun = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      begun.append(part);
      if (last) {
        texts.add(begun.toString());
        begun.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      end.complete(status);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
      end.complete(1006);
    }
  }
}
