package io.gatepass.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.gateway.GatewayUrl;
import org.junit.jupiter.api.Test;

/** What every {@link KnownPathPrefixes} does. Each test starts with nothing remembered. */
public abstract class KnownPathPrefixesContract {
  private static final GatewayUrl GATEWAY = GatewayUrl.parse("https://llm.example.com");
  private static final GatewayUrl OTHER = GatewayUrl.parse("https://other.example.com/llm");

  /** What is under test; the same one at every call within a test. */
  protected abstract KnownPathPrefixes prefixes();

  /** A further handle on the same memory; the same one again where there is only one. */
  protected abstract KnownPathPrefixes samePrefixes();

  @Test
  protected void nothingIsKnownAtFirst() {
    assertThat(prefixes().find(GATEWAY)).isEmpty();
  }

  @Test
  protected void eachGatewaysPrefixIsRemembered() {
    prefixes().remember(GATEWAY, "/anthropic");
    prefixes().remember(OTHER, "");

    assertThat(samePrefixes().find(GATEWAY)).hasValue("/anthropic");
    assertThat(samePrefixes().find(OTHER)).hasValue("");
  }

  @Test
  protected void nextPrefixTakesThePlaceOfTheOneBefore() {
    prefixes().remember(GATEWAY, "/anthropic");
    samePrefixes().remember(GATEWAY, "/claude");

    assertThat(prefixes().find(GATEWAY)).hasValue("/claude");
  }
}
