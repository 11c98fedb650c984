package io.gatepass.adapters.http.proxy.listen;

import java.io.IOException;
import java.nio.channels.Channel;
import java.util.Optional;

/** What whoever started this process has left open for it as its standard input. */
@FunctionalInterface
public interface Inheritance {
  /** A socket; absent where there is none. Closing one of those closes the standard streams too. */
  Optional<Channel> channel() throws IOException;
}
