package io.gatepass.e2e.harness;

import io.gatepass.bootstrap.demo.http.Json;
import java.text.ParseException;
import java.util.regex.Pattern;

/** Settings of Claude Code as people write them. */
public final class Samples {
  /** With comments, uneven spacing and a trailing comma. */
  public static final String SETTINGS =
      """
      {
        // house rules
        "model": "opus",
        "permissions": { "allow": ["Bash(ls:*)"],   "deny": [] },
        /* the colours
           of the office */
        "theme": "dark",
      }
      """;

  private static final Pattern LINE_COMMENT = Pattern.compile("(?m)^\\s*//.*$");
  private static final Pattern BLOCK_COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
  private static final Pattern TRAILING_COMMA = Pattern.compile(",(\\s*[}\\]])");

  private Samples() {}

  /** The command that Claude Code would run for its key. */
  public static String apiKeyHelper(String settings) throws ParseException {
    String noComments =
        BLOCK_COMMENT.matcher(LINE_COMMENT.matcher(settings).replaceAll("")).replaceAll("");
    String json = TRAILING_COMMA.matcher(noComments).replaceAll("$1");
    return String.valueOf(Json.read(json).get("apiKeyHelper"));
  }
}
