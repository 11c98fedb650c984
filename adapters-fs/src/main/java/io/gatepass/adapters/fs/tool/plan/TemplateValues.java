package io.gatepass.adapters.fs.tool.plan;

import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.domain.failure.ToolConfigUnreadable;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.platform.Platform.Os;
import io.gatepass.domain.settings.Connection;
import io.gatepass.domain.tool.ModelTiers;
import io.gatepass.domain.tool.ToolBindings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the names in braces stand for in the values of a tool definition.
 *
 * <ul>
 *   <li>{@code helperCommand}: the gatepass program as a word of a shell command
 *   <li>{@code helperPath}: the gatepass program as it is, for tools that need no shell
 *   <li>{@code helperScript}: the file of the format "script" among the tool's, absolute
 *   <li>{@code openAiBase}: the base address of OpenAI's API, with {@code /v1} once
 *   <li>{@code proxyOrigin}: the loopback proxy
 *   <li>{@code localKey}: the loopback proxy's static key
 *   <li>{@code anthropicBase}: the base address of Anthropic's API, without {@code /v1}
 *   <li>{@code caFile}: the file of further certificate authorities, absolute
 *   <li>{@code model}: in an item of a list, which is then repeated for each of the gateway's
 *       models
 *   <li>{@code haikuModel}, {@code opusModel}, {@code sonnetModel}: the tiers' models
 * </ul>
 */
record TemplateValues(Map<String, String> values, List<String> offered) {
  private static final String MODEL = "model";
  private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)}");

  TemplateValues {
    values = Map.copyOf(values);
    offered = List.copyOf(offered);
  }

  static TemplateValues of(ToolBindings bindings, ModelTiers tiers, Os os) {
    Connection connection = bindings.connection();
    Map<String, String> values = new HashMap<>();
    values.put("helperCommand", ShellWord.of(bindings.executable(), os));
    values.put("helperPath", bindings.executable());
    values.put("openAiBase", connection.openAiBase());
    values.put("proxyOrigin", connection.proxy().origin());
    bindings.localKey().map(Secret::reveal).ifPresent(key -> values.put("localKey", key));
    values.put("anthropicBase", connection.anthropicBase().replaceFirst("/v1$", ""));
    connection.tls().caFile().ifPresent(file -> values.put("caFile", absolute(file)));
    tiers.models().forEach((tier, model) -> values.put(tier.word() + "Model", model));
    return new TemplateValues(values, bindings.models());
  }

  /** The value with the names replaced in all its texts. */
  ConfigValue fill(ConfigValue template) {
    return switch (template) {
      case ConfigValue.Text it -> new ConfigValue.Text(fill(it.text()));
      case ConfigValue.Items it ->
          new ConfigValue.Items(it.items().stream().flatMap(this::item).toList());
      case ConfigValue.Fields it ->
          new ConfigValue.Fields(it.fields().stream().map(this::fill).toList());
      case ConfigValue.Whole _, ConfigValue.Flag _ -> template;
    };
  }

  private Stream<ConfigValue> item(ConfigValue template) {
    return template.contains("{" + MODEL + "}")
        ? offered.stream().map(model -> with(Map.of(MODEL, model)).fill(template))
        : Stream.of(fill(template));
  }

  /** These and others. */
  TemplateValues with(Map<String, String> others) {
    Map<String, String> more = new HashMap<>(values);
    more.putAll(others);
    return new TemplateValues(more, offered);
  }

  private ConfigValue.Field fill(ConfigValue.Field field) {
    return new ConfigValue.Field(field.name(), fill(field.value()));
  }

  private String fill(String text) {
    return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(of(name)));
  }

  private String of(MatchResult name) {
    String value = values.get(name.group(1));
    if (value == null) {
      throw new ToolConfigUnreadable(
          "The tool's definition names " + name.group() + ", which has no value here.",
          "Correct the definition in tools.d; docs/guides/tools.md lists the names.");
    }
    return value;
  }

  private static String absolute(String file) {
    return Path.of(file).toAbsolutePath().toString();
  }
}
