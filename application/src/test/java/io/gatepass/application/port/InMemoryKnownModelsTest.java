package io.gatepass.application.port;

final class InMemoryKnownModelsTest extends KnownModelsContract {
  private final InMemoryKnownModels models = new InMemoryKnownModels();

  @Override
  protected KnownModels models() {
    return models;
  }

  @Override
  protected KnownModels sameModels() {
    return models;
  }
}
