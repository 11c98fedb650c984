package io.gatepass.application.port;

final class InMemoryTokenStoreTest extends TokenStoreContract {
  private final InMemoryTokenStore store = new InMemoryTokenStore();

  @Override
  protected TokenStore store() {
    return store;
  }

  @Override
  protected TokenStore sameTokens() {
    return store;
  }
}
