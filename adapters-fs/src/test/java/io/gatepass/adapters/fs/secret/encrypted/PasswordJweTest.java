package io.gatepass.adapters.fs.secret.encrypted;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.PasswordBasedDecrypter;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import io.gatepass.domain.oauth.Secret;
import java.io.IOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordJweTest {
  private static final Secret PASSPHRASE = Secret.of("correct horse, bättery");
  private static final byte[] CONTENT = "{\"a\":\"b\"}".getBytes(UTF_8);
  private static final PasswordKey KEY = key(PASSPHRASE);

  @Test
  void theKeyIsTheOneOfTheRfcsExample() {
    // RFC 7517, appendix C.2 to C.4
    PasswordKey.Parameters parameters = new PasswordKey.Parameters("2WCTcJZ1Rvd_CJuJripQ1w", 4096);

    PasswordKey key =
        PasswordKey.of(Secret.of("Thus from my lips, by yours, my sin is purged."), parameters);

    assertThat(key.key().getEncoded())
        .containsExactly(110, 171, 169, 92, 129, 92, 109, 117, 233, 242, 116, 233, 170, 14, 24, 75);
  }

  @Test
  void anotherImplementationOpensIt() throws Exception {
    String text = PasswordJwe.seal(CONTENT, KEY).text();

    JWEObject theirs = JWEObject.parse(text);
    theirs.decrypt(new PasswordBasedDecrypter(PASSPHRASE.reveal()));

    assertThat(theirs.getPayload().toBytes()).isEqualTo(CONTENT);
  }

  @Test
  void itOpensWhatAnotherImplementationHasWritten() throws Exception {
    JWEObject theirs =
        new JWEObject(
            new JWEHeader(JWEAlgorithm.PBES2_HS256_A128KW, EncryptionMethod.A256GCM),
            new Payload(CONTENT));
    theirs.encrypt(new PasswordBasedEncrypter(PASSPHRASE.reveal(), 16, 2_000));

    PasswordJwe ours = PasswordJwe.parse(theirs.serialize());

    assertThat(ours.open(PasswordKey.of(PASSPHRASE, ours.parameters()))).contains(CONTENT);
  }

  @Property(tries = 200)
  void whatIsSealedIsOpened(@ForAll byte[] content) throws Exception {
    PasswordJwe jwe = PasswordJwe.parse(PasswordJwe.seal(content, KEY).text());

    assertThat(jwe.open(KEY)).contains(content);
  }

  @Test
  void anotherPassphraseDoesNotOpenIt() throws Exception {
    PasswordJwe jwe = PasswordJwe.seal(CONTENT, KEY);

    PasswordKey other = PasswordKey.of(Secret.of("correct horse"), jwe.parameters());

    assertThat(jwe.open(other)).isEmpty();
  }

  @Test
  void noTwoEncryptionsAreAlike() {
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      texts.add(PasswordJwe.seal(CONTENT, KEY).text());
    }

    assertThat(texts).hasSize(100);
    assertThat(PasswordKey.Parameters.random(1_000))
        .isNotEqualTo(PasswordKey.Parameters.random(1_000));
  }

  @Test
  void everyChangedCharacterIsNoticed() {
    String text = PasswordJwe.seal(CONTENT, KEY).text();
    for (int i = 0; i < text.length(); i++) {
      char changed = text.charAt(i) == 'A' ? 'B' : 'A';
      String forged = text.substring(0, i) + changed + text.substring(i + 1);
      assertThat(opens(forged)).as("character %d of %s", i, text).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not a jwe",
        "a.b.c.d",
        "....",
        "e30....",
        "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0....",
        "W10....",
        "*.*.*.*.*"
      })
  void whatIsNoJweOfThisKindIsRefused(String text) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> PasswordJwe.parse(text).parameters());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "999", "10000001", "99999999999999999999", "-1", "1e9", "\"x\""})
  void anIterationCountOutOfRangeIsRefused(String count) {
    String header =
        "{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A256GCM\",\"p2s\":\"AAAA\",\"p2c\":%s}"
            .formatted(count);
    String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8));

    assertThatThrownBy(() -> PasswordJwe.parse(encoded + ".AA.AA.AA.AA").parameters())
        .hasMessageContaining("iteration count");
  }

  @Test
  void theKeyIsInNoText() {
    assertThat(KEY).hasToString("PasswordKey[redacted]");
  }

  private static boolean opens(String text) {
    try {
      PasswordJwe jwe = PasswordJwe.parse(text);
      return jwe.open(PasswordKey.of(PASSPHRASE, jwe.parameters())).isPresent();
    } catch (IOException _) {
      return false; // noticed
    }
  }

  private static PasswordKey key(Secret passphrase) {
    return PasswordKey.of(passphrase, PasswordKey.Parameters.random(1_000));
  }
}
