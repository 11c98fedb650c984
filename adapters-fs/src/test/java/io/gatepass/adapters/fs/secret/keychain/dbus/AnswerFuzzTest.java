package io.gatepass.adapters.fs.secret.keychain.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;

/** Any bytes where a message from the bus should be. */
final class AnswerFuzzTest {
  @FuzzTest
  void areReadOrRefused(byte[] bytes) {
    if (bytes.length < Answer.FIXED) {
      return; // the bus connection waits for so many before it looks
    }
    assertThat(Answer.length(ByteBuffer.wrap(bytes))).isGreaterThanOrEqualTo(Answer.FIXED);
    try {
      Answer answer = new Answer(bytes).of("aoao");
      List<String> first = answer.texts();
      List<String> second = answer.texts();
      assertThat(first.size() + second.size()).isLessThan(bytes.length);
    } catch (IOException | BufferUnderflowException | IllegalArgumentException e) {
      assertThat(e).isNotNull(); // what the look-up takes for "ask libsecret"
    }
  }
}
