package io.gatepass.adapters.fs.edit.toml;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.gatepass.adapters.fs.edit.AnyBytes;
import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.edit.Trial.Edit;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.util.List;

/** Any bytes where Codex's settings should be. */
final class TomlFuzzTest {
  private final AnyBytes bytes =
      new AnyBytes(
          new TomlFormat(),
          List.of(
              Edit.text("/a", "gatepass"),
              Edit.text("/b/c/d", "https://gateway.example.com/v1"),
              new Edit(Pointer.parse("/b/c/e/f"), ConfigValue.texts(List.of("token"))),
              new Edit(Pointer.parse("/b/c/e/g"), new ConfigValue.Whole(300_000)),
              Edit.text("/model_provider", "gatepass")));

  @FuzzTest
  void isRefusedOrComesBack(byte[] document) throws UneditableDocument {
    bytes.areRefusedOrComeBack(document);
  }
}
