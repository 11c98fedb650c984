package io.gatepass.bootstrap.architecture.seeds.adapters.fs;

import picocli.CommandLine;

/** Rule 8. */
interface UsesPicocli {
  void use(CommandLine it);
}
