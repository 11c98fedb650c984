package io.gatepass.domain.settings;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every setting: its name in {@code config.json} (a dot stands for nesting), its environment
 * variable and, where it has one, its command line option.
 */
public enum SettingKey {
  /** The LLM gateway's base address; mandatory. */
  GATEWAY_URL("gatewayUrl", "GATEWAY_URL", "--gateway-url", Shape.TEXT),
  /** The OIDC issuer; mandatory. */
  ISSUER("issuer", "ISSUER", "--issuer", Shape.TEXT),
  /** The public client's id at the issuer; mandatory. */
  CLIENT_ID("clientId", "CLIENT_ID", "--client-id", Shape.TEXT),
  /** The API the token is for. */
  AUDIENCE("audience", "AUDIENCE", "--audience", Shape.TEXT),
  /** Further scopes. */
  SCOPES("scopes", "SCOPES", "--scope", Shape.LIST),
  /** The loopback proxy's port. */
  PROXY_PORT("proxyPort", "PROXY_PORT", "--proxy-port", Shape.PORT),
  /** The redirect listener's port; ephemeral where not set. */
  CALLBACK_PORT("callbackPort", "CALLBACK_PORT", "--callback-port", Shape.PORT),
  /** No TLS verification; local development only. */
  TLS_SKIP_VERIFY("tlsSkipVerify", "TLS_SKIP_VERIFY", "--tls-skip-verify", Shape.FLAG),
  /** A PEM file of further certificate authorities. */
  CA_FILE("caFile", "CA_FILE", "--ca-file", Shape.TEXT),
  /** What to append to the gateway's address for Anthropic's API; may be empty. */
  ANTHROPIC_PATH_PREFIX(
      "anthropicPathPrefix", "ANTHROPIC_PATH_PREFIX", "--anthropic-path-prefix", Shape.TEXT),
  /** The models to offer in tools that need a list. */
  MODELS("models", "MODELS", "--models", Shape.LIST),
  /** Whether the gateway serves Anthropic's models by Bedrock. */
  BEDROCK_COMPAT("bedrockCompat", "BEDROCK_COMPAT", "--bedrock-compat", Shape.FLAG),
  /** Whether to ask for the one-million-token context. */
  ENABLE_1M("enable1m", "ENABLE_1M", "--enable-1m", Shape.FLAG),
  /** Which secret store to use; chosen automatically where not set. */
  SECRETS_PROVIDER("secrets.provider", "SECRETS_PROVIDER", null, Shape.TEXT),
  /** A command whose first line of output opens the encrypted file. */
  SECRETS_PASSPHRASE_COMMAND(
      "secrets.passphraseCommand", "SECRETS_PASSPHRASE_COMMAND", null, Shape.TEXT),
  /** Whether access tokens may be kept in the user's private RAM file system. */
  SECRETS_RUNTIME_CACHE("secrets.runtimeCache", "SECRETS_RUNTIME_CACHE", null, Shape.FLAG);

  private final String jsonName;
  private final String variable;
  private final Optional<String> option;
  private final Shape shape;

  /** What a value looks like in JSON. */
  public enum Shape {
    /** A string. */
    TEXT,
    /** An array of strings; comma-separated in a variable. */
    LIST,
    /** A whole number from 1024 to 65535. */
    PORT,
    /** true or false. */
    FLAG
  }

  SettingKey(
      String jsonName,
      String variable,
      @org.jspecify.annotations.Nullable String option,
      Shape shape) {
    this.jsonName = jsonName;
    this.variable = "GATEPASS_" + variable;
    this.option = Optional.ofNullable(option);
    this.shape = shape;
  }

  /** The name in {@code config.json}; a dot stands for nesting. */
  public String jsonName() {
    return jsonName;
  }

  /** The environment variable that sets it. */
  public String environmentVariable() {
    return variable;
  }

  /** The command line option that sets it, with its dashes. */
  public Optional<String> option() {
    return option;
  }

  /** What a value looks like. */
  public Shape shape() {
    return shape;
  }

  /** The key with that name in {@code config.json}. */
  public static Optional<SettingKey> ofJsonName(String name) {
    return Arrays.stream(values()).filter(key -> key.jsonName.equals(name)).findFirst();
  }
}
