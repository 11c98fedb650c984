package io.gatepass.application.port;

final class InMemorySettingsStoreTest extends SettingsStoreContract {
  private final InMemorySettingsStore store = new InMemorySettingsStore();

  @Override
  protected SettingsStore store() {
    return store;
  }

  @Override
  protected SettingsStore sameSettings() {
    return store;
  }
}
