package io.gatepass.application.port;

final class InMemoryLocalKeysTest extends LocalKeysContract {
  private final InMemoryLocalKeys keys = new InMemoryLocalKeys();

  @Override
  protected LocalKeys keys() {
    return keys;
  }

  @Override
  protected LocalKeys sameKeys() {
    return keys;
  }
}
