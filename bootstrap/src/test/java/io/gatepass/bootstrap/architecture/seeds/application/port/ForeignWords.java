package io.gatepass.bootstrap.architecture.seeds.application.port;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Rule 4: words that are not the domain's. */
interface ForeignWords {
  void path(Path file);

  InputStream bytes();

  List<JsonNode> json();

  List<String> right(Duration patience);
}
