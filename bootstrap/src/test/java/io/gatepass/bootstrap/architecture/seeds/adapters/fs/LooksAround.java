package io.gatepass.bootstrap.architecture.seeds.adapters.fs;

import java.io.FileDescriptor;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;

/** Rules 10, 11 and 12. */
class LooksAround {
  Instant now() {
    return Instant.now();
  }

  Clock clock() {
    return Clock.systemUTC();
  }

  long millis() {
    return System.currentTimeMillis();
  }

  String home() {
    return System.getenv("HOME") + System.getProperty("user.home");
  }

  void streams(IOException failure) throws IOException {
    System.out.println(System.in.read());
    System.err.println("!");
    failure.printStackTrace();
    FileDescriptor.out.sync();
    System.inheritedChannel();
  }

  void throwsAnything() {
    throw new RuntimeException("something happened");
  }
}
