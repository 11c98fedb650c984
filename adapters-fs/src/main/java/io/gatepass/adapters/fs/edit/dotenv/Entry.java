package io.gatepass.adapters.fs.edit.dotenv;

/**
 * A key and its value. Offsets are in UTF-16 code units, ends exclusive.
 *
 * @param key the key
 * @param start where the entry starts: its key, or the word {@code export} before it on its line
 * @param valueStart where the value starts, with its quote
 * @param valueEnd where it ends, with its quote; the start for an empty value
 * @param value what it means
 */
record Entry(String key, int start, int valueStart, int valueEnd, String value) {}
