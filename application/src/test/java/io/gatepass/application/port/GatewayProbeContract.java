package io.gatepass.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.settings.Connection;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link GatewayProbe} does. */
public abstract class GatewayProbeContract {
  /** The probe under test. */
  protected abstract GatewayProbe probe();

  /** A connection to the gateway that the other methods are about. */
  protected abstract Connection connection();

  /** From now on the gateway answers with that HTTP status. */
  protected abstract void gatewayAnswers(int status) throws Exception;

  /** From now on the gateway does not answer. */
  protected abstract void gatewayIsDown() throws Exception;

  @Test
  protected void gatewayThatAsksForAKeyHasTheApiThere() throws Exception {
    gatewayAnswers(401);

    assertThat(probe().anthropicPathPrefix(connection())).contains("/anthropic");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 403, 404, 405})
  protected void anyOtherAnswerMeansThatTheApiIsNotThere(int status) throws Exception {
    gatewayAnswers(status);

    assertThat(probe().anthropicPathPrefix(connection())).contains("");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  protected void gatewayInTroubleTeachesNothing(int status) throws Exception {
    gatewayAnswers(status);

    assertThat(probe().anthropicPathPrefix(connection())).isEmpty();
  }

  @Test
  protected void gatewayThatIsDownTeachesNothing() throws Exception {
    Connection connection = connection();
    gatewayIsDown();

    assertThat(probe().anthropicPathPrefix(connection)).isEmpty();
  }

  /** From now on the gateway lists these models for whoever shows that token. */
  protected abstract void gatewayLists(String token, List<String> models) throws Exception;

  @Test
  protected void modelsAreListedInTheGatewaysOrderEachOnce() throws Exception {
    gatewayLists("good", List.of("sonnet", "haiku", "sonnet"));

    assertThat(probe().models(connection(), token("good"))).containsExactly("sonnet", "haiku");
  }

  @Test
  protected void modelsAreNotListedForATokenThatIsNotTaken() throws Exception {
    gatewayLists("good", List.of("sonnet"));

    assertThat(probe().models(connection(), token("bad"))).isEmpty();
  }

  @Test
  protected void gatewayThatIsDownListsNothing() throws Exception {
    gatewayLists("good", List.of("sonnet"));
    Connection connection = connection();
    gatewayIsDown();

    assertThat(probe().models(connection, token("good"))).isEmpty();
  }

  protected static AccessToken token(String value) {
    return new AccessToken(Secret.of(value), Instant.EPOCH, Instant.EPOCH);
  }
}
