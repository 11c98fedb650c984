package io.gatepass.adapters.cli.output;

import io.gatepass.adapters.cli.output.part.ChangeLines;
import io.gatepass.adapters.cli.output.part.Json;
import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.application.usecase.service.ChangeSettings;
import io.gatepass.application.usecase.settings.ShowSettings;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.Settings.Setting;
import io.gatepass.domain.tool.ConfiguredTool;
import io.gatepass.domain.tool.SupportLevel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints the settings. There is no secret among them. */
public final class SettingsPrinter {
  private final Terminal terminal;

  /** Prints on that terminal. */
  public SettingsPrinter(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Prints what {@code config set} did, and tells the exit code: 1 if nothing was changed. */
  public ExitCode edited(ChangeSettings.Request request, ChangeSettings.Outcome outcome) {
    new ChangeLines(terminal, "changed").print(outcome.changes());
    if (!outcome.saved()) {
      terminal.say("A tool above cannot follow to another port, so nothing was changed.");
      return ExitCode.FAILED;
    }
    outcome.warnings().forEach(warning -> terminal.say("Warning: " + warning));
    terminal.say(
        request.values().isEmpty()
            ? "No setting was given; nothing was changed."
            : "Saved in " + terminal.shortened(outcome.location()) + ".");
    return ExitCode.DONE;
  }

  /** Prints what {@code config show} found. */
  public ExitCode shown(ShowSettings.Outcome outcome, OutputFormat format) {
    outcome.warnings().forEach(warning -> terminal.say("Warning: " + warning));
    if (format == OutputFormat.JSON) {
      terminal.result(Json.text(object(outcome)));
    } else {
      printText(outcome);
    }
    return ExitCode.DONE;
  }

  private void printText(ShowSettings.Outcome outcome) {
    terminal.result("Settings file: " + terminal.shortened(outcome.location()));
    Arrays.stream(SettingKey.values()).forEach(key -> printSetting(key, outcome));
    if (outcome.tools().isEmpty()) {
      terminal.result("No tool is configured.");
    } else {
      terminal.result("Configured tools:");
      outcome.tools().forEach(this::printTool);
    }
  }

  private void printSetting(SettingKey key, ShowSettings.Outcome outcome) {
    outcome
        .settings()
        .get(key)
        .ifPresent(it ->
            terminal.result(
                "  %-28s %s  (%s)".formatted(key.jsonName(), it.value().joined(), origin(it))));
  }

  private String origin(Setting setting) {
    return switch (setting.origin()) {
      case USER_SETTINGS, POLICY_DEFAULT, POLICY_LOCKED ->
          setting.origin().words() + " " + terminal.shortened(setting.place());
      case OPTION, ENVIRONMENT, BUILT_IN -> setting.origin().words();
    };
  }

  private void printTool(ShowSettings.Tool shown) {
    ConfiguredTool tool = shown.configured();
    String files = tool.files().stream().map(terminal::shortened).collect(Collectors.joining(", "));
    terminal.result(
        "  %-14s %-8s %-10s  %s"
            .formatted(
                tool.id(),
                tool.mode().words(),
                shown.level().map(SupportLevel::words).orElse("unknown"),
                files));
  }

  private static Map<String, Object> object(ShowSettings.Outcome outcome) {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (SettingKey key : SettingKey.values()) {
      outcome.settings().get(key).ifPresent(it -> settings.put(key.jsonName(), object(key, it)));
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("settings_file", outcome.location());
    object.put("settings", settings);
    object.put("tools", outcome.tools().stream().map(SettingsPrinter::object).toList());
    return object;
  }

  private static Map<String, @Nullable Object> object(SettingKey key, Setting setting) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("value", value(key, setting));
    object.put("origin", setting.origin().words());
    object.put("place", setting.place());
    return object;
  }

  private static Object value(SettingKey key, Setting setting) {
    return switch (key.shape()) {
      case TEXT -> setting.value().text();
      case LIST -> List.copyOf(setting.value().texts());
      case PORT -> Integer.valueOf(setting.value().text());
      case FLAG -> Boolean.valueOf(setting.value().text());
    };
  }

  private static Map<String, Object> object(ShowSettings.Tool shown) {
    ConfiguredTool tool = shown.configured();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("tool", tool.id().value());
    object.put("mode", tool.mode().words());
    shown.level().ifPresent(level -> object.put("support", level.words()));
    object.put("files", tool.files());
    object.put("since", tool.since().toString());
    return object;
  }
}
