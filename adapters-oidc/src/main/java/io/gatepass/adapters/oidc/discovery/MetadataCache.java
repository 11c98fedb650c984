package io.gatepass.adapters.oidc.discovery;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.gatepass.adapters.oidc.http.IssuerHttp;
import io.gatepass.adapters.oidc.http.JsonAnswer;
import io.gatepass.domain.oauth.Issuer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Discovery documents on disk, one file an issuer, each reused for as long as the response that
 * brought it allowed. Nothing in them is secret, and none is believed without being checked again.
 * A cache that cannot be read or written is an empty one: the price is one more request.
 */
public final class MetadataCache {
  private final Path directory;
  private final InstantSource clock;

  /**
   * A cache.
   *
   * @param directory where its files are; made when it is first needed
   */
  public MetadataCache(Path directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
  }

  Optional<JsonAnswer> find(Issuer issuer) {
    return read(fileOf(issuer))
        .flatMap(JsonAnswer::parse)
        .filter(entry -> entry.text("issuer").filter(issuer.value()::equals).isPresent())
        .filter(this::isFresh)
        .flatMap(entry -> entry.text("document"))
        .flatMap(JsonAnswer::parse);
  }

  void keep(Issuer issuer, String document, Duration freshness) {
    if (freshness.isZero()) {
      forget(issuer);
      return;
    }
    Instant now = clock.instant();
    Map<String, Object> entry =
        Map.of(
            "issuer", issuer.value(),
            "from", now.getEpochSecond(),
            "until", now.plus(freshness).getEpochSecond(),
            "document", document);
    try {
      PrivateFile.write(directory, nameOf(issuer), JSONObjectUtils.toJSONString(entry));
    } catch (IOException e) {
      // Nothing is kept; the old entry, if any, ends by itself.
      forget(issuer);
    }
  }

  void forget(Issuer issuer) {
    try {
      Files.deleteIfExists(fileOf(issuer));
    } catch (IOException e) {
      // What cannot be deleted ends by itself, within 24 hours.
      return;
    }
  }

  /** An entry from the future means that the clock was set back: nobody knows how old it is. */
  private boolean isFresh(JsonAnswer entry) {
    long now = clock.instant().getEpochSecond();
    return entry.number("from").orElse(Long.MAX_VALUE) <= now
        && now < entry.number("until").orElse(Long.MIN_VALUE);
  }

  private static Optional<String> read(Path file) {
    try {
      return Files.size(file) > 2L * IssuerHttp.LIMIT
          ? Optional.empty()
          : Optional.of(Files.readString(file));
    } catch (IOException e) {
      // Not there yet, or not readable: the issuer is asked.
      return Optional.empty();
    }
  }

  private Path fileOf(Issuer issuer) {
    return directory.resolve(nameOf(issuer));
  }

  private static String nameOf(Issuer issuer) {
    return "discovery-" + hash(issuer.value()) + ".json";
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
