package io.gatepass.adapters.fs.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatepass.adapters.fs.file.AtomicFile;
import io.gatepass.application.port.KnownPathPrefixes;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.gateway.GatewayUrl;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Path prefixes in a file of the state directory: one line a gateway, its address, a space, the
 * prefix (which may be empty).
 */
public final class FileKnownPathPrefixes implements KnownPathPrefixes {
  private final AtomicFile file;

  /** Prefixes in that file. */
  public FileKnownPathPrefixes(Path file) {
    this.file = new AtomicFile(file);
  }

  @Override
  public Optional<String> find(GatewayUrl gateway) {
    return Optional.ofNullable(read().get(gateway.value()));
  }

  @Override
  public void remember(GatewayUrl gateway, String prefix) {
    Map<String, String> prefixes = read();
    if (!prefix.equals(prefixes.put(gateway.value(), prefix))) {
      write(prefixes);
    }
  }

  private Map<String, String> read() {
    Map<String, String> prefixes = new LinkedHashMap<>();
    text().lines().filter(line -> line.contains(" ")).forEach(line -> put(prefixes, line));
    return prefixes;
  }

  private static void put(Map<String, String> prefixes, String line) {
    int space = line.indexOf(' ');
    prefixes.put(line.substring(0, space), line.substring(space + 1));
  }

  private String text() {
    try {
      return file.read().map(bytes -> new String(bytes, UTF_8)).orElse("");
    } catch (StorageFailed _) {
      // What cannot be read is not known; the gateway can be asked again.
      return "";
    }
  }

  private void write(Map<String, String> prefixes) {
    String text =
        prefixes.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
            .collect(Collectors.joining());
    try {
      file.write(text.getBytes(UTF_8));
    } catch (StorageFailed _) {
      // What cannot be kept is asked for again; a setup must not fail of it.
    }
  }
}
