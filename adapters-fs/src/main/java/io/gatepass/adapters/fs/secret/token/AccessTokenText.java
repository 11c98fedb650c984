package io.gatepass.adapters.fs.secret.token;

import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An access token and its life as one text: {@code v1}, the times of issue and of expiry in
 * milliseconds since 1970, and the token, each after one space. The token is the rest of the text,
 * whatever is in it. No line end follows. The format is as stable as its first word: it is also
 * read by the short way of {@code gatepass token}.
 */
public final class AccessTokenText {
  private static final Pattern FORMAT =
      Pattern.compile("v1 ([0-9]{1,15}) ([0-9]{1,15}) (.+)", Pattern.DOTALL);

  private AccessTokenText() {}

  /** The text; it is as secret as the token. */
  public static Secret format(AccessToken token) {
    return Secret.of(
        String.join(
            " ",
            "v1",
            Long.toString(token.issuedAt().toEpochMilli()),
            Long.toString(token.expiresAt().toEpochMilli()),
            token.value().reveal()));
  }

  /** The token; nothing where the text is of another kind, which is as good as none. */
  public static Optional<AccessToken> parse(Secret text) {
    Matcher matcher = FORMAT.matcher(text.reveal());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Instant issuedAt = instant(matcher.group(1));
    Instant expiresAt = instant(matcher.group(2));
    return expiresAt.isBefore(issuedAt)
        ? Optional.empty()
        : Optional.of(new AccessToken(Secret.of(matcher.group(3)), issuedAt, expiresAt));
  }

  private static Instant instant(String milliseconds) {
    return Instant.ofEpochMilli(Long.parseLong(milliseconds));
  }
}
