package io.gatepass.adapters.fs.edit;

import io.gatepass.adapters.fs.text.UneditableDocument;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A kind of configuration text and how it is edited: each edit changes the value it is about and
 * the least around it, and every other character stays. Texts are whole documents, with their byte
 * order mark if they have one. A blank text is a document without values.
 *
 * <p>For any document {@code x} that is accepted, setting values and taking them back with {@link
 * #remove} or {@link #replace}, {@link #removeIfEmpty} for what was created and {@link
 * #closeIfEmpty} for what was opened gives {@code x} again; setting a value that is already there
 * changes nothing.
 */
public interface DocumentFormat {
  /** The name that tool definitions and undo records give it. */
  String name();

  /** Whether a file of this kind is run, so that its owner must be allowed to. */
  default boolean isProgram() {
    return false;
  }

  /**
   * The raw text of a value; absent where there is none, or where something else than a container
   * is on the way.
   */
  Optional<String> find(String text, Pointer at) throws UneditableDocument;

  /** Sets a value and makes the containers it needs; leaves an equal value as it is spelled. */
  Edited set(String text, Pointer at, ConfigValue value) throws UneditableDocument;

  /** Puts raw text in the place of a value that is there. */
  String replace(String text, Pointer at, String raw) throws UneditableDocument;

  /** Removes a value that is there, and its key. */
  String remove(String text, Pointer at) throws UneditableDocument;

  /** Removes a container in which nothing is left, not even a comment; else changes nothing. */
  String removeIfEmpty(String text, Pointer container) throws UneditableDocument;

  /** Removes the white space of a container in which nothing else is left; else changes nothing. */
  String closeIfEmpty(String text, Pointer container) throws UneditableDocument;

  /**
   * Why the tool will not read the document though it can be edited: words that follow the file's
   * name. Nothing for most formats.
   */
  default Optional<String> problem(String text) {
    return Optional.empty();
  }

  /** The raw text of a value. */
  String raw(ConfigValue value);

  /** The same text for all raw texts that spell the same value. */
  default String normal(String raw) {
    return raw;
  }

  /** Whether two raw texts spell the same value. */
  boolean same(String raw, String other);

  /**
   * The document with the texts and numbers redacted that stand under the keys; for display only.
   */
  String redact(String text, Predicate<String> keys) throws UneditableDocument;
}
