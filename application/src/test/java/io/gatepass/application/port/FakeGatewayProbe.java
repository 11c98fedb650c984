package io.gatepass.application.port;

import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.settings.Connection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway that answers a probe with a status to order, or not at all. */
public final class FakeGatewayProbe implements GatewayProbe {
  private final AtomicInteger questions = new AtomicInteger();
  private OptionalInt status = OptionalInt.empty();
  private List<String> models = List.of();
  private String goodToken = "";

  /** A gateway that answers with that HTTP status. */
  public static FakeGatewayProbe answering(int status) {
    FakeGatewayProbe probe = new FakeGatewayProbe();
    probe.answersWith(status);
    return probe;
  }

  /** From now on the gateway answers with that HTTP status. */
  public void answersWith(int newStatus) {
    status = OptionalInt.of(newStatus);
  }

  /** From now on the gateway does not answer, as at first. */
  public void doesNotAnswer() {
    status = OptionalInt.empty();
    models = List.of();
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

  /** From now on the gateway lists these models for whoever shows that token. */
  public void lists(String token, List<String> offered) {
    goodToken = token;
    models = List.copyOf(offered);
  }

  /** From now on the gateway lists these models for whoever shows any token. */
  public void lists(List<String> offered) {
    lists("", offered);
  }

  @Override
  public List<String> models(Connection connection, AccessToken token) {
    questions.incrementAndGet();
    return goodToken.isEmpty() || token.value().reveal().equals(goodToken)
        ? models.stream().distinct().toList()
        : List.of();
  }
}
