package io.gatepass.adapters.oidc.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.gatepass.adapters.oidc.http.HttpReply;
import io.gatepass.adapters.oidc.token.TokenAnswer.Granted;
import io.gatepass.adapters.oidc.token.TokenAnswer.Refused;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.oauth.Issuer;
import io.gatepass.domain.oauth.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Any bytes where a token endpoint's answer should be. */
final class TokenAnswerFuzzTest {
  private static final String SENT = "rt-0123";

  private final TokenAnswers answers = new TokenAnswers(Issuer.parse("https://i.example"));

  @FuzzTest
  void areTokensOrAnErrorThatDoesNotRepeatWhatWasSent(byte[] body) {
    for (int status : new int[] {200, 400}) {
      var reply = new HttpReply(status, Map.of(), new String(body, UTF_8));
      try {
        check(answers.read(reply, List.of(Secret.of(SENT))));
      } catch (IssuerUnreachable e) {
        assertThat(e.getMessage()).doesNotContain(SENT);
      }
    }
  }

  private static void check(TokenAnswer answer) {
    switch (answer) {
      case Granted granted -> {
        assertThat(granted.accessToken().reveal()).isNotEmpty();
        granted.lifetime().ifPresent(it -> assertThat(it).isPositive());
        assertThat(granted.lifetime().orElse(Duration.ZERO)).isLessThan(Duration.ofDays(366));
      }
      case Refused refused -> assertThat(refused.text()).isNotEmpty().doesNotContain(SENT);
    }
  }
}
