package io.gatepass.application.port;

import io.gatepass.domain.settings.Connection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway that answers a probe with a status to order, or not at all. */
public final class FakeGatewayProbe implements GatewayProbe {
  private final AtomicInteger questions = new AtomicInteger();
  private OptionalInt status = OptionalInt.empty();

  /** From now on the gateway answers with that HTTP status. */
  public void answersWith(int newStatus) {
    status = OptionalInt.of(newStatus);
  }

  /** From now on the gateway does not answer, as at first. */
  public void doesNotAnswer() {
    status = OptionalInt.empty();
  }

  /** How often the gateway was asked. */
  public int questions() {
    return questions.get();
  }

  @Override
  public Optional<String> anthropicPathPrefix(Connection connection) {
    questions.incrementAndGet();
    return status.isEmpty() || status.getAsInt() >= 500
        ? Optional.empty()
        : Optional.of(status.getAsInt() == 401 ? "/anthropic" : "");
  }
}
