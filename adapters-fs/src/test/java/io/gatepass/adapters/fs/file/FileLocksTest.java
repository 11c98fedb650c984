package io.gatepass.adapters.fs.file;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.domain.failure.StorageFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLocksTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path dir;
  private FileLocks locks;

  @BeforeEach
  void locksInADirectoryThatIsNotThereYet() {
    locks = new FileLocks(dir.resolve("state/locks"), System::nanoTime);
  }

  @Test
  void lockIsFreeAgainWhenItIsClosed() {
    locks.acquire("login", PATIENCE).orElseThrow().close();

    assertThat(locks.acquire("login", Duration.ZERO)).isPresent();
  }

  @Test
  void lockFileIsPrivateAndStaysWhenTheLockIsClosed() throws IOException {
    locks.acquire("login", PATIENCE).orElseThrow().close();

    Path file = dir.resolve("state/locks/login.lock");
    assertThat(file).isEmptyFile();
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getPosixFilePermissions(file.getParent()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void lockHeldByThisProcessIsNotGivenTwiceAlsoNotToAnotherInstance() {
    try (FileLock _ = locks.acquire("login", PATIENCE).orElseThrow()) {
      FileLocks others = new FileLocks(dir.resolve("state/../state/locks"), System::nanoTime);

      assertThat(locks.acquire("login", Duration.ZERO)).isEmpty();
      assertThat(others.acquire("login", Duration.ZERO)).isEmpty();
      assertThat(locks.acquire("other", Duration.ZERO)).isPresent();
    }
  }

  @Test
  void closingTwiceDoesNotReleaseTheLockOfTheNextHolder() {
    FileLock first = locks.acquire("login", PATIENCE).orElseThrow();
    first.close();
    try (FileLock _ = locks.acquire("login", PATIENCE).orElseThrow()) {
      first.close();

      assertThat(locks.acquire("login", Duration.ZERO)).isEmpty();
    }
  }

  @Test
  void onlyOneThreadAtATimeHoldsTheLock() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger entered = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        all.add(
            threads.submit(() -> {
              try (FileLock _ = locks.acquire("login", PATIENCE).orElseThrow()) {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                entered.incrementAndGet();
                inside.decrementAndGet();
              }
            }));
      }
      for (Future<?> thread : all) {
        thread.get(60, SECONDS);
      }
    }
    assertThat(most).hasValue(1);
    assertThat(entered).hasValue(50);
  }

  @Test
  void lockOfAnotherProcessIsReleasedWhenThatProcessIsKilled() throws Exception {
    Path directory = dir.resolve("state/locks");
    try (ChildJvm holder = ChildJvm.start(LockHolder.class, directory, "login")) {
      assertThat(holder.line()).isEqualTo("holds login");
      assertThat(locks.acquire("login", Duration.ZERO)).isEmpty();

      holder.kill();

      assertThat(locks.acquire("login", Duration.ZERO)).isPresent();
    }
  }

  @Test
  void waitingEndsWhenThePatienceIsOver() throws Exception {
    Path directory = dir.resolve("state/locks");
    AtomicLong now = new AtomicLong();
    FileLocks waiting =
        new FileLocks(directory, () -> now.getAndAdd(Duration.ofMinutes(1).toNanos()));
    try (ChildJvm holder = ChildJvm.start(LockHolder.class, directory, "login")) {
      assertThat(holder.line()).isEqualTo("holds login");

      assertThat(waiting.acquire("login", Duration.ofMinutes(3))).isEmpty();

      assertThat(Duration.ofNanos(now.get())).isEqualTo(Duration.ofMinutes(4));
    }
  }

  @Test
  void waiterGetsTheLockAsSoonAsTheHolderDies() throws Exception {
    Path directory = dir.resolve("state/locks");
    try (ChildJvm holder = ChildJvm.start(LockHolder.class, directory, "login");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(holder.line()).isEqualTo("holds login");
      Future<Boolean> waiter = threads.submit(() -> locks.acquire("login", PATIENCE).isPresent());

      holder.kill();

      assertThat(waiter.get(60, SECONDS)).isTrue();
    }
  }

  @Test
  void interruptedWaiterSaysSoAndStaysInterrupted() {
    try (FileLock _ = locks.acquire("login", PATIENCE).orElseThrow()) {
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(StorageFailed.class)
          .isThrownBy(() -> locks.acquire("login", PATIENCE))
          .withMessageContaining("interrupted");

      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void fileAndTheLinkToItHaveOneLock() throws IOException {
    Path target = dir.resolve("dotfiles/settings.json");
    Path link = dir.resolve("settings.json");
    Files.createDirectory(target.getParent());
    Files.createSymbolicLink(link, target);

    try (FileLock _ = locks.acquire(new AtomicFile(link), PATIENCE)) {
      assertThatExceptionOfType(StorageFailed.class)
          .isThrownBy(() -> locks.acquire(new AtomicFile(target), Duration.ZERO))
          .withMessage(target + " is being changed by another gatepass.");
    }
  }

  @Test
  void lockFileThatCannotBeUsedIsNamed() throws IOException {
    Path directory = Files.createDirectories(dir.resolve("state/locks"));
    Files.createDirectory(directory.resolve("login.lock"));

    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(StorageFailed.class)
          .isThrownBy(() -> locks.acquire("login", PATIENCE))
          .withMessageContaining("login.lock");
    }
  }
}
