package io.gatepass.adapters.fs.settings;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.settings.Origin;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingKey.Shape;
import io.gatepass.domain.settings.SettingValue;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConcurrentSavesTest {
  @TempDir Path dir;

  @Test
  void noSettingIsLostWhenManySaveAtOnce() throws Exception {
    SettingsHome home = new SettingsHome(dir);
    List<SettingKey> flagsAndPorts =
        Arrays.stream(SettingKey.values())
            .filter(key -> key.shape() == Shape.FLAG || key.shape() == Shape.PORT)
            .toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<? extends Future<?>> saves =
          flagsAndPorts.stream()
              .map(key -> threads.submit(() -> home.store().save(Map.of(key, sample(key)))))
              .toList();
      for (Future<?> save : saves) {
        save.get(60, SECONDS);
      }
    }

    assertThat(SettingsHome.layer(home.store(), Origin.USER_SETTINGS))
        .containsOnlyKeys(flagsAndPorts);
  }

  private static SettingValue sample(SettingKey key) {
    return SettingValue.parse(key, key.shape() == Shape.FLAG ? "true" : "15000");
  }
}
