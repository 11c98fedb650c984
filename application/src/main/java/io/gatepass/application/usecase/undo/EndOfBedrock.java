package io.gatepass.application.usecase.undo;

import io.gatepass.application.port.SettingsStore;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.settings.Origin;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.SettingsLayer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Bedrock's flags hold from the setup that names them until the teardown of the last tool;
 * tools.md, "Bedrock". A setup of another gateway then starts without them.
 */
final class EndOfBedrock {
  private static final Set<SettingKey> FLAGS =
      Set.of(SettingKey.BEDROCK_COMPAT, SettingKey.ENABLE_1M);

  private final SettingsStore settings;

  EndOfBedrock(SettingsStore settings) {
    this.settings = settings;
  }

  /**
   * Takes the flags out of the user's settings.
   *
   * @return what to tell of it: one sentence each
   */
  List<String> forget() {
    try {
      Set<SettingKey> set = set();
      if (set.isEmpty()) {
        return List.of();
      }
      settings.unset(set);
      return List.of(
          "The last tool is undone, and with it goes what is set for Bedrock: "
              + set.stream().map(SettingKey::jsonName).collect(Collectors.joining(" and "))
              + ".");
    } catch (GatepassException e) {
      return List.of("The settings for Bedrock stay: " + e.what() + " " + e.remedy());
    }
  }

  private Set<SettingKey> set() {
    return settings.load().layers().stream()
        .filter(layer -> layer.origin() == Origin.USER_SETTINGS)
        .map(SettingsLayer::values)
        .flatMap(values -> FLAGS.stream().filter(flag -> isTrue(values.get(flag))))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isTrue(@Nullable SettingValue value) {
    return value != null && Boolean.parseBoolean(value.text());
  }
}
