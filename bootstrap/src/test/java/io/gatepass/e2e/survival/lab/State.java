package io.gatepass.e2e.survival.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.gatepass.domain.oauth.Secret;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that there is at one moment.
 *
 * @param files every file below the home, byte for char; directories end in a slash, links start
 *     with an arrow
 * @param secrets what the keychain holds
 */
record State(Map<String, String> files, Map<String, Secret> secrets) {
  static final String LINK = "-> ";
  static final String SETTINGS = ".config/gatepass/config.json";

  private static final String TEMPORARY = ".tmp";
  private static final String UNDO = ".local/state/gatepass/undo/";

  /** What is the user's and not gatepass's. */
  Map<String, String> userFiles() {
    Map<String, String> files = new TreeMap<>(this.files);
    files.keySet().removeIf(name -> name.startsWith(".config") || name.startsWith(".local"));
    files.keySet().removeIf(State::isTemporary);
    return files;
  }

  /**
   * Files that only a process at work may have.
   *
   * @param settings whether to count those beside the settings of gatepass, which teardown does not
   *     touch
   */
  Map<String, String> temporaryFiles(boolean settings) {
    Map<String, String> files = new TreeMap<>(this.files);
    files.keySet().removeIf(name -> !isTemporary(name));
    files.keySet().removeIf(name -> !settings && name.startsWith(".config/gatepass/"));
    return files;
  }

  /** The undo records. */
  Map<String, String> records() {
    Map<String, String> files = new TreeMap<>(this.files);
    files.keySet().removeIf(name -> !name.startsWith(UNDO) || name.equals(UNDO));
    files.keySet().removeIf(State::isTemporary);
    return files;
  }

  /** Every other file, such as the settings of gatepass. */
  Map<String, String> otherFiles() {
    Map<String, String> files = new TreeMap<>(this.files);
    files.keySet().removeAll(records().keySet());
    files.keySet().removeIf(name -> isTemporary(name) || name.endsWith("/"));
    return files;
  }

  byte[] bytes(String name) {
    return files.get(name).getBytes(ISO_8859_1);
  }

  private static boolean isTemporary(String name) {
    return name.endsWith(TEMPORARY);
  }
}
