package io.gatepass.adapters.fs.service.definition;

import io.gatepass.domain.platform.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The variables of the user's environment that a service must have to do what the same program does
 * in a terminal: where its files are, whom to trust, which proxy leads out. Nothing secret goes
 * into a service's file, so an address with a password is left out and said.
 *
 * @param variables name and value
 * @param notes what was left out
 */
record ServiceEnvironment(Map<String, String> variables, List<String> notes) {
  private static final List<String> PLACES = List.of("XDG_CONFIG_HOME", "XDG_STATE_HOME");
  private static final List<String> CARRIED =
      List.of(
          "GATEPASS_HOME",
          "SSL_CERT_FILE",
          "SSL_CERT_DIR",
          "HTTPS_PROXY",
          "https_proxy",
          "HTTP_PROXY",
          "http_proxy",
          "ALL_PROXY",
          "all_proxy",
          "NO_PROXY",
          "no_proxy");

  static ServiceEnvironment of(Platform platform) {
    Map<String, String> variables = new LinkedHashMap<>();
    List<String> notes = new ArrayList<>();
    // Where GATEPASS_HOME is set, these do not count; see UserDirectories.
    boolean ownHome = platform.variable("GATEPASS_HOME").isEmpty();
    Stream.concat(PLACES.stream().filter(_ -> ownHome), CARRIED.stream())
        .forEach(name ->
            platform
                .variable(name)
                .ifPresent(value -> {
                  if (holdsPassword(value) || !isOneLine(value)) {
                    notes.add(leftOut(name));
                  } else {
                    variables.put(name, value);
                  }
                }));
    return new ServiceEnvironment(variables, notes);
  }

  private static boolean holdsPassword(String value) {
    return value.contains("@");
  }

  private static boolean isOneLine(String value) {
    return value.chars().noneMatch(Character::isISOControl);
  }

  private static String leftOut(String name) {
    return name
        + " may hold a password and is not written into the service, which runs without it unless"
        + " your session sets it for services.";
  }
}
