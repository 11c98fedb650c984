package io.gatepass.adapters.oidc.token;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import io.gatepass.adapters.oidc.http.HttpReply;
import io.gatepass.adapters.oidc.http.JsonAnswer;
import io.gatepass.adapters.oidc.http.Unreachable;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.oauth.Issuer;
import io.gatepass.domain.oauth.Secret;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what the token endpoint answers. ScribeJava's own readers are not used: their exceptions
 * carry the whole body, in which tokens may be, and they know no error beyond RFC 6749's.
 */
final class TokenAnswers {
  private static final Set<String> PASSING = Set.of("server_error", "temporarily_unavailable");

  /** A year: longer than any access token lives, and no risk to date arithmetic. */
  private static final long LONGEST = Duration.ofDays(365).toSeconds();

  private final Issuer issuer;

  TokenAnswers(Issuer issuer) {
    this.issuer = issuer;
  }

  /**
   * The answer in the reply.
   *
   * @param sent the secrets in the request, kept out of the error's description
   * @throws IssuerUnreachable if the issuer is in trouble or the reply is no token response
   */
  TokenAnswer read(HttpReply reply, List<Secret> sent) {
    return reply.status() == 200 ? granted(json(reply)) : error(reply, sent);
  }

  /**
   * The error in the reply (RFC 6749 §5.2).
   *
   * @param sent as in {@link #read}
   * @throws IssuerUnreachable if the issuer is in trouble or the reply is no OAuth error
   */
  TokenAnswer.Refused error(HttpReply reply, List<Secret> sent) {
    JsonAnswer answer = json(reply);
    String error =
        answer
            .text("error")
            .filter(_ -> reply.status() >= 400)
            .filter(it -> !PASSING.contains(it))
            .orElseThrow(() -> Unreachable.answered(issuer, reply));
    return OAuthErrors.shown(error, answer.text("error_description"), sent);
  }

  private JsonAnswer json(HttpReply reply) {
    return JsonAnswer.parse(reply.body())
        .filter(_ -> !reply.isTrouble())
        .orElseThrow(() -> Unreachable.answered(issuer, reply));
  }

  private TokenAnswer granted(JsonAnswer answer) {
    answer
        .text("token_type")
        .filter(it -> !it.equalsIgnoreCase("Bearer"))
        .ifPresent(_ -> {
          throw Unreachable.answered(issuer, "gave a token that is no bearer token");
        });
    return new TokenAnswer.Granted(
        secret(answer, "access_token").orElseThrow(() -> notATokenResponse()),
        secret(answer, "refresh_token"),
        answer.text("id_token").map(this::idToken),
        lifetime(answer));
  }

  private JWT idToken(String text) {
    try {
      return JWTParser.parse(text);
    } catch (ParseException e) {
      // The parser's words may quote the token.
      throw Unreachable.answered(issuer, "gave an ID token that cannot be read");
    }
  }

  private Optional<Duration> lifetime(JsonAnswer answer) {
    if (!answer.members().containsKey("expires_in")) {
      return Optional.empty();
    }
    return answer
        .number("expires_in")
        .filter(it -> it > 0)
        .map(it -> Optional.of(Duration.ofSeconds(Math.min(it, LONGEST))))
        .orElseThrow(() -> Unreachable.answered(issuer, "gave a token that does not live"));
  }

  private IssuerUnreachable notATokenResponse() {
    return Unreachable.answered(issuer, "gave an answer without an access token");
  }

  private static Optional<Secret> secret(JsonAnswer answer, String name) {
    return answer.text(name).map(Secret::of);
  }
}
