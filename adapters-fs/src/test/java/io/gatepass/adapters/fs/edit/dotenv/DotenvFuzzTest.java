package io.gatepass.adapters.fs.edit.dotenv;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.gatepass.adapters.fs.edit.AnyBytes;
import io.gatepass.adapters.fs.edit.Trial.Edit;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.util.List;

/** Any bytes where Gemini CLI's environment should be. */
final class DotenvFuzzTest {
  private final AnyBytes bytes =
      new AnyBytes(
          new DotenvFormat(),
          List.of(
              Edit.text("/A", "gp-local-key"),
              Edit.text("/GEMINI_API_KEY", "a b # c"),
              Edit.text("/B", "it's")));

  @FuzzTest
  void isRefusedOrComesBack(byte[] document) throws UneditableDocument {
    bytes.areRefusedOrComeBack(document);
  }
}
