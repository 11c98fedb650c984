package io.gatepass.application.port;

import io.gatepass.domain.settings.Connection;
import java.util.List;

final class FakeGatewayProbeTest extends GatewayProbeContract {
  private final FakeGatewayProbe probe = new FakeGatewayProbe();

  @Override
  protected GatewayProbe probe() {
    return probe;
  }

  @Override
  protected Connection connection() {
    return Connections.example();
  }

  @Override
  protected void gatewayAnswers(int status) {
    probe.answersWith(status);
  }

  @Override
  protected void gatewayIsDown() {
    probe.doesNotAnswer();
  }

  @Override
  protected void gatewayLists(String token, List<String> models) {
    probe.lists(token, models);
  }
}
