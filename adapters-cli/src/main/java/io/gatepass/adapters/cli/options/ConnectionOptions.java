package io.gatepass.adapters.cli.options;

import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The connection options, shared by {@code config set} and {@code setup}; product.md, "Commands".
 */
public final class ConnectionOptions {
  @Option(
      names = "--gateway-url",
      paramLabel = "URL",
      description = "The LLM gateway: https://, or http:// on a loopback host.")
  private @Nullable String gatewayUrl;

  @Option(names = "--issuer", paramLabel = "URL", description = "The OIDC issuer.")
  private @Nullable String issuer;

  @Option(
      names = "--client-id",
      paramLabel = "ID",
      description = "The public client's id at the issuer.")
  private @Nullable String clientId;

  @Option(
      names = "--audience",
      paramLabel = "AUDIENCE",
      description = "The API that the token is for.")
  private @Nullable String audience;

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      description = "A further scope; repeatable. offline_access is always added.")
  private @Nullable List<String> scopes;

  @Option(
      names = "--proxy-port",
      paramLabel = "PORT",
      description = "The loopback proxy's port; 14000 where not set.")
  private @Nullable String proxyPort;

  @Option(
      names = "--callback-port",
      paramLabel = "PORT",
      description = "The sign-in callback's port; any free one where not set.")
  private @Nullable String callbackPort;

  @Option(
      names = "--tls-skip-verify",
      negatable = true,
      description = "Do not verify TLS certificates. Local development only.")
  private @Nullable Boolean tlsSkipVerify;

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      description = "A PEM file of further certificate authorities to trust.")
  private @Nullable String caFile;

  @Option(
      names = "--anthropic-path-prefix",
      paramLabel = "PATH",
      description = "Where the gateway serves Anthropic's API, such as /anthropic; may be empty.")
  private @Nullable String anthropicPathPrefix;

  @Option(
      names = "--models",
      paramLabel = "MODEL",
      split = ",",
      description = "Models to offer in tools; repeatable or separated by commas.")
  private @Nullable List<String> models;

  @Option(
      names = "--bedrock-compat",
      negatable = true,
      description = "The gateway serves Anthropic's models by Bedrock.")
  private @Nullable Boolean bedrockCompat;

  @Option(
      names = "--enable-1m",
      negatable = true,
      description = "Ask for the one-million-token context.")
  private @Nullable Boolean enable1m;

  /**
   * The settings that were given, each checked.
   *
   * @throws InvalidSettings naming the option, the value and the rule
   */
  public Map<SettingKey, SettingValue> values() {
    Map<SettingKey, SettingValue> values = new EnumMap<>(SettingKey.class);
    put(values, SettingKey.GATEWAY_URL, gatewayUrl);
    put(values, SettingKey.ISSUER, issuer);
    put(values, SettingKey.CLIENT_ID, clientId);
    put(values, SettingKey.AUDIENCE, audience);
    put(values, SettingKey.SCOPES, scopes);
    put(values, SettingKey.PROXY_PORT, proxyPort);
    put(values, SettingKey.CALLBACK_PORT, callbackPort);
    put(values, SettingKey.TLS_SKIP_VERIFY, tlsSkipVerify);
    put(values, SettingKey.CA_FILE, absolute(caFile));
    put(values, SettingKey.ANTHROPIC_PATH_PREFIX, anthropicPathPrefix);
    put(values, SettingKey.MODELS, models);
    put(values, SettingKey.BEDROCK_COMPAT, bedrockCompat);
    put(values, SettingKey.ENABLE_1M, enable1m);
    return values;
  }

  /**
   * Tools run gatepass from any directory, so a relative path would mean another file each time.
   */
  private static @Nullable String absolute(@Nullable String file) {
    return file == null || file.isBlank() ? file : Path.of(file).toAbsolutePath().toString();
  }

  private static void put(
      Map<SettingKey, SettingValue> values, SettingKey key, @Nullable Object given) {
    if (given == null) {
      return;
    }
    List<String> texts =
        given instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : List.of(String.valueOf(given));
    try {
      values.put(key, SettingValue.parse(key, texts));
    } catch (InvalidSettings e) {
      throw e.at(key.option().orElseThrow(), Kind.USAGE);
    }
  }
}
