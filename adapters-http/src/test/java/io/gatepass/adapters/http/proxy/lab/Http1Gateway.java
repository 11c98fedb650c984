package io.gatepass.adapters.http.proxy.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** One that speaks HTTP/1.1 in the clear, so that each byte can be looked at. */
public final class Http1Gateway implements Gateway {
  private final BlockingQueue<Message> asked = new LinkedBlockingQueue<>();
  private final RawServer server;
  private volatile List<Message> answers = List.of();

  /** Starts. */
  public Http1Gateway() throws IOException {
    server = RawServer.saying(this::talk);
  }

  @Override
  public String url() {
    return server.url();
  }

  @Override
  public SSLContext trust() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void answers(List<Message> messages) {
    asked.clear();
    answers = messages;
  }

  @Override
  public Message asked() throws InterruptedException {
    Message message = asked.poll(60, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("nobody has asked");
    }
    return message;
  }

  @Override
  public void close() {
    server.close();
  }

  private void talk(InputStream in, OutputStream out) throws IOException {
    while (true) {
      asked.add(Message.read(in, false));
      for (Message answer : answers) {
        answer.write(out);
      }
    }
  }
}
