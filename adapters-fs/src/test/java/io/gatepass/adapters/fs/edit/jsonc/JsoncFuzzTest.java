package io.gatepass.adapters.fs.edit.jsonc;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.gatepass.adapters.fs.edit.AnyBytes;
import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.edit.Trial.Edit;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.util.List;

/** Any bytes where Claude Code's settings should be. */
final class JsoncFuzzTest {
  private final AnyBytes bytes =
      new AnyBytes(
          JsoncFormat.jsonc(),
          List.of(
              Edit.text("/apiKeyHelper", "'/opt/gate pass/bin/gatepass' token"),
              Edit.text("/env/A", "https://gateway.example.com/anthropic"),
              Edit.text("/env/B", "\"quoted\" \\ \n"),
              new Edit(Pointer.parse("/a/b/c"), ConfigValue.texts(List.of("token")))));

  @FuzzTest
  void isRefusedOrComesBack(byte[] document) throws UneditableDocument {
    bytes.areRefusedOrComeBack(document);
  }
}
