package io.gatepass.adapters.fs.edit.script;

import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.DocumentFormat;
import io.gatepass.adapters.fs.edit.Edited;
import io.gatepass.adapters.fs.edit.Pointer;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A small program for a tool to run. Its text is the one value that it has, whatever the pointer.
 */
public final class ScriptFormat implements DocumentFormat {
  @Override
  public String name() {
    return "script";
  }

  @Override
  public boolean isProgram() {
    return true;
  }

  @Override
  public Optional<String> find(String text, Pointer at) {
    return Optional.of(text).filter(it -> !it.isEmpty());
  }

  @Override
  public Edited set(String text, Pointer at, ConfigValue value) {
    return Edited.of(raw(value));
  }

  @Override
  public String replace(String text, Pointer at, String raw) {
    return raw;
  }

  @Override
  public String remove(String text, Pointer at) {
    return "";
  }

  @Override
  public String removeIfEmpty(String text, Pointer container) {
    return text;
  }

  @Override
  public String closeIfEmpty(String text, Pointer container) {
    return text;
  }

  @Override
  public String raw(ConfigValue value) {
    if (value instanceof ConfigValue.Text script) {
      return script.text();
    }
    throw new IllegalArgumentException("a script is a text");
  }

  @Override
  public boolean same(String raw, String other) {
    return raw.equals(other);
  }

  @Override
  public String redact(String text, Predicate<String> keys) {
    return text;
  }
}
