package io.gatepass.domain.settings;

import io.gatepass.domain.failure.NotConfigured;
import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.gateway.GatewayUrl;
import io.gatepass.domain.gateway.ProxyAddress;
import io.gatepass.domain.oauth.ClientRegistration;
import io.gatepass.domain.oauth.Issuer;
import io.gatepass.domain.oauth.Scopes;
import java.util.List;
import java.util.Optional;

/**
 * A complete connection: which gateway, which client at which issuer, and how to talk to both.
 *
 * @param gateway the LLM gateway
 * @param client the public client at the issuer
 * @param callbackPort the redirect listener's port; ephemeral where absent
 * @param proxy where the loopback proxy listens
 * @param tls whom to trust
 * @param anthropic how tools find Anthropic's API at the gateway
 */
public record Connection(
    GatewayUrl gateway,
    ClientRegistration client,
    Optional<Integer> callbackPort,
    ProxyAddress proxy,
    Tls tls,
    Anthropic anthropic) {

  /**
   * Whom to trust in TLS.
   *
   * @param skipVerify no verification at all; local development only
   * @param caFile a PEM file of further certificate authorities
   */
  public record Tls(boolean skipVerify, Optional<String> caFile) {}

  /**
   * How tools find Anthropic's API at the gateway.
   *
   * @param pathPrefix appended to the gateway's address; absent where nobody has set it
   * @param models the models to offer
   * @param bedrock whether the gateway serves them by Bedrock
   * @param enable1m whether to ask for the one-million-token context
   */
  public record Anthropic(
      Optional<String> pathPrefix, List<String> models, boolean bedrock, boolean enable1m) {}

  /** A setting without which there is no connection, in words and as an option. */
  private record Mandatory(SettingKey key, String words, String option) {}

  private static final List<Mandatory> MANDATORY =
      List.of(
          new Mandatory(SettingKey.GATEWAY_URL, "gateway URL", "--gateway-url https://…"),
          new Mandatory(SettingKey.ISSUER, "issuer", "--issuer https://…"),
          new Mandatory(SettingKey.CLIENT_ID, "client id", "--client-id …"));

  /**
   * The connection that the settings describe.
   *
   * @throws NotConfigured if the gateway URL, the issuer or the client id is missing
   */
  public static Connection of(Settings settings) {
    requireMandatory(settings);
    return new Connection(
        GatewayUrl.parse(settings.text(SettingKey.GATEWAY_URL).orElseThrow()),
        client(settings),
        settings.port(SettingKey.CALLBACK_PORT),
        new ProxyAddress(settings.port(SettingKey.PROXY_PORT).orElse(ProxyAddress.DEFAULT_PORT)),
        new Tls(settings.flag(SettingKey.TLS_SKIP_VERIFY), settings.text(SettingKey.CA_FILE)),
        anthropic(settings));
  }

  /** Which credentials this connection uses. */
  public CredentialScope scope() {
    return CredentialScope.of(gateway, client);
  }

  /** This connection with the path prefix known. */
  public Connection withAnthropicPathPrefix(String prefix) {
    Anthropic known =
        new Anthropic(
            Optional.of(prefix), anthropic.models(), anthropic.bedrock(), anthropic.enable1m());
    return new Connection(gateway, client, callbackPort, proxy, tls, known);
  }

  /** The base address of Anthropic's API, without {@code /v1}. */
  public String anthropicBase() {
    return gateway.withPath(anthropic.pathPrefix().orElse(""));
  }

  /** The base address of OpenAI's API, with {@code /v1} once. */
  public String openAiBase() {
    return gateway.value().replaceFirst("/v1$", "") + "/v1";
  }

  private static ClientRegistration client(Settings settings) {
    return new ClientRegistration(
        Issuer.parse(settings.text(SettingKey.ISSUER).orElseThrow()),
        settings.text(SettingKey.CLIENT_ID).orElseThrow(),
        settings.text(SettingKey.AUDIENCE),
        Scopes.of(settings.texts(SettingKey.SCOPES)));
  }

  private static Anthropic anthropic(Settings settings) {
    return new Anthropic(
        settings.text(SettingKey.ANTHROPIC_PATH_PREFIX),
        settings.texts(SettingKey.MODELS),
        settings.flag(SettingKey.BEDROCK_COMPAT),
        settings.flag(SettingKey.ENABLE_1M));
  }

  private static void requireMandatory(Settings settings) {
    List<Mandatory> missing =
        MANDATORY.stream().filter(it -> settings.get(it.key()).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw new NotConfigured(
          missing.stream().map(Mandatory::words).toList(),
          missing.stream().map(Mandatory::option).toList());
    }
  }
}
