package io.gatepass.adapters.fs.secret.keychain.windows;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChunkedCredentialsTest {
  private static final String KEY = "gatepass/0123456789abcdef/refresh";

  /** Ends the process, as far as the code under test can tell. */
  private static final class PowerCut extends IllegalStateException {
    private static final long serialVersionUID = 1L;
  }

  /** Credentials in memory that stop working after so many changes. */
  private static final class Vault implements Credentials {
    private final Map<String, byte[]> blobs = new TreeMap<>();
    private int changesLeft = Integer.MAX_VALUE;
    private Consumer<String> beforeRead = _ -> {};

    @Override
    public Optional<byte[]> read(String target) {
      beforeRead.accept(target);
      return Optional.ofNullable(blobs.get(target)).map(byte[]::clone);
    }

    @Override
    public void write(String target, byte[] bytes) {
      change();
      assertThat(bytes).hasSizeLessThanOrEqualTo(2_560);
      blobs.put(target, bytes.clone());
    }

    @Override
    public void delete(String target) {
      change();
      blobs.remove(target);
    }

    @Override
    public List<String> list(String prefix) {
      return blobs.keySet().stream().filter(target -> target.startsWith(prefix)).toList();
    }

    private void change() {
      if (changesLeft-- == 0) {
        throw new PowerCut();
      }
    }
  }

  private final Vault vault = new Vault();
  private final ChunkedCredentials chunked = new ChunkedCredentials(vault);

  @ParameterizedTest
  @CsvSource({"10,20", "10,9000", "9000,10", "9000,16384", "16384,2560", "2559,2560"})
  void aPowerCutAtAnyChangeLeavesTheOldOrTheNewValue(int oldLength, int newLength) {
    byte[] before = filled('o', oldLength);
    byte[] after = filled('n', newLength);
    boolean done = false;
    for (int changes = 0; !done; changes++) {
      // Given
      chunked.put(KEY, before);
      // When
      vault.changesLeft = changes;
      done = putSucceeds(after);
      vault.changesLeft = Integer.MAX_VALUE;
      // Then
      assertThat(chunked.get(KEY).orElseThrow())
          .as("after %d changes", changes)
          .isIn(before, after);
      assertThat(chunked.list("gatepass/")).containsExactly(KEY);
    }
    assertThat(chunked.get(KEY)).contains(after);
  }

  @Test
  void theNextWriteRemovesWhatAPowerCutHasLeft() {
    chunked.put(KEY, filled('o', 9_000));
    vault.changesLeft = 2;
    assertThatExceptionOfType(PowerCut.class)
        .isThrownBy(() -> chunked.put(KEY, filled('n', 16_384)));
    vault.changesLeft = Integer.MAX_VALUE;

    chunked.put(KEY, filled('n', 10));

    assertThat(vault.blobs).containsOnlyKeys(KEY);
  }

  @Test
  void aPowerCutDuringADeletionLeavesNoValueOrTheWholeOne() {
    byte[] value = filled('o', 9_000);
    for (int changes = 0; changes < 5; changes++) {
      chunked.put(KEY, value);
      vault.changesLeft = changes;
      try {
        chunked.delete(KEY);
      } catch (PowerCut _) {
        assertThat(changes).isLessThan(5);
      }
      vault.changesLeft = Integer.MAX_VALUE;

      chunked.get(KEY).ifPresent(found -> assertThat(found).isEqualTo(value));
    }
  }

  @Test
  void aReaderOvertakenByAWriterGetsTheNewValue() {
    // Given
    byte[] after = filled('n', 12_000);
    chunked.put(KEY, filled('o', 12_000));
    // When the value is replaced between the reading of two chunks
    vault.beforeRead =
        target -> {
          if (target.endsWith(".2")) {
            vault.beforeRead = _ -> {};
            chunked.put(KEY, after);
          }
        };
    // Then
    assertThat(chunked.get(KEY)).contains(after);
  }

  @Test
  void aDamagedValueIsNoValue() {
    chunked.put(KEY, filled('o', 9_000));
    String chunk = vault.list(KEY + "#").getFirst();
    vault.blobs.get(chunk)[17] ^= 1;
    assertThat(chunked.get(KEY)).isEmpty();

    vault.blobs.put(KEY, "#not a head".getBytes(US_ASCII));
    assertThat(chunked.get(KEY)).isEmpty();
  }

  private boolean putSucceeds(byte[] value) {
    try {
      chunked.put(KEY, value);
      return true;
    } catch (PowerCut _) {
      return false;
    }
  }

  private static byte[] filled(char letter, int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) letter);
    return bytes;
  }
}
