package io.gatepass.adapters.http.proxy.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.eclipse.jetty.io.Content.Chunk;
import org.eclipse.jetty.server.Request;
import org.junit.jupiter.api.Test;

final class ClientBodyTest {
  @Test
  void lastBytesOfMeasuredBodyAreItsEnd() {
    // Given
    ClientBody body = new ClientBody(request(4, bytes("ab"), bytes("cd"), Chunk.EOF));

    // Then
    assertThat(body.read().isLast()).isFalse();
    Chunk last = body.read();
    assertThat(last.isLast()).isTrue();
    assertThat(US_ASCII.decode(last.getByteBuffer()).toString()).isEqualTo("cd");
    assertThat(body.isReplayable()).isTrue();
  }

  @Test
  void endOfChunkedBodyIsReadWhenItIsAskedFor() {
    // Given
    ClientBody body = new ClientBody(request(-1, bytes("ab"), Chunk.EOF));

    // Then
    assertThat(body.read().isLast()).isFalse();
    assertThat(body.read().isLast()).isTrue();
  }

  @Test
  void whatBreaksBehindTheLastBytesIsTold() {
    // Given
    Chunk failure = Chunk.from(new IllegalStateException("broken"));
    ClientBody body = new ClientBody(request(2, bytes("ab"), failure));

    // Then
    assertThat(body.read().isLast()).isFalse();
    assertThat(Chunk.isFailure(body.read())).isTrue();
  }

  private static Chunk bytes(String text) {
    return Chunk.from(ByteBuffer.wrap(text.getBytes(US_ASCII)), false);
  }

  private static Request request(long length, Chunk... chunks) {
    Deque<Chunk> rest = new ArrayDeque<>(List.of(chunks));
    return (Request)
        Proxy.newProxyInstance(
            Request.class.getClassLoader(),
            new Class<?>[] {Request.class},
            (_, method, _) ->
                switch (method.getName()) {
                  case "getLength" -> length;
                  case "read" -> rest.poll();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
