package io.gatepass.adapters.fs.tool.definition;

import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.Pointer;
import java.util.Locale;

/**
 * A value to set.
 *
 * @param at where
 * @param value what; names in braces in its texts stand for what is known at setup
 * @param when on which condition
 */
public record EditTemplate(Pointer at, ConfigValue value, Condition when) {
  /** Whether that name stands in braces in its value. */
  boolean names(String name) {
    return value.contains("{" + name + "}");
  }

  /** When an edit is made; {@code when} in a definition spells it in camel case. */
  public enum Condition {
    /** In every setup. */
    ALWAYS,
    /** Where TLS is not verified. */
    TLS_SKIP_VERIFY,
    /** Where the user trusts further certificate authorities. */
    CA_FILE,
    /** Where the gateway's models are known. */
    MODELS,
    /** Where the gateway serves Anthropic's models by Bedrock. */
    BEDROCK;

    static Condition parse(String word) {
      return valueOf(word.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
    }
  }
}
