package io.gatepass.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class IndentedWriterTest {
  @Test
  void eachLineIsMovedOnceHoweverItsPiecesCome() throws IOException {
    // Given
    StringWriter out = new StringWriter();
    IndentedWriter indented = new IndentedWriter(out);

    // When
    indented.write("one ");
    indented.write("line\n\nan");
    indented.write("other\n");

    // Then
    assertThat(out).hasToString("   one line\n\n   another\n");
  }
}
