package io.gatepass.e2e.survival.lab;

import io.gatepass.bootstrap.demo.issuer.RelyingParty;
import io.gatepass.e2e.harness.Samples;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A command that is killed after a setup and a sign-in.
 *
 * @param command the command
 * @param expired the end of the secrets' keys that have expired before it; empty where none has
 * @param lost before which call a kill costs a sign-in; empty where none does
 */
record Deed(List<String> command, String expired, String lost) {
  static final List<String> TOKEN = List.of("token", "--no-login");

  /**
   * All of them. An issuer that rotates refresh tokens has used up the old one when it sends the
   * new one: whoever is killed before that is kept has to sign in again, and nobody can spare them
   * that.
   */
  static List<Deed> all() {
    return List.of(
        new Deed(List.of("config", "set", "--audience", "api", "--scope", "llm"), "", ""),
        new Deed(List.of("config", "set", "--proxy-port", "15000"), "", ""),
        new Deed(List.of("config", "reset"), "", ""),
        new Deed(List.of("teardown", "--purge-tokens"), "", ""),
        new Deed(TOKEN, "/access", "/refresh"));
  }

  /** The user's files at first. */
  static Map<String, String> files() {
    return new TreeMap<>(
        Map.of(
            ".claude/settings.json",
            Samples.SETTINGS,
            ".gemini/.env",
            "# mine\nGEMINI_API_KEY=x\n"));
  }

  /** What has run before. */
  static List<List<String>> earlier(String issuer) {
    return List.of(
        List.of(
            "setup",
            "--lazy",
            "--gateway-url",
            "https://gateway.example",
            "--issuer",
            issuer,
            "--client-id",
            RelyingParty.CLIENT_ID,
            "--anthropic-path-prefix",
            "/anthropic"));
  }

  @Override
  public String toString() {
    return String.join(" ", command);
  }
}
