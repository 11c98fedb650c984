package io.gatepass.adapters.http.proxy.lab;

import java.util.List;
import javax.net.ssl.SSLContext;

/** A gateway that answers what it is told to, and remembers what it was asked. */
public interface Gateway extends AutoCloseable {
  /** Its address. */
  String url();

  /** Whom its clients trust. */
  SSLContext trust();

  /** From now on it answers with these: interim answers, and a last one. */
  void answers(List<Message> messages);

  /** Waits for the next request. */
  Message asked() throws InterruptedException;

  @Override
  void close();
}
