package io.gatepass.e2e.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatepass.bootstrap.demo.http.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** npm's {@code oidc-provider} as a child process: PKCE required, rotation, 60-second tokens. */
public final class OidcProvider implements AutoCloseable {
  private static final long LIMIT_SECONDS = 60;

  private final Process process;
  private final Writer commands;
  private final List<Map<String, Object>> events = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Map<String, Object>> answers = new LinkedBlockingQueue<>();
  private final String issuer;

  private OidcProvider(Process process) throws InterruptedException {
    this.process = process;
    this.commands = process.outputWriter(UTF_8);
    Thread.ofVirtual().start(this::listen);
    this.issuer = answer("issuer");
  }

  /** Starts a provider that knows one native client. */
  public static OidcProvider start(String clientId) throws IOException, InterruptedException {
    return new OidcProvider(NodeScripts.start("provider.mjs", clientId).start());
  }

  /** The issuer identifier. */
  public String url() {
    return issuer;
  }

  /** From now on access tokens live that long. */
  public void setLifetime(int seconds) throws IOException, InterruptedException {
    command("lifetime " + seconds);
  }

  /** From now on nobody gets a refresh token. */
  public void withholdRefreshTokens() throws IOException, InterruptedException {
    command("withhold");
  }

  /** Loses every session, grant and token, so that a refresh gives {@code invalid_grant}. */
  public void forget() throws IOException, InterruptedException {
    command("forget");
  }

  /** How many requests came in for a path. */
  public long requests(String path) {
    return count(event -> path.equals(event.get("request")));
  }

  /** How many tokens were granted for a grant type. */
  public long grants(String type) {
    return count(event -> type.equals(event.get("grant")));
  }

  /** How many sessions were ended because a refresh token was used twice. */
  public long revocations() {
    return count(event -> event.containsKey("revoked"));
  }

  @Override
  public void close() {
    try {
      commands.close(); // which ends it, after the line that it may be writing
      process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting for the provider's end", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private long count(Predicate<Map<String, Object>> predicate) {
    return events.stream().filter(predicate).count();
  }

  private void command(String line) throws IOException, InterruptedException {
    commands.write(line + "\n");
    commands.flush();
    answer("done");
  }

  private String answer(String name) throws InterruptedException {
    Map<String, Object> answer = answers.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (answer == null || !answer.containsKey(name)) {
      throw new AssertionError("the provider did not say \"" + name + "\" but " + answer);
    }
    return answer.get(name).toString();
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        hear(event(line));
      }
    } catch (IOException e) {
      answers.add(Map.of("cut off", e.toString())); // a killed provider closes its pipe
    }
  }

  private void hear(Map<String, Object> event) {
    events.add(event);
    if (!event.containsKey("request") && !event.containsKey("grant")) {
      answers.add(event);
    }
  }

  /** Whoever waits is told of a line that is no JSON, such as half of one. */
  private static Map<String, Object> event(String line) {
    try {
      return Json.read(line);
    } catch (ParseException e) {
      return Map.of("no JSON", line);
    }
  }
}
