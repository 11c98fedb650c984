package io.gatepass.adapters.fs.secret.keychain.dbus;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.adapters.fs.secret.keychain.TimeLimit;
import io.gatepass.adapters.fs.secret.keychain.dbus.SecretServiceLookup.Found;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.oauth.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretServiceLookupTest {
  private static final byte[] ACCEPTED = FakeBus.ACCEPTED.getBytes(US_ASCII);
  private static final String SESSION = "/org/freedesktop/secrets/session/s1";
  private static final String ITEM = "/org/freedesktop/secrets/collection/login/12";
  private static final String COLLECTION = "/org/freedesktop/secrets/collection/login";
  private static final Map<String, String> ATTRIBUTES = Map.of("key", "gatepass/x/access");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;
  private int buses;

  private static ByteOrder[] orders() {
    return new ByteOrder[] {LITTLE_ENDIAN, BIG_ENDIAN};
  }

  @ParameterizedTest
  @MethodSource("orders")
  void theOneUnlockedItemIsFound(ByteOrder order) {
    var found = find(opening(order, List.of(ITEM), List.of(), COLLECTION), secret(order, "é s"));

    assertThat(found).contains(new Found(Optional.of(Secret.of("é s"))));
  }

  @Test
  void theLongestSecretArrivesWhole() {
    String longest = "x".repeat(16 * 1024);

    var found =
        find(
            opening(LITTLE_ENDIAN, List.of(ITEM), List.of(), COLLECTION),
            secret(LITTLE_ENDIAN, longest));

    assertThat(found).contains(new Found(Optional.of(Secret.of(longest))));
  }

  @Test
  void anItemElsewhereThatIsLockedDoesNotMatter() {
    var found =
        find(
            opening(LITTLE_ENDIAN, List.of(ITEM), List.of(COLLECTION + "/2"), "/"),
            secret(LITTLE_ENDIAN, "s"));

    assertThat(found).contains(new Found(Optional.of(Secret.of("s"))));
  }

  @Test
  void anEmptySecretIsNone() {
    var found =
        find(
            opening(LITTLE_ENDIAN, List.of(ITEM), List.of(), COLLECTION),
            secret(LITTLE_ENDIAN, ""));

    assertThat(found).contains(new Found(Optional.empty()));
  }

  @Test
  void answersInAnotherOrderAreToldApart() {
    byte[] messages =
        join(
            ACCEPTED,
            Message.answer(LITTLE_ENDIAN, 4, "o").text(COLLECTION).toBytes(),
            Message.answer(LITTLE_ENDIAN, 3, "aoao")
                .paths(List.of(ITEM))
                .paths(List.of())
                .toBytes(),
            Message.signal(LITTLE_ENDIAN).toBytes(),
            opened(LITTLE_ENDIAN),
            Message.answer(LITTLE_ENDIAN, 1, "s").text(":1.7").toBytes());

    assertThat(find(messages, secret(LITTLE_ENDIAN, "s")))
        .contains(new Found(Optional.of(Secret.of("s"))));
  }

  @Test
  void noItemIsNoneWhereTheDefaultCollectionIsOpen() {
    var found =
        find(
            opening(LITTLE_ENDIAN, List.of(), List.of(), COLLECTION),
            isLocked(LITTLE_ENDIAN, false));

    assertThat(found).contains(new Found(Optional.empty()));
  }

  @Test
  void noItemSaysNothingWhereTheDefaultCollectionIsLocked() {
    var found =
        find(
            opening(LITTLE_ENDIAN, List.of(), List.of(), COLLECTION),
            isLocked(LITTLE_ENDIAN, true));

    assertThat(found).isEmpty();
  }

  @Test
  void noItemSaysNothingWhereThereIsNoDefaultCollection() {
    assertThat(find(opening(LITTLE_ENDIAN, List.of(), List.of(), "/"))).isEmpty();
  }

  @Test
  void aLockedItemIsNotForUsToJudge() {
    assertThat(find(opening(LITTLE_ENDIAN, List.of(), List.of(ITEM), COLLECTION))).isEmpty();
  }

  @Test
  void twoItemsAreNotForUsToJudge() {
    assertThat(
            find(
                opening(LITTLE_ENDIAN, List.of(ITEM, COLLECTION + "/2"), List.of(), COLLECTION),
                secret(LITTLE_ENDIAN, "s")))
        .isEmpty();
  }

  @Test
  void aSecretOfAnotherItemIsNotTaken() {
    byte[] another =
        Message.answer(LITTLE_ENDIAN, 5, "a{o(oayays)}")
            .secret(COLLECTION + "/13", SESSION, "s".getBytes(UTF_8))
            .toBytes();

    assertThat(find(opening(LITTLE_ENDIAN, List.of(ITEM), List.of(), COLLECTION), another))
        .isEmpty();
  }

  @Test
  void anErrorIsLeftToLibsecret() {
    byte[] unknown =
        Message.error(LITTLE_ENDIAN, 2, "org.freedesktop.DBus.Error.ServiceUnknown").toBytes();

    assertThat(find(join(ACCEPTED, unknown))).isEmpty();
  }

  @Test
  void aVariantOfAnotherTypeIsLeftToLibsecret() {
    byte[] opened = Message.answer(LITTLE_ENDIAN, 2, "vo").variant(true).text(SESSION).toBytes();

    assertThat(find(join(ACCEPTED, opened))).isEmpty();
  }

  @Test
  void anAnswerOfAnotherTypeIsLeftToLibsecret() {
    byte[] opened = Message.answer(LITTLE_ENDIAN, 2, "s").text(SESSION).toBytes();

    assertThat(find(join(ACCEPTED, opened))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"REJECTED EXTERNAL\r\n\r\n", "DATA\r\nREJECTED\r\n", "HTTP/1.1 400\r\n\r\n"})
  void aBusThatDoesNotTakeUsIsLeftToLibsecret(String answer) {
    assertThat(find(answer.getBytes(US_ASCII))).isEmpty();
  }

  @Test
  void aMessageOfImpossibleLengthIsLeftToLibsecret() {
    byte[] endless = opened(LITTLE_ENDIAN);
    endless[7] = 0x7f; // of the body's length

    assertThat(find(join(ACCEPTED, endless))).isEmpty();
  }

  @Test
  void anArrayOfImpossibleLengthIsLeftToLibsecret() {
    byte[] items = Message.answer(LITTLE_ENDIAN, 3, "aoao").number(-1).number(0).toBytes();

    assertThat(find(join(ACCEPTED, opened(LITTLE_ENDIAN), items))).isEmpty();
  }

  @Test
  void aBusThatHangsUpIsLeftToLibsecret() {
    byte[] opening = opening(LITTLE_ENDIAN, List.of(ITEM), List.of(), COLLECTION);

    assertThat(find(Arrays.copyOf(opening, opening.length - 1))).isEmpty();
    assertThat(find(Arrays.copyOf(opening, ACCEPTED.length + 1))).isEmpty();
    assertThat(find(new byte[0])).isEmpty();
  }

  @Test
  void aSocketThatIsNotThereIsLeftToLibsecret() {
    var lookup = new SecretServiceLookup(folder.resolve("no-bus"));

    assertThat(lookup.find(ATTRIBUTES, new TimeLimit(PATIENCE))).isEmpty();
  }

  @Test
  void aSilentBusIsGivenUpAndLetGo() throws Exception {
    try (FakeBus bus = new FakeBus(folder.resolve("bus"), false, List.of())) {
      var lookup = new SecretServiceLookup(bus.socket());
      var hasty = new TimeLimit(Duration.ofMillis(50));

      assertThatExceptionOfType(SecretStoreUnavailable.class)
          .isThrownBy(() -> lookup.find(ATTRIBUTES, hasty))
          .satisfies(
              it -> assertThat(it.reason()).isEqualTo(SecretStoreUnavailable.Reason.TIMED_OUT));
      assertThat(bus.heard()).contains("SearchItems"); // and the connection has ended
    }
  }

  @Test
  void itSearchesByTheAttributesInASessionOfPlainSecrets() throws Exception {
    try (FakeBus bus =
        new FakeBus(
            folder.resolve("bus"),
            true,
            List.of(
                opening(LITTLE_ENDIAN, List.of(ITEM), List.of(), COLLECTION),
                secret(LITTLE_ENDIAN, "s")))) {
      var _ = new SecretServiceLookup(bus.socket()).find(ATTRIBUTES, new TimeLimit(PATIENCE));

      assertThat(bus.heard())
          .startsWith("\0AUTH EXTERNAL\r\nDATA\r\nBEGIN\r\n")
          .containsSubsequence(
              "Hello", "OpenSession", "plain", "SearchItems", "key", "gatepass/x/access")
          .containsSubsequence("GetSecrets", ITEM, SESSION);
    }
  }

  private Optional<Found> find(byte[]... pieces) {
    buses++;
    try (FakeBus bus = new FakeBus(folder.resolve("bus-" + buses), true, List.of(pieces))) {
      return new SecretServiceLookup(bus.socket()).find(ATTRIBUTES, new TimeLimit(PATIENCE));
    }
  }

  /** What comes back for what is sent at once. */
  private static byte[] opening(
      ByteOrder order, List<String> unlocked, List<String> locked, String collection) {
    return join(
        ACCEPTED,
        Message.answer(order, 1, "s").text(":1.7").toBytes(),
        Message.signal(order).toBytes(),
        opened(order),
        Message.answer(order, 3, "aoao").paths(unlocked).paths(locked).toBytes(),
        Message.answer(order, 4, "o").text(collection).toBytes());
  }

  private static byte[] opened(ByteOrder order) {
    return Message.answer(order, 2, "vo").variant("").text(SESSION).toBytes();
  }

  private static byte[] secret(ByteOrder order, String value) {
    return Message.answer(order, 5, "a{o(oayays)}")
        .secret(ITEM, SESSION, value.getBytes(UTF_8))
        .toBytes();
  }

  private static byte[] isLocked(ByteOrder order, boolean locked) {
    return Message.answer(order, 5, "v").variant(locked).toBytes();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }
}
