package io.gatepass.bootstrap.architecture.seeds.application;

import jakarta.inject.Inject;
import java.nio.file.Path;

/** Rule 3. */
class KnowsTheWorld {
  @Inject String injected;
  Path file = Path.of("settings");
  System.Logger logger = System.getLogger("world");
}
