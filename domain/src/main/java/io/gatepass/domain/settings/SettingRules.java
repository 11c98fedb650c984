package io.gatepass.domain.settings;

import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.gateway.GatewayUrl;
import io.gatepass.domain.oauth.Issuer;
import io.gatepass.domain.oauth.Scopes;
import java.util.List;
import java.util.regex.Pattern;

/** The rule of every setting; product.md, "Validation". */
final class SettingRules {
  private static final List<String> PROVIDERS =
      List.of("keychain", "encrypted-file", "environment", "memory");

  // Possessive, so that the matcher does not recurse: a long text must not exhaust the stack.
  private static final Pattern PATH_PREFIX =
      Pattern.compile("(?:/(?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})++)*+");

  private SettingRules() {}

  static void check(SettingKey key, String text) {
    rejectControlCharacters(key, text);
    switch (key) {
      case GATEWAY_URL -> GatewayUrl.parse(text);
      case ISSUER -> Issuer.parse(text);
      case CLIENT_ID, AUDIENCE, CA_FILE, MODELS, SECRETS_PASSPHRASE_COMMAND -> notBlank(key, text);
      case SCOPES -> scope(key, text);
      case PROXY_PORT, CALLBACK_PORT -> port(key, text);
      case ANTHROPIC_PATH_PREFIX -> pathPrefix(key, text);
      case SECRETS_PROVIDER -> provider(key, text);
      case TLS_SKIP_VERIFY, BEDROCK_COMPAT, ENABLE_1M, SECRETS_RUNTIME_CACHE -> flag(key, text);
    }
  }

  private static void rejectControlCharacters(SettingKey key, String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw InvalidSettings.withoutValue(key.jsonName(), "it must not contain control characters");
    }
  }

  private static void notBlank(SettingKey key, String text) {
    if (text.isBlank()) {
      throw refused(key, text, "it must not be empty");
    }
  }

  private static void scope(SettingKey key, String text) {
    if (!Scopes.isScopeToken(text)) {
      throw refused(key, text, "a scope is printable ASCII without space, quote or backslash");
    }
  }

  private static void port(SettingKey key, String text) {
    if (!text.matches("[0-9]{1,5}") || !isPort(Integer.parseInt(text))) {
      throw refused(key, text, "a port is a whole number from 1024 to 65535");
    }
  }

  private static boolean isPort(int number) {
    return number >= 1024 && number <= 65535;
  }

  private static void pathPrefix(SettingKey key, String text) {
    if (!PATH_PREFIX.matcher(text).matches()) {
      throw refused(
          key, text, "it must be empty or a path such as /anthropic without a slash at the end");
    }
  }

  private static void provider(SettingKey key, String text) {
    if (!PROVIDERS.contains(text)) {
      throw refused(key, text, "it must be one of " + String.join(", ", PROVIDERS));
    }
  }

  private static void flag(SettingKey key, String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw refused(key, text, "it must be true or false");
    }
  }

  private static InvalidSettings refused(SettingKey key, String text, String rule) {
    return InvalidSettings.of(key.jsonName(), text, rule);
  }
}
