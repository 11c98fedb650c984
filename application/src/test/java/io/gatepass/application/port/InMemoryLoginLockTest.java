package io.gatepass.application.port;

final class InMemoryLoginLockTest extends LoginLockContract {
  private final InMemoryLoginLock lock = new InMemoryLoginLock();

  @Override
  protected LoginLock lock() {
    return lock;
  }

  @Override
  protected LoginLock sameLock() {
    return lock;
  }
}
