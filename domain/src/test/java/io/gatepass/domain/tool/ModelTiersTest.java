package io.gatepass.domain.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.settings.Connection.Anthropic;
import io.gatepass.domain.tool.ModelTiers.Tier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ModelTiersTest {
  private static final Map<Tier, String> DEFAULTS =
      Map.of(Tier.HAIKU, "haiku-0", Tier.OPUS, "opus-0", Tier.SONNET, "sonnet-0");

  @Test
  void aModelBelongsToTheTierInItsIdAndTheOthersAreTheDefaults() {
    ModelTiers tiers = bedrock(false, "us.anthropic.Claude-OPUS-4-8");
    assertThat(tiers.models())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Tier.HAIKU, "haiku-0",
                Tier.OPUS, "us.anthropic.Claude-OPUS-4-8",
                Tier.SONNET, "sonnet-0"));
    assertThat(tiers.warnings()).isEmpty();
  }

  @Test
  void oneMillionTokensAreAskedForOnceAndNeverOfHaiku() {
    assertThat(bedrock(true, "opus-9[1m]").models())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(Tier.HAIKU, "haiku-0", Tier.OPUS, "opus-9[1m]", Tier.SONNET, "sonnet-0[1m]"));
  }

  @Test
  void aModelOfNoTierIsSaid() {
    assertThat(bedrock(false, "gpt-5").warnings())
        .containsExactly(
            "The model \"gpt-5\" names none of haiku, opus and sonnet and is not used.");
  }

  @Test
  void aTierGivenTwiceIsSaidAndTheFirstCounts() {
    ModelTiers tiers = bedrock(false, "haiku-1", "haiku-2", "haiku-1");
    assertThat(tiers.models()).containsEntry(Tier.HAIKU, "haiku-1");
    assertThat(tiers.warnings())
        .containsExactly(
            "Two models are given for haiku: \"haiku-1\" is used, \"haiku-2\" is not.");
  }

  @Test
  void withoutBedrockNothingIsMappedAndTheFlagsAreSaid() {
    Anthropic anthropic = new Anthropic(Optional.empty(), List.of("opus-1"), false, true);
    ModelTiers tiers = ModelTiers.of(anthropic, DEFAULTS);
    assertThat(tiers.models()).isEmpty();
    assertThat(tiers.warnings())
        .containsExactly(
            "--enable-1m has no effect without --bedrock-compat.",
            "--models has no effect here without --bedrock-compat.");
  }

  @Test
  void flagsThatNoToolUsesAreSaid() {
    assertThat(ModelTiers.unused(new Anthropic(Optional.empty(), List.of(), true, true)))
        .containsExactly(
            "--bedrock-compat has no effect: no tool that is configured here uses it.",
            "--enable-1m has no effect: no tool that is configured here uses it.");
    assertThat(ModelTiers.unused(new Anthropic(Optional.empty(), List.of("x"), false, false)))
        .isEmpty();
  }

  private static ModelTiers bedrock(boolean enable1m, String... models) {
    return ModelTiers.of(
        new Anthropic(Optional.empty(), List.of(models), true, enable1m), DEFAULTS);
  }
}
