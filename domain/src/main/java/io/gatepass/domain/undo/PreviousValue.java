package io.gatepass.domain.undo;

import io.gatepass.domain.oauth.Secret;

/** What stood at a key before setup wrote there. */
public sealed interface PreviousValue {
  /** The key did not exist. */
  record Absent() implements PreviousValue {}

  /** The value's raw text, byte for byte. */
  record Raw(String text) implements PreviousValue {}

  /** The value's raw text, which is a credential: kept in the secret store, never in a file. */
  record Credential(Secret text) implements PreviousValue {}

  /** The value was a credential that the secret store no longer has: it cannot be put back. */
  record Lost() implements PreviousValue {}
}
