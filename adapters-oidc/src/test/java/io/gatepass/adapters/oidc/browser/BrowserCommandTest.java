package io.gatepass.adapters.oidc.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserCommandTest {
  private static final String URL = "https://auth.example.com/authorize?a=b&c=$(id);`id`";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          firefox                      | [firefox]
          firefox --new-tab %s         | [firefox, --new-tab, %s]
          'firefox  %s  '              | [firefox, %s]
          "/opt/my browser/run" -x     | [/opt/my browser/run, -x]
          open -a 'Google Chrome' %s   | [open, -a, Google Chrome, %s]
          --x="a b"c %s                | [--x=a bc, %s]
          firefox %s &                 | [firefox, %s]
          """,
      quoteCharacter = '`')
  void isSplitIntoWords(String text, String words) {
    String unquoted = text.startsWith("'f") ? text.substring(1, text.length() - 1) : text;

    assertThat(BrowserCommand.split(unquoted)).hasToString(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "&"})
  void nothingIsNoCommand(String text) {
    assertThat(BrowserCommand.split(text)).isEmpty();
  }

  @Test
  void takesTheAddressAsOneArgumentAtTheEnd() {
    assertThat(new BrowserCommand(List.of("firefox", "-P", "work")).opening("/bin/firefox", URL))
        .containsExactly("/bin/firefox", "-P", "work", URL);
  }

  @Test
  void takesTheAddressWhereItIsAskedFor() {
    assertThat(new BrowserCommand(List.of("x", "--app=%s", "end")).opening("/bin/x", URL))
        .containsExactly("/bin/x", "--app=" + URL, "end");
  }

  @Test
  void triesTheChosenOnesInOrderAndThenTheSystems() {
    assertThat(commands(Os.LINUX, "w3m:firefox -P x %s::"))
        .containsExactly(List.of("w3m"), List.of("firefox", "-P", "x", "%s"), List.of("xdg-open"));
  }

  @Test
  void everySystemHasItsOwn() {
    assertThat(commands(Os.LINUX, "")).containsExactly(List.of("xdg-open"));
    assertThat(commands(Os.MACOS, "")).containsExactly(List.of("open"));
    assertThat(commands(Os.WINDOWS, ""))
        .containsExactly(
            List.of("C:\\Windows\\System32\\rundll32.exe", "url.dll,FileProtocolHandler"));
  }

  @Test
  void onWindowsTheListIsSeparatedBySemicolons() {
    assertThat(commands(Os.WINDOWS, "\"C:\\Program Files\\fx.exe\" %s;other").getFirst())
        .containsExactly("C:\\Program Files\\fx.exe", "%s");
  }

  private static List<List<String>> commands(Os os, String browser) {
    Map<String, String> environment = Map.of("BROWSER", browser, "SystemRoot", "C:\\Windows");
    return new BrowserCommands(new Platform(os, "/home/ada", environment))
        .all().stream().map(BrowserCommand::words).toList();
  }
}
