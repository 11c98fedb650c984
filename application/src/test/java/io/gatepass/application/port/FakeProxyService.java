package io.gatepass.application.port;

import io.gatepass.domain.failure.ProxyServiceFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A service in memory, which writes down what it does and fails to order. */
public final class FakeProxyService implements ProxyService {
  public static final String FILE = "/home/ada/.config/systemd/user/gatepass-proxy.service";

  private static final String KIND = "systemd user unit";

  private final List<String> journal = new ArrayList<>();
  private Optional<Installer> installer = Optional.empty();
  private Optional<ProxyServiceFailed> failure = Optional.empty();
  private Optional<String> warning = Optional.empty();
  private boolean current = true;

  /** Makes every call that would start or stop something fail. */
  public void failWith(ProxyServiceFailed cause) {
    failure = Optional.of(cause);
  }

  /** Makes uninstalling warn. */
  public void warnWith(String sentence) {
    warning = Optional.of(sentence);
  }

  /** Makes the installed file one of another version of gatepass. */
  public void age() {
    current = false;
  }

  /** What was done, in order: "install", "uninstall", "restart", "stop". */
  public List<String> journal() {
    return List.copyOf(journal);
  }

  @Override
  public Optional<Installation> installed() {
    return installer.map(by -> new Installation(by, KIND, FILE, current));
  }

  @Override
  public Plan plan() {
    failIfOrdered();
    return new Plan(KIND, FILE, List.of(), "journalctl --user -u gatepass-proxy");
  }

  @Override
  public Installation install(Installer by) {
    failIfOrdered();
    journal.add("install");
    installer = Optional.of(installer.orElse(by));
    current = true;
    return installed().orElseThrow();
  }

  @Override
  public List<String> uninstall() {
    if (installer.isEmpty()) {
      return List.of();
    }
    journal.add("uninstall");
    installer = Optional.empty();
    return warning.stream().toList();
  }

  @Override
  public void restart() {
    failIfOrdered();
    journal.add("restart");
  }

  @Override
  public void stop() {
    failIfOrdered();
    journal.add("stop");
  }

  private void failIfOrdered() {
    if (failure.isPresent()) {
      throw failure.get();
    }
  }
}
