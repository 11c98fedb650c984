package io.gatepass.adapters.fs.secret.encrypted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.adapters.fs.file.AtomicFile;
import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.application.port.SecretStore;
import io.gatepass.application.port.SecretStoreContract;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EncryptedFileStoreTest extends SecretStoreContract {
  private static final String KEY = "gatepass/0123456789abcdef/refresh";
  private static final int FEW_ITERATIONS = 1_000;

  @TempDir private Path directory;

  private final List<String> questions = new ArrayList<>();
  private SecretStore store;

  @Override
  protected SecretStore store() {
    if (store == null) {
      store = storeWith("passphrase");
    }
    return store;
  }

  @Override
  protected SecretStore sameSecrets() {
    return storeWith("passphrase");
  }

  @Test
  void theFileIsPrivateAndTellsNothing() throws Exception {
    store().put(KEY, Secret.of("MARKED-SECRET"));

    assertThat(Files.readString(file())).doesNotContain("MARKED", "gatepass", "refresh");
    assertThat(Files.getPosixFilePermissions(file()))
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
  }

  @Test
  void theFileGoesWithItsLastSecret() {
    store().put(KEY, Secret.of("r"));

    store().delete(KEY);

    assertThat(file()).doesNotExist();
    store().put(KEY, Secret.of("again"));
    assertThat(sameSecrets().get(KEY)).contains(Secret.of("again"));
  }

  @Test
  void theWrongPassphraseIsALockAndNotAnEmptyStore() throws Exception {
    store().put(KEY, Secret.of("r"));
    String before = Files.readString(file());

    for (ThrowingCallable call : everyCallOn(storeWith("wrong"))) {
      assertThatExceptionOfType(SecretStoreUnavailable.class)
          .isThrownBy(call)
          .withMessage("The passphrase in GATEPASS_PASSPHRASE does not open " + file() + ".")
          .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.LOCKED));
    }
    assertThat(file()).hasContent(before);
  }

  @Test
  void withoutAPassphraseTheFileStaysLockedAndItIsSaidWhatToDo() {
    store().put(KEY, Secret.of("r"));
    SecretStore without = new EncryptedFileStore(atomicFile(), locks(), none(), FEW_ITERATIONS);

    for (ThrowingCallable call : everyCallOn(without)) {
      assertThatExceptionOfType(SecretStoreUnavailable.class)
          .isThrownBy(call)
          .withMessageContaining("there is no passphrase")
          .satisfies(failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.LOCKED);
            assertThat(failure.remedy()).contains("GATEPASS_PASSPHRASE");
          });
    }
    assertThat(without.capabilities().durable()).isFalse();
    assertThat(without.capabilities().explanation()).contains("GATEPASS_PASSPHRASE");
  }

  @Test
  void aStoreThatWasNeverWrittenAsksForNothing() {
    SecretStore asking = storeAsking();

    assertThat(asking.get(KEY)).isEmpty();
    assertThat(asking.list("")).isEmpty();
    asking.delete(KEY);

    assertThat(questions).isEmpty();
    assertThat(file()).doesNotExist();
  }

  @Test
  void aPersonTypesANewPassphraseTwiceAndAnOldOneOnceAProcess() {
    SecretStore first = storeAsking("typed", "typed");
    first.put(KEY, Secret.of("r"));
    first.put(KEY, Secret.of("r-2"));
    assertThat(questions).containsExactly("New passphrase for " + file(), "The same again");

    questions.clear();
    SecretStore second = storeAsking("typed");
    assertThat(second.get(KEY)).contains(Secret.of("r-2"));
    assertThat(second.get(KEY)).contains(Secret.of("r-2"));
    assertThat(questions).containsExactly("Passphrase of " + file());
  }

  @Test
  void aMistypedNewPassphraseCreatesNothing() {
    assertThatExceptionOfType(SecretStoreUnavailable.class)
        .isThrownBy(() -> storeAsking("typed", "tpyed").put(KEY, Secret.of("r")))
        .withMessage("The two passphrases differ.");

    assertThat(file()).doesNotExist();
  }

  @Test
  void aDamagedFileIsToldAndNeverOverwritten() throws Exception {
    store().put(KEY, Secret.of("r"));
    String whole = Files.readString(file());
    for (String damaged :
        List.of("", "garbage", whole.substring(0, whole.length() / 2), whole.replace('.', ','))) {
      Files.writeString(file(), damaged);
      for (ThrowingCallable call : everyCallOn(storeWith("passphrase"))) {
        assertThatExceptionOfType(SecretStoreUnavailable.class)
            .isThrownBy(call)
            .withMessageStartingWith("The encrypted file " + file() + " is damaged: ")
            .satisfies(
                failure -> assertThat(failure.remedy()).contains("delete it and sign in again"));
      }
      assertThat(Files.readString(file())).isEqualTo(damaged);
    }
  }

  @Test
  void aFileThatCannotBeUsedIsAStoreThatCannotBeReached() throws Exception {
    Files.createDirectory(file());

    for (ThrowingCallable call : everyCallOn(store())) {
      assertThatExceptionOfType(SecretStoreUnavailable.class)
          .isThrownBy(call)
          .withMessageContaining("is a directory");
    }
  }

  @Test
  void concurrentWritersLoseNothing() throws Exception {
    List<Callable<Void>> writers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String key = "gatepass/%016d/refresh".formatted(i);
      writers.add(() -> {
        storeWith("passphrase").put(key, Secret.of(key));
        return null;
      });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Void> done : threads.invokeAll(writers)) {
        done.get();
      }
    }

    assertThat(sameSecrets().list("gatepass/")).hasSize(20);
  }

  @Test
  void itOpensAFileOfTheRealStrength() {
    Passphrases passphrases = passphrases("passphrase");
    new EncryptedFileStore(atomicFile(), locks(), passphrases).put(KEY, Secret.of("r"));

    assertThat(new EncryptedFileStore(atomicFile(), locks(), passphrases).get(KEY))
        .contains(Secret.of("r"));
  }

  private static List<ThrowingCallable> everyCallOn(SecretStore store) {
    return List.of(
        () -> store.get(KEY),
        () -> store.list(""),
        () -> store.put(KEY, Secret.of("other")),
        () -> store.delete(KEY));
  }

  private SecretStore storeWith(String passphrase) {
    return new EncryptedFileStore(atomicFile(), locks(), passphrases(passphrase), FEW_ITERATIONS);
  }

  private SecretStore storeAsking(String... answers) {
    List<String> left = new ArrayList<>(List.of(answers));
    PassphrasePrompt prompt =
        question -> {
          questions.add(question);
          return Optional.of(Secret.of(left.removeFirst()));
        };
    return new EncryptedFileStore(
        atomicFile(),
        locks(),
        new Passphrases(platform(Map.of()), Optional.empty(), Optional.of(prompt)),
        FEW_ITERATIONS);
  }

  private static Passphrases passphrases(String passphrase) {
    return new Passphrases(
        platform(Map.of("GATEPASS_PASSPHRASE", passphrase)), Optional.empty(), Optional.empty());
  }

  private static Passphrases none() {
    return new Passphrases(platform(Map.of()), Optional.empty(), Optional.empty());
  }

  private static Platform platform(Map<String, String> environment) {
    return new Platform(Platform.Os.LINUX, "/nonexistent", environment);
  }

  private AtomicFile atomicFile() {
    return new AtomicFile(file());
  }

  private FileLocks locks() {
    return new FileLocks(directory.resolve("locks"), System::nanoTime);
  }

  private Path file() {
    return directory.resolve("secrets.jwe");
  }
}
