package io.gatepass.bootstrap;

import java.util.HashMap;
import java.util.Map;

/**
 * Goes the short way for several users in one process: an AOT cache is made of what one process has
 * loaded. For the build of the image only.
 */
public final class TokenRehearsal {
  private TokenRehearsal() {}

  /**
   * Prints the cached token of each.
   *
   * @param users the environment of each user who is signed in: {@code NAME=value}, a line each,
   *     over the environment of this process
   * @throws IllegalStateException if one has no token: the cache would lack what it is for
   */
  public static void main(String[] users) {
    for (String user : users) {
      if (!TokenMain.hasAnswered(environment(user), "token")) {
        throw new IllegalStateException("The short way finds no token with " + user);
      }
    }
  }

  private static Map<String, String> environment(String lines) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    for (String line : lines.split("\n", -1)) {
      int sign = line.indexOf('=');
      environment.put(line.substring(0, sign), line.substring(sign + 1));
    }
    return environment;
  }
}
