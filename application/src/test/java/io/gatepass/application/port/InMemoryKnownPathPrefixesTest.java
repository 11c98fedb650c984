package io.gatepass.application.port;

final class InMemoryKnownPathPrefixesTest extends KnownPathPrefixesContract {
  private final InMemoryKnownPathPrefixes prefixes = new InMemoryKnownPathPrefixes();

  @Override
  protected KnownPathPrefixes prefixes() {
    return prefixes;
  }

  @Override
  protected KnownPathPrefixes samePrefixes() {
    return prefixes;
  }
}
