package io.gatepass.adapters.fs.state;

import io.gatepass.application.port.KnownModels;
import io.gatepass.domain.gateway.GatewayUrl;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Models in a file of the state directory: by gateway, one a line. */
public final class FileKnownModels implements KnownModels {
  private final TextsFile file;

  /** Models in that file. */
  public FileKnownModels(Path file) {
    this.file = new TextsFile(file);
  }

  @Override
  public List<String> find(GatewayUrl gateway) {
    return file.read().getOrDefault(gateway.value(), "").lines().toList();
  }

  @Override
  public void remember(GatewayUrl gateway, List<String> models) {
    Map<String, String> all = new TreeMap<>(file.read());
    String text = String.join("\n", models);
    if (!text.equals(all.put(gateway.value(), text))) {
      file.write(all);
    }
  }
}
