package io.gatepass.adapters.http.proxy.listen;

import java.util.concurrent.Executor;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * Lets a connector's own thread go on with a connection whose answer is complete. Jetty would wake
 * another thread for it, at every request; what that does here does not wait.
 */
final class OneThread implements Executor {
  private final Executor others;
  private volatile @Nullable ManagedSelector selector;

  /** Everything else is for those threads. */
  OneThread(Executor others) {
    this.others = others;
  }

  /** The thread is that connector's, which has started. */
  void of(ServerConnector connector) {
    selector =
        connector.getSelectorManager().getContainedBeans(ManagedSelector.class).iterator().next();
  }

  @Override
  public void execute(Runnable task) {
    ManagedSelector own = selector;
    if (own != null && task instanceof Connection) {
      own.submit(_ -> task.run());
    } else {
      others.execute(task);
    }
  }
}
