package io.gatepass.adapters.fs.tool.override;

/** The registry of Windows, as far as it tells of an administrator's policies. */
@FunctionalInterface
public interface Registry {
  /** Where there is none. */
  Registry NONE = _ -> false;

  /** Whether a key such as {@code HKLM\SOFTWARE\Policies\ClaudeCode} is there. */
  boolean has(String key);
}
