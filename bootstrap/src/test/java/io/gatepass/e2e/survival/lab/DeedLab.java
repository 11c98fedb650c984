package io.gatepass.e2e.survival.lab;

import io.gatepass.bootstrap.demo.issuer.EmbeddedIssuer;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Consent;
import io.gatepass.bootstrap.demo.issuer.RelyingParty;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.RefreshToken;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.oauth.TokenSet;
import io.gatepass.e2e.survival.lab.Bench.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Kills the commands that come after setup before each call that changes the disk or the keychain,
 * and looks at what is left and whether the next run completes it. A program of its own: it needs
 * the mortal file system.
 */
public final class DeedLab {
  private static final int LOGIN_NEEDED = 4;

  /** What the cache of the issuer's metadata writes before it renames it. */
  private static final String DRAFT = "/.draft";

  private static final Pattern LOCAL_KEY = Pattern.compile("(GEMINI_API_KEY=)[\\w-]{43}");

  private final Bench bench;
  private final EmbeddedIssuer issuer;
  private final Deed deed;
  private final List<String> wrong;

  private DeedLab(Bench bench, EmbeddedIssuer issuer, Deed deed, List<String> wrong) {
    this.bench = bench;
    this.issuer = issuer;
    this.deed = deed;
    this.wrong = wrong;
  }

  /**
   * Kills every deed, prints {@code points: N} for each and what went wrong, and exits with 1 if
   * anything did.
   *
   * @param args an empty directory
   */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    System.setProperty("guice_bytecode_gen_option", "DISABLED");
    List<String> wrong = new ArrayList<>();
    Bench bench = new Bench(Path.of(args[0]), InstantSource.system());
    try (EmbeddedIssuer issuer =
        EmbeddedIssuer.start(
            RelyingParty.CLIENT_ID, IssuerPolicy.with(Consent.APPROVE), InstantSource.system())) {
      for (Deed deed : Deed.all()) {
        System.out.println("points: " + new DeedLab(bench, issuer, deed, wrong).run() + " " + deed);
      }
    }
    wrong.forEach(System.out::println);
    System.exit(wrong.isEmpty() ? 0 : 1);
  }

  private int run() {
    State before = prepare();
    List<String> calls = bench.calls(deed.command());
    State after = bench.state();
    check("it changes something", !after.equals(before), after);
    for (int call = 0; call < calls.size(); call++) {
      kill(call, calls.get(call), after);
    }
    return calls.size();
  }

  /** The issuer may have rotated a token away, so each kill is after a sign-in of its own. */
  private State prepare() {
    bench.restore(new State(Deed.files(), Map.of()));
    Deed.earlier(issuer.url()).forEach(command -> succeeds("earlier", command));
    bench.signIn(tokens());
    if (!deed.expired().isEmpty()) {
      bench.forgetSecret(deed.expired());
    }
    return bench.state();
  }

  private void kill(int call, String name, State after) {
    String where = deed + " at " + name;
    State before = prepare();
    check(where + ": killed", bench.kills(call, deed.command()), before);
    State killed = bench.state();
    checkWhole(where, before, after, killed);
    if (!deed.lost().isEmpty() && name.endsWith(deed.lost())) {
      Run next = bench.run(deed.command());
      check(where + ": says so", next.exitCode() == LOGIN_NEEDED, bench.state());
    } else {
      succeeds(where + ", then again", deed.command());
      checkComplete(where + ", then again", after, bench.state());
    }
  }

  /** A sign-in at the issuer. */
  private TokenSet tokens() {
    try (RelyingParty user = new RelyingParty(issuer)) {
      Map<String, Object> answer = user.signIn();
      Instant now = Instant.now();
      return new TokenSet(
          new AccessToken(
              Secret.of(String.valueOf(answer.get("access_token"))),
              now,
              now.plus(Duration.ofHours(1))),
          Optional.of(new RefreshToken(Secret.of(String.valueOf(answer.get("refresh_token"))))),
          Optional.empty());
    } catch (IOException | InterruptedException | ParseException e) {
      throw new AssertionError(e);
    }
  }

  /** The local key is another one in every home. */
  private static Map<String, String> withoutKey(Map<String, String> files) {
    Map<String, String> without = new TreeMap<>(files);
    without.replaceAll((_, content) -> LOCAL_KEY.matcher(content).replaceAll("$1KEY"));
    return without;
  }

  /** Every file is the old or the new one, and no credential is lost. */
  private void checkWhole(String where, State before, State after, State killed) {
    killed
        .otherFiles()
        .forEach((name, content) ->
            check(
                where + ": " + name + " is old or new",
                isOneOf(content, name, before, after),
                killed));
    for (String name : before.otherFiles().keySet()) {
      boolean stays = after.files().containsKey(name);
      check(where + ": " + name, !stays || killed.files().containsKey(name), killed);
    }
    before
        .secrets()
        .forEach((key, secret) -> {
          boolean stays = after.secrets().containsKey(key);
          boolean held = killed.secrets().containsKey(key);
          check(where + ": secret " + key, !stays || held, killed);
          check(where + ": secret " + key + " is old", isWhole(key, secret, killed), killed);
        });
  }

  /** A sign-in of its own has given each run other words for the same things. */
  private static boolean isOneOf(String content, String name, State before, State after) {
    String without = LOCAL_KEY.matcher(content).replaceAll("$1KEY");
    return name.contains(DRAFT)
        || content.equals(before.files().get(name))
        || without.equals(withoutKey(after.files()).get(name))
        || content.equals(Deed.files().get(name))
        || (name.startsWith(".local") && !content.isEmpty());
  }

  private boolean isWhole(String key, Secret old, State killed) {
    return Optional.ofNullable(killed.secrets().get(key))
        .filter(it -> deed.expired().isEmpty())
        .map(old::equals)
        .orElse(true);
  }

  private void checkComplete(String where, State after, State completed) {
    check(
        where + ": files",
        withoutKey(completed.userFiles()).equals(withoutKey(after.userFiles())),
        completed);
    check(
        where + ": settings",
        completed.files().containsKey(State.SETTINGS) == after.files().containsKey(State.SETTINGS),
        completed);
    check(
        where + ": records",
        completed.records().keySet().equals(after.records().keySet()),
        completed);
    check(
        where + ": secrets",
        completed.secrets().keySet().equals(after.secrets().keySet()),
        completed);
    check(where + ": no temporary file", completed.temporaryFiles(true).isEmpty(), completed);
  }

  private void succeeds(String what, List<String> command) {
    Run run = bench.run(command);
    if (run.exitCode() != 0) {
      wrong.add(what + ": " + command + " exit " + run.exitCode() + ", " + run.said());
    }
  }

  private void check(String what, boolean holds, State state) {
    if (!holds) {
      wrong.add(what + " does not hold: " + state.files() + state.secrets().keySet());
    }
  }
}
