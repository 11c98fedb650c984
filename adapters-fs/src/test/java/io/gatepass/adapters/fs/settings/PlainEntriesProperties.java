package io.gatepass.adapters.fs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.failure.InvalidSettings;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is plain is read as the JSON library reads it; what that refuses is not plain. */
class PlainEntriesProperties {
  private static final String PLACE = "config.json";

  @Property(tries = 3000)
  void whateverIsReadIsReadAsTheLibraryReadsIt(@ForAll("almostDocuments") String text) {
    PlainEntries.read(text)
        .ifPresent(entries -> assertThat(byTheLibrary(text)).as(text).contains(entries));
  }

  @Property
  void documentsWithoutRaritiesArePlain(@ForAll("documents") String text) {
    assertThat(PlainEntries.read(text)).isEqualTo(byTheLibrary(text)).isPresent();
  }

  @Example
  void linesAreCountedThroughCommentsAndWindowsLineEnds() {
    String text = "// one\r\n{ /* two\r\nthree */\r\n\"clientId\": \"c\",\n\n\"issuer\": \"i\" }\n";

    assertThat(PlainEntries.read(text).orElseThrow().stream().map(Entry::line))
        .containsExactly(4, 6);
    assertThat(byTheLibrary(text)).isEqualTo(PlainEntries.read(text));
  }

  private static Optional<List<Entry>> byTheLibrary(String text) {
    try {
      return Optional.of(SettingsParser.parseJson(PLACE, text));
    } catch (InvalidSettings e) {
      return Optional.empty();
    }
  }

  @Provide
  Arbitrary<String> documents() {
    Arbitrary<String> blank = Arbitraries.of("", " ", "\n", "\r\n", "\t", "/* c\n */", "// d\n");
    Arbitrary<String> value =
        Arbitraries.of("\"a b\"", "\"\"", "14000", "0", "true", "false", "[]", "[\"x\", \"y\",]");
    Arbitrary<String> names = Arbitraries.of("clientId", "issuer", "models", "é", "proxyPort");
    return names
        .set()
        .ofMaxSize(5)
        .flatMap(all ->
            value
                .list()
                .ofSize(all.size())
                .flatMap(values -> blank.map(gap -> document(List.copyOf(all), values, gap))));
  }

  private static String document(List<String> names, List<String> values, String gap) {
    StringBuilder text = new StringBuilder(gap + "{" + gap);
    for (int i = 0; i < names.size(); i++) {
      text.append('"').append(names.get(i)).append('"').append(gap).append(':').append(gap);
      text.append(values.get(i)).append(gap).append(',').append(gap);
    }
    return text + "\"secrets\": {" + gap + "\"provider\": \"memory\"}" + gap + "}" + gap;
  }

  private static final String PIECES =
      "\"clientId\":|\"secrets\":{|\"x\"|{|}|[|]|,|:|1|01|-1|1.5|1e3|12345678901|true|null|tru|/*|/|\n"
          + "|// c\n"
          + "|// c\r"
          + "|/* c */|\r"
          + "|\r\n"
          + "| |\"\\u0041\"|\"\\\"\"|\"\t\"|'a'|\u00a0";

  /** Pieces in any order, so that nearly everything is wrong with most of them. */
  @Provide
  Arbitrary<String> almostDocuments() {
    Arbitrary<String> piece = Arbitraries.of(PIECES.split("\\|", -1));
    return piece.list().ofMaxSize(8).map(pieces -> "{" + String.join("", pieces) + "}");
  }
}
