package io.gatepass.domain.settings;

import io.gatepass.domain.failure.InvalidSettings;
import java.util.Arrays;
import java.util.List;

/**
 * A setting's value that has passed its rule.
 *
 * @param texts the texts of a list-shaped setting, the one text of any other
 */
public record SettingValue(List<String> texts) {
  /** Copies the texts. */
  public SettingValue {
    texts = List.copyOf(texts);
  }

  /**
   * Checks one text against the setting's rule; a list is split at commas.
   *
   * @throws InvalidSettings naming the setting, the value and the rule it breaks
   */
  public static SettingValue parse(SettingKey key, String text) {
    if (key.shape() != SettingKey.Shape.LIST) {
      return parse(key, List.of(text));
    }
    return parse(
        key,
        Arrays.stream(text.split(",", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList());
  }

  /**
   * Checks texts against the setting's rule.
   *
   * @throws InvalidSettings naming the setting, the value and the rule it breaks
   */
  public static SettingValue parse(SettingKey key, List<String> texts) {
    texts.forEach(text -> SettingRules.check(key, text));
    return new SettingValue(texts);
  }

  /** The one text of a setting that is no list. */
  public String text() {
    return texts.getFirst();
  }

  /** The texts joined by a comma, as a person reads them. */
  public String joined() {
    return String.join(",", texts);
  }
}
