package io.gatepass.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.gatepass.bootstrap.architecture.Hexagon.PROGRAM;
import static io.gatepass.bootstrap.architecture.Hexagon.SEEDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import io.gatepass.domain.oauth.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule 9: a secret's text is taken out only where it leaves the program. */
class SecretsTest {

  private static final List<String> WAYS_OUT =
      List.of(
          // stdout of "gatepass token"
          "adapters.cli.output.TokenPrinter",
          // keychain, encrypted file
          "adapters.fs.secret..*",
          // the loopback proxy's key, which a tool holds in its file
          "adapters.fs.tool.plan.TemplateValues",
          // a key that was in a tool's file before setup goes back there
          "adapters.fs.undo.FileReverter",
          // the Authorization header
          "adapters.http.proxy.TokenInjector",
          "adapters.http.upstream.ModelList",
          // the Proxy-Authorization header
          "adapters.http.proxy.gateway.ThroughProxy",
          "adapters.http.upstream.ProxyRoutes",
          "adapters.oidc.proxy.ProxyRoutes",
          // the form sent to the token endpoint
          "adapters.oidc.token..*",
          // stdout of "gatepass token", without the full application
          "bootstrap.fasttoken..*");

  private static ArchRule secretsAreRevealedOnlyOnTheWayOut(Hexagon hexagon) {
    return noClasses()
        .that(describe("are not on the way out", type -> !isWayOut(hexagon, type.getName())))
        .should()
        .accessTargetWhere(
            describe(
                "Secret.reveal() is called or referred to",
                access ->
                    access.getTargetOwner().isEquivalentTo(Secret.class)
                        && access.getName().equals("reveal")));
  }

  /** Takes a class's name, or a package's with {@code ..*}; a nested class is its outer class. */
  private static boolean isWayOut(Hexagon hexagon, String type) {
    return WAYS_OUT.stream()
        .map(hexagon::in)
        .anyMatch(way ->
            way.endsWith("..*")
                ? type.startsWith(way.substring(0, way.length() - "..*".length()) + ".")
                : type.equals(way) || type.startsWith(way + "$"));
  }

  @Test
  void secretsAreRevealedOnlyOnTheWayOut() {
    secretsAreRevealedOnlyOnTheWayOut(PROGRAM).check(PROGRAM.classes());
  }

  @Test
  void aSecretRevealedElsewhereIsFound() {
    assertThat(SEEDS.violationsOf(secretsAreRevealedOnlyOnTheWayOut(SEEDS)))
        .anyMatch(found -> found.contains("RevealsSecret.directly"))
        .anyMatch(found -> found.contains("RevealsSecret.byReference"));
  }
}
