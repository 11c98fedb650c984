package io.gatepass.adapters.fs.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.DocumentFormat;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.edit.WantedEdit;
import io.gatepass.adapters.fs.edit.dotenv.DotenvFormat;
import io.gatepass.adapters.fs.edit.jsonc.JsoncFormat;
import io.gatepass.adapters.fs.text.UneditableDocument;
import io.gatepass.adapters.fs.undo.FilePlan.Replaced;
import io.gatepass.adapters.fs.undo.RevertedFile.Left;
import io.gatepass.adapters.fs.undo.RevertedFile.Reason;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.undo.EditUndo;
import io.gatepass.domain.undo.FileUndo;
import io.gatepass.domain.undo.PreviousValue;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FilePlannerTest {
  private static final DocumentFormat FORMAT = JsoncFormat.jsonc();
  private final FilePlanner planner = new FilePlanner(FORMAT);
  private final FileReverter reverter = new FileReverter(FORMAT);

  @Test
  void aValueOfSomebodyElseIsReplacedAndSaid() throws UneditableDocument {
    // When
    FilePlan plan = plan("{\"apiKeyHelper\": \"/opt/vault read\"}", text("/apiKeyHelper", "ours"));
    // Then
    assertThat(plan.text()).isEqualTo("{\"apiKeyHelper\": \"ours\"}");
    assertThat(plan.replaced()).containsExactly(new Replaced(Pointer.of("apiKeyHelper"), false));
    assertThat(plan.settled().edits().getFirst().previous())
        .isEqualTo(new PreviousValue.Raw("\"/opt/vault read\""));
  }

  @Test
  void aCredentialOfSomebodyElseIsKeptAsOne() throws UneditableDocument {
    // When
    FilePlan byKey = plan("{\"API_KEY\": \"hunter2\"}", text("/API_KEY", "ours"));
    FilePlan byLooks =
        plan("{\"apiKeyHelper\": \"echo sk-ant-12345678\"}", text("/apiKeyHelper", "o"));
    // Then
    assertThat(byKey.settled().edits().getFirst().previous())
        .isEqualTo(new PreviousValue.Credential(Secret.of("\"hunter2\"")));
    assertThat(byLooks.replaced()).containsExactly(new Replaced(Pointer.of("apiKeyHelper"), true));
    assertThat(reverter.revert(byKey.text(), byKey.settled()).text())
        .isEqualTo("{\"API_KEY\": \"hunter2\"}");
  }

  @Test
  void aKeyWithoutAValueIsNoCredential() throws UneditableDocument {
    // Given
    FilePlanner dotenv = new FilePlanner(new DotenvFormat());
    String text = "GEMINI_API_KEY=\n";
    // When
    FilePlan plan =
        dotenv.plan(
            state(Optional.of(text)), List.of(text("/GEMINI_API_KEY", "ours")), Optional.empty());
    // Then
    assertThat(plan.settled().edits().getFirst().previous()).isEqualTo(new PreviousValue.Raw(""));
    assertThat(new FileReverter(new DotenvFormat()).revert(plan.text(), plan.settled()).text())
        .isEqualTo(text);
  }

  @Test
  void aSecondSetupKeepsWhatStoodThereBeforeTheFirst() throws UneditableDocument {
    // Given
    FilePlan first = plan("{\"a\": \"before\"}", text("/a", "first"));
    // When
    FilePlan second = plan(first.text(), first.settled(), text("/a", "second"));
    // Then
    assertThat(second.replaced()).isEmpty();
    assertThat(second.settled().edits())
        .containsExactly(
            new EditUndo("/a", new PreviousValue.Raw("\"before\""), List.of("\"second\"")));
    assertThat(second.pending().edits())
        .containsExactly(
            new EditUndo(
                "/a", new PreviousValue.Raw("\"before\""), List.of("\"first\"", "\"second\"")));
  }

  @Test
  void aSecondSetupKeepsWhatTheUserPutThereSinceTheFirst() throws UneditableDocument {
    // Given
    FilePlan first = plan("{\"a\": \"before\"}", text("/a", "first"));
    // When
    FilePlan second = plan("{\"a\": \"theirs\"}", first.settled(), text("/a", "second"));
    // Then
    assertThat(second.replaced()).containsExactly(new Replaced(Pointer.of("a"), false));
    assertThat(reverter.revert(second.text(), second.settled()).text())
        .isEqualTo("{\"a\": \"theirs\"}");
  }

  @Test
  void whatIsNoLongerWantedIsTakenBackAndForgotten() throws UneditableDocument {
    // Given
    FilePlan first = plan("{}", text("/env/TLS", "0"), text("/b", "x"));
    // When
    FilePlan second = plan(first.text(), first.settled(), text("/b", "x"));
    // Then
    assertThat(second.text()).isEqualTo("{\n  \"b\": \"x\"\n}");
    assertThat(second.settled().edits()).extracting(EditUndo::pointer).containsExactly("/b");
    assertThat(second.settled().created()).isEmpty();
    assertThat(second.pending().edits()).extracting(EditUndo::pointer).contains("/env/TLS");
  }

  @Test
  void aFileThatSomebodyMadeAnewIsTheirs() throws UneditableDocument {
    // Given a file that setup made and somebody replaced
    FileUndo earlier =
        planner.plan(state(Optional.empty()), List.of(text("/a", "x")), Optional.empty()).settled();
    // When
    FilePlan plan = plan("{}", earlier, text("/a", "x"));
    // Then
    assertThat(plan.settled().existed()).isTrue();
    assertThat(reverter.revert(plan.text(), plan.settled()))
        .isEqualTo(new RevertedFile("{}", false, List.of()));
  }

  @Test
  void aValueThatTheUserChangedIsLeftAndSaid() throws UneditableDocument {
    // Given
    FilePlan plan = plan("{\"a\": 1, \"c\": 2}", text("/a", "x"), text("/b", "y"), text("/c", "z"));
    String changed = plan.text().replace("\"x\"", "\"mine\"").replace(", \"c\": \"z\"", "");
    // When
    RevertedFile reverted = reverter.revert(changed, plan.settled());
    // Then
    assertThat(reverted.text()).isEqualTo("{\"a\": \"mine\"}");
    assertThat(reverted.left())
        .containsExactly(
            new Left(Pointer.of("a"), Reason.CHANGED), new Left(Pointer.of("c"), Reason.REMOVED));
  }

  @Test
  void aCredentialThatIsGoneFromTheStoreIsSaid() throws UneditableDocument {
    // Given
    EditUndo edit = new EditUndo("/a", new PreviousValue.Lost(), List.of("\"x\""));
    FileUndo undo =
        new FileUndo("/f", "jsonc", true, List.of(), List.of(edit), List.of(), List.of());
    // When
    RevertedFile reverted = reverter.revert("{\"a\": \"x\", \"b\": 1}", undo);
    // Then
    assertThat(reverted.text()).isEqualTo("{ \"b\": 1}");
    assertThat(reverted.left()).containsExactly(new Left(Pointer.of("a"), Reason.LOST));
  }

  @Test
  void anEditThatCouldNotBeTakenBackIsRefused() {
    // Given a format that removes too much
    DocumentFormat lossy = overridingRemove("{}");
    // Then
    assertThatThrownBy(() ->
            new FilePlanner(lossy)
                .plan(state(Optional.of("{ }")), List.of(text("/a", "x")), Optional.empty()))
        .isInstanceOf(UneditableDocument.class)
        .hasMessageContaining("gatepass could not put it back to the byte");
  }

  private static DocumentFormat overridingRemove(String removed) {
    return (DocumentFormat)
        Proxy.newProxyInstance(
            DocumentFormat.class.getClassLoader(),
            new Class<?>[] {DocumentFormat.class},
            (_, method, arguments) ->
                method.getName().equals("remove") ? removed : method.invoke(FORMAT, arguments));
  }

  private FilePlan plan(String text, WantedEdit... wanted) throws UneditableDocument {
    return planner.plan(state(Optional.of(text)), List.of(wanted), Optional.empty());
  }

  private FilePlan plan(String text, FileUndo earlier, WantedEdit... wanted)
      throws UneditableDocument {
    return planner.plan(state(Optional.of(text)), List.of(wanted), Optional.of(earlier));
  }

  private static FileState state(Optional<String> text) {
    return new FileState("/f", text, List.of());
  }

  private static WantedEdit text(String at, String value) {
    return new WantedEdit(Pointer.parse(at), new ConfigValue.Text(value));
  }
}
