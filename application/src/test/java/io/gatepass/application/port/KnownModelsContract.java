package io.gatepass.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.gateway.GatewayUrl;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link KnownModels} does. Each test starts with nothing remembered. */
public abstract class KnownModelsContract {
  private static final GatewayUrl GATEWAY = GatewayUrl.parse("https://llm.example.com");
  private static final GatewayUrl OTHER = GatewayUrl.parse("https://other.example.com/llm");

  /** What is under test; the same one at every call within a test. */
  protected abstract KnownModels models();

  /** A further handle on the same memory; the same one again where there is only one. */
  protected abstract KnownModels sameModels();

  @Test
  protected void nothingIsKnownAtFirst() {
    assertThat(models().find(GATEWAY)).isEmpty();
  }

  @Test
  protected void eachGatewaysModelsAreRememberedInOrder() {
    models().remember(GATEWAY, List.of("sonnet", "anthropic.haiku-4:0", "a model"));
    models().remember(OTHER, List.of("gpt"));

    assertThat(sameModels().find(GATEWAY))
        .containsExactly("sonnet", "anthropic.haiku-4:0", "a model");
    assertThat(sameModels().find(OTHER)).containsExactly("gpt");
  }

  @Test
  protected void nextModelsTakeThePlaceOfThoseBefore() {
    models().remember(GATEWAY, List.of("sonnet"));
    sameModels().remember(GATEWAY, List.of("opus"));

    assertThat(models().find(GATEWAY)).containsExactly("opus");
  }
}
