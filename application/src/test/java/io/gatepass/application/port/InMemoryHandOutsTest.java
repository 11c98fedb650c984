package io.gatepass.application.port;

final class InMemoryHandOutsTest extends HandOutsContract {
  private final InMemoryHandOuts handOuts = new InMemoryHandOuts();

  @Override
  protected HandOuts handOuts() {
    return handOuts.askedBy("one");
  }

  @Override
  protected HandOuts ofAnotherProgram() {
    return handOuts.askedBy("another");
  }
}
