package io.gatepass.e2e.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatepass.bootstrap.demo.http.Json;
import io.gatepass.e2e.browser.FakeBrowser;
import io.gatepass.e2e.browser.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Debian's Chromium without a screen. It takes a picture of the last page. */
public final class Chromium {
  private static final String EXECUTABLE = "/usr/bin/chromium";
  private static final long LIMIT_SECONDS = 120;

  private final Path profile;
  private final Path screenshots;

  /**
   * A browser with a profile of its own.
   *
   * @param profile an empty directory
   */
  public Chromium(Path profile) throws IOException {
    this.profile = profile;
    this.screenshots =
        Files.createDirectories(
            Path.of(System.getProperty("basedir", ""))
                .toAbsolutePath()
                .resolve("target/screenshots"));
  }

  /**
   * A user who presses the same button on every form.
   *
   * @param decision the button's value
   * @param screenshot the name of the picture, without its ending
   */
  public FakeBrowser.User user(String decision, String screenshot) {
    return (_, address) -> visit(address, decision, screenshots.resolve(screenshot + ".png"));
  }

  /** What each attempt of a foreign page on the proxy at that port ended with, by its name. */
  public Map<String, Object> attack(int port, String key) throws IOException, InterruptedException {
    ProcessBuilder pages =
        NodeScripts.start(
            "foreign-pages.mjs", EXECUTABLE, profile.toString(), Integer.toString(port));
    pages.environment().put("GATEPASS_KEY", key);
    return said(pages);
  }

  private Page visit(URI address, String decision, Path picture)
      throws IOException, InterruptedException {
    return page(
        said(
            NodeScripts.start(
                "browser.mjs",
                EXECUTABLE,
                profile.toString(),
                address.toString(),
                decision,
                picture.toString())));
  }

  private static Map<String, Object> said(ProcessBuilder script)
      throws IOException, InterruptedException {
    Process process = script.start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError("the browser failed: " + said);
      }
      return Json.read(said);
    } catch (ParseException e) {
      throw new AssertionError("the browser said something else than JSON", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Page page(Map<String, Object> seen) {
    if (!seen.get("errors").toString().equals("[]")) {
      throw new AssertionError("the page made the browser complain: " + seen);
    }
    return new Page(URI.create(seen.get("address").toString()), 200, seen.get("text").toString());
  }
}
