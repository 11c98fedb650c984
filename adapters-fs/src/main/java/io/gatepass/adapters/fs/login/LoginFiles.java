package io.gatepass.adapters.fs.login;

import io.gatepass.adapters.fs.state.TextsFile;
import io.gatepass.application.port.LoginsUnderWay.Ending;
import io.gatepass.application.port.LoginsUnderWay.Page;
import io.gatepass.application.port.LoginsUnderWay.Progress;
import io.gatepass.domain.gateway.CredentialScope;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files about the login of one scope. What is not written by us says nothing. */
final class LoginFiles {
  private static final String STARTED = "started_at";
  private static final String PROCESS = "pid";
  private static final String URL = "url";
  private static final String SHOWN = "shown";
  private static final String SHOWN_AT = "shown_at";
  private static final String AT = "at";

  private final TextsFile login;
  private final TextsFile pageWish;
  private final TextsFile endWish;

  LoginFiles(Path directory, CredentialScope scope) {
    String name = "login-" + scope.id();
    this.login = new TextsFile(directory.resolve(name + ".json"));
    this.pageWish = new TextsFile(directory.resolve(name + ".page.json"));
    this.endWish = new TextsFile(directory.resolve(name + ".end.json"));
  }

  /** A login that had not ended when this was written. */
  record Login(Progress progress, long pid) {
    boolean isOfARunningProcess() {
      return ProcessHandle.of(pid).isPresent();
    }
  }

  /** Forgets the login before, and what was wished of it. */
  void begin(Instant now) {
    pageWish.delete();
    endWish.delete();
    publish(new Progress(now, Optional.empty()));
  }

  void publish(Progress progress) {
    Map<String, String> texts = new TreeMap<>();
    texts.put(STARTED, progress.startedAt().toString());
    texts.put(PROCESS, Long.toString(ProcessHandle.current().pid()));
    progress
        .page()
        .ifPresent(page -> {
          texts.put(URL, page.url());
          texts.put(SHOWN, Integer.toString(page.shown()));
          texts.put(SHOWN_AT, page.lastShownAt().toString());
        });
    login.write(texts);
  }

  void leave(Ending ending) {
    login.write(EndingTexts.of(ending));
  }

  Optional<Login> underWay() {
    Map<String, String> texts = login.read();
    if (EndingTexts.isIn(texts)) {
      return Optional.empty();
    }
    try {
      Progress progress = new Progress(Instant.parse(texts.getOrDefault(STARTED, "")), page(texts));
      return Optional.of(new Login(progress, Long.parseLong(texts.getOrDefault(PROCESS, ""))));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty(); // see the class comment
    }
  }

  Optional<Ending> ending() {
    return EndingTexts.parse(login.read());
  }

  void askForPage(Instant at) {
    pageWish.write(Map.of(AT, at.toString()));
  }

  Optional<Instant> pageAskedFor() {
    try {
      return Optional.ofNullable(pageWish.read().get(AT)).map(Instant::parse);
    } catch (DateTimeException e) {
      return Optional.empty(); // see the class comment
    }
  }

  void cancel() {
    endWish.write(Map.of("end", "true"));
  }

  boolean isCancelled() {
    return endWish.read().containsKey("end");
  }

  private static Optional<Page> page(Map<String, String> texts) {
    return Optional.ofNullable(texts.get(URL))
        .map(url ->
            new Page(
                url,
                Integer.parseInt(texts.getOrDefault(SHOWN, "")),
                Instant.parse(texts.getOrDefault(SHOWN_AT, ""))));
  }
}
