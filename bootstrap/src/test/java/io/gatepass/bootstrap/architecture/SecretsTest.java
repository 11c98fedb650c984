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
          "adapters.cli.output..",
          // keychain, encrypted file
          "adapters.fs.secret..",
          // the user's own credential, back in their file
          "adapters.fs.undo..",
          // the token endpoint's form
          "adapters.oidc.flow..",
          // the Authorization header
          "adapters.http..",
          // stdout of "gatepass token", warm
          "bootstrap.fasttoken..");

  private static ArchRule secretsAreRevealedOnlyOnTheWayOut(Hexagon hexagon) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(hexagon.in(WAYS_OUT))
        .should()
        .accessTargetWhere(
            describe(
                "Secret.reveal() is called or referred to",
                access ->
                    access.getTargetOwner().isEquivalentTo(Secret.class)
                        && access.getName().equals("reveal")));
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
