package io.gatepass.domain.tool;

import io.gatepass.domain.settings.Connection.Anthropic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which model serves which of Anthropic's tiers, for a gateway that serves them by Bedrock;
 * tools.md, "Bedrock". A model belongs to the tier whose name is in its id.
 *
 * @param models the model ids; empty where the gateway does not use Bedrock
 * @param warnings what in the settings has no effect: one sentence each
 */
public record ModelTiers(Map<Tier, String> models, List<String> warnings) {
  private static final String ONE_MILLION = "[1m]";

  /** Copies the collections. */
  public ModelTiers {
    models = Map.copyOf(models);
    warnings = List.copyOf(warnings);
  }

  /** The tiers. */
  public enum Tier {
    /** The small one; it has no context of one million tokens. */
    HAIKU,
    /** The large one. */
    OPUS,
    /** The middle one. */
    SONNET;

    /** As model ids spell it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Tier> in(String model) {
      String lower = model.toLowerCase(Locale.ROOT);
      return Arrays.stream(values()).filter(tier -> lower.contains(tier.word())).findFirst();
    }
  }

  /** Sorts the models of a connection into tiers; a default stands in for a tier without one. */
  public static ModelTiers of(Anthropic anthropic, Map<Tier, String> defaults) {
    List<String> warnings = new ArrayList<>();
    if (!anthropic.bedrock()) {
      warnWithoutBedrock(anthropic, warnings);
      return new ModelTiers(Map.of(), warnings);
    }
    Map<Tier, String> models = new EnumMap<>(Tier.class);
    anthropic.models().forEach(model -> sort(model, models, warnings));
    defaults.forEach(models::putIfAbsent);
    if (anthropic.enable1m()) {
      models.replaceAll(ModelTiers::withOneMillion);
    }
    return new ModelTiers(models, warnings);
  }

  /** What in the settings has no effect where no tool asks for tiers: one sentence each. */
  public static List<String> unused(Anthropic anthropic) {
    List<String> warnings = new ArrayList<>();
    if (anthropic.bedrock()) {
      warnings.add("--bedrock-compat has no effect: no tool that is configured here uses it.");
    }
    if (anthropic.enable1m()) {
      warnings.add("--enable-1m has no effect: no tool that is configured here uses it.");
    }
    return warnings;
  }

  private static void sort(String model, Map<Tier, String> models, List<String> warnings) {
    Optional<Tier> tier = Tier.in(model);
    if (tier.isEmpty()) {
      warnings.add(
          "The model \"" + model + "\" names none of haiku, opus and sonnet and is not used.");
      return;
    }
    String first = models.putIfAbsent(tier.get(), model);
    if (first != null && !first.equals(model)) {
      warnings.add(
          "Two models are given for %s: \"%s\" is used, \"%s\" is not."
              .formatted(tier.get().word(), first, model));
    }
  }

  private static void warnWithoutBedrock(Anthropic anthropic, List<String> warnings) {
    if (anthropic.enable1m()) {
      warnings.add("--enable-1m has no effect without --bedrock-compat.");
    }
    if (!anthropic.models().isEmpty()) {
      warnings.add("--models has no effect here without --bedrock-compat.");
    }
  }

  private static String withOneMillion(Tier tier, String model) {
    return tier == Tier.HAIKU || model.endsWith(ONE_MILLION) ? model : model + ONE_MILLION;
  }
}
