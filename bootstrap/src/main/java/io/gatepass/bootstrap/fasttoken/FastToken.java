package io.gatepass.bootstrap.fasttoken;

import io.gatepass.adapters.cli.output.OutputFormat;
import io.gatepass.adapters.cli.output.TokenPrinter;
import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.adapters.fs.session.Launch;
import io.gatepass.application.usecase.token.ObtainToken.Outcome;
import io.gatepass.application.usecase.token.ObtainToken.Tier;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.platform.Platform;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Answers {@code gatepass token} from the cached access token, before the injector and the parser
 * of the command line are loaded: tools ask every few minutes and at every start. It goes by the
 * same classes as the whole program and gives the same answer; what needs more than a look at the
 * cache, be it only a warning, it leaves to the whole program.
 */
public final class FastToken {
  /** They say what happens without a cached token. */
  private static final List<String> WITHOUT_EFFECT_HERE = List.of("--no-login", "--skip-browser");

  private final Platform platform;
  private final Terminal terminal;
  private final InstantSource clock;
  private final Optional<Launch> launch;
  private final boolean compiled;

  /**
   * The short way on that machine.
   *
   * @param compiled whether this JVM compiles what it runs often; an interpreter alone would take
   *     half a minute to open the encrypted file
   */
  public FastToken(
      Platform platform,
      Terminal terminal,
      InstantSource clock,
      Optional<Launch> launch,
      boolean compiled) {
    this.platform = platform;
    this.terminal = terminal;
    this.clock = clock;
    this.launch = launch;
    this.compiled = compiled;
  }

  /** Whether the command line asks for a token as text and for nothing else. */
  public static boolean isAskedFor(String... args) {
    return args.length > 0
        && args[0].equals("token")
        && WITHOUT_EFFECT_HERE.containsAll(Arrays.asList(args).subList(1, args.length));
  }

  /** Prints the cached token if it is fresh; says whether it has done so. */
  public boolean print(String... args) {
    Optional<AccessToken> token = cached(args.length == 1);
    token.ifPresent(it ->
        new TokenPrinter(terminal)
            .print(new Outcome(it, Tier.CACHE, Optional.empty()), OutputFormat.TEXT));
    return token.isPresent();
  }

  private Optional<AccessToken> cached(boolean mayTakeLong) {
    try {
      CachedToken cached = new CachedToken(platform, clock, launch, compiled);
      Optional<AccessToken> token = cached.find();
      if (terminal.interactive()) {
        return token; // a person is shown what goes on, and knows what a token is for
      }
      return (token.isEmpty() && mayTakeLong ? cached.ofAnother() : token)
          .filter(cached::isHandedOut);
    } catch (GatepassException e) {
      // The whole program meets the same trouble and knows what to say or do about it.
      return Optional.empty();
    }
  }
}
