package io.gatepass.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.LocalKeys.Replacement;
import io.gatepass.domain.oauth.Secret;
import org.junit.jupiter.api.Test;

/** What every {@link LocalKeys} does. Each test starts without a key. */
public abstract class LocalKeysContract {
  /** What is under test; the same one at every call within a test. */
  protected abstract LocalKeys keys();

  /** A further handle on the same key; the same one again where there is only one. */
  protected abstract LocalKeys sameKeys();

  @Test
  protected void noKeyIsFoundBeforeOneIsAskedFor() {
    assertThat(keys().find()).isEmpty();
  }

  @Test
  protected void keyIsMadeOnceAndFoundByEverybody() {
    Secret key = keys().obtain();

    assertThat(keys().obtain()).isEqualTo(key);
    assertThat(sameKeys().obtain()).isEqualTo(key);
    assertThat(sameKeys().find()).hasValue(key);
  }

  @Test
  protected void keyHasAtLeast256BitsInBase64() {
    assertThat(keys().obtain().reveal()).hasSizeGreaterThanOrEqualTo(41);
  }

  @Test
  protected void forgottenKeyIsGoneAndTheNextIsAnother() {
    Secret key = keys().obtain();

    sameKeys().forget();

    assertThat(keys().find()).isEmpty();
    assertThat(keys().obtain()).isNotEqualTo(key);
  }

  @Test
  protected void forgettingNoKeyIsNoFailure() {
    keys().forget();

    assertThat(keys().find()).isEmpty();
  }

  @Test
  protected void replacementIsAnotherKeyAndCountsOnceItIsKept() {
    // Given
    Secret before = keys().obtain();

    try (Replacement replacement = keys().replace()) {
      assertThat(replacement.key()).isNotEqualTo(before);
      assertThat(replacement.key().reveal()).hasSameSizeAs(before.reveal());
      assertThat(sameKeys().find()).hasValue(before);

      // When
      replacement.keep();

      // Then
      assertThat(sameKeys().find()).hasValue(replacement.key());
    }
  }

  @Test
  protected void replacementThatIsNotKeptChangesNothing() {
    Secret before = keys().obtain();

    keys().replace().close();

    assertThat(keys().obtain()).isEqualTo(before);
  }

  @Test
  protected void keyBeforeCanBePutBack() {
    Secret before = keys().obtain();

    try (Replacement replacement = keys().replace()) {
      replacement.keep();
      replacement.takeBack();
    }

    assertThat(sameKeys().find()).hasValue(before);
  }

  @Test
  protected void whereThereWasNoKeyTakingBackLeavesNone() {
    try (Replacement replacement = keys().replace()) {
      replacement.keep();
      replacement.takeBack();
    }

    assertThat(keys().find()).isEmpty();
  }

  @Test
  protected void keyCanBeReplacedAgainAfterwards() {
    keys().replace().close();

    try (Replacement second = sameKeys().replace()) {
      second.keep();
      assertThat(keys().find()).hasValue(second.key());
    }
  }
}
