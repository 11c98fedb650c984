package io.gatepass.adapters.fs.edit;

/**
 * A value that setup wants in a file.
 *
 * @param at where
 * @param value what
 */
public record WantedEdit(Pointer at, ConfigValue value) {}
