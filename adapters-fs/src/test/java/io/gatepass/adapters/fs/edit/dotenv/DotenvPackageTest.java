package io.gatepass.adapters.fs.edit.dotenv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** The reader against npm's dotenv in Node, the version that Gemini CLI has in it. */
@Tag("acceptance")
final class DotenvPackageTest {
  private static final int BATCH = 2000;
  private static final JsonMapper MAPPER = new JsonMapper();

  @Provide
  Arbitrary<List<String>> documents() {
    return DotenvDocuments.tame().list().ofSize(BATCH);
  }

  @Provide
  Arbitrary<List<String>> anything() {
    return DotenvDocuments.wild().list().ofSize(BATCH);
  }

  @Provide
  Arbitrary<List<String>> values() {
    return DotenvDocuments.values().list().ofSize(BATCH);
  }

  @Property(tries = 5, edgeCases = EdgeCasesMode.NONE)
  void theReaderReadsWhatTheDotenvPackageReads(@ForAll("documents") List<String> documents)
      throws IOException, InterruptedException {
    requireTheSame(documents);
  }

  @Property(tries = 10, edgeCases = EdgeCasesMode.NONE)
  void theReaderReadsAnythingAsTheDotenvPackageDoes(@ForAll("anything") List<String> documents)
      throws IOException, InterruptedException {
    requireTheSame(documents);
  }

  @Property(tries = 5, edgeCases = EdgeCasesMode.NONE)
  void theDotenvPackageReadsBackWhatWasSet(
      @ForAll("documents") List<String> documents, @ForAll("values") List<String> values)
      throws IOException, InterruptedException, UneditableDocument {
    DotenvFormat format = new DotenvFormat();
    List<Map<String, String>> expected = parsed(documents);
    List<String> edited = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      expected.get(i).put("GEMINI_API_KEY", values.get(i));
      ConfigValue value = new ConfigValue.Text(values.get(i));
      edited.add(format.set(documents.get(i), Pointer.of("GEMINI_API_KEY"), value).text());
    }
    assertThat(parsed(edited)).isEqualTo(expected);
  }

  private static void requireTheSame(List<String> documents)
      throws IOException, InterruptedException {
    List<Map<String, String>> theirs = parsed(documents);
    for (int i = 0; i < documents.size(); i++) {
      Map<String, String> ours = new LinkedHashMap<>();
      DotenvReader.read(documents.get(i)).forEach(it -> ours.put(it.key(), it.value()));
      assertThat(ours).as(documents.get(i)).isEqualTo(theirs.get(i));
    }
  }

  private static List<Map<String, String>> parsed(List<String> documents)
      throws IOException, InterruptedException {
    String answer = NodeScript.run("dotenv.mjs", MAPPER.writeValueAsString(documents));
    return MAPPER.readValue(answer, new TypeReference<>() {});
  }
}
