package io.gatepass.adapters.fs.edit.toml.span;

/** A key and its value, on a line of a section or in an inline table. */
public record Entry(Key key, Value value) {}
