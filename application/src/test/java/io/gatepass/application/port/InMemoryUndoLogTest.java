package io.gatepass.application.port;

final class InMemoryUndoLogTest extends UndoLogContract {
  private final InMemoryUndoLog log = new InMemoryUndoLog();

  @Override
  protected UndoLog log() {
    return log;
  }

  @Override
  protected UndoLog sameRecords() {
    return log;
  }
}
