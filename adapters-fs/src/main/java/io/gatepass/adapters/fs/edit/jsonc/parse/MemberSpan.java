package io.gatepass.adapters.fs.edit.jsonc.parse;

/**
 * Where a member of an object stands. Offsets are in UTF-16 code units, ends exclusive.
 *
 * @param name its name, unescaped
 * @param nameStart the opening quote of its name
 * @param nameEnd after the closing quote of its name
 * @param valueStart the first character of its value
 * @param valueEnd after the last character of its value
 */
public record MemberSpan(String name, int nameStart, int nameEnd, int valueStart, int valueEnd) {}
