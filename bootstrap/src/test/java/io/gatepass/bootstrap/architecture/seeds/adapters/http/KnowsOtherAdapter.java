package io.gatepass.bootstrap.architecture.seeds.adapters.http;

import io.gatepass.bootstrap.architecture.seeds.adapters.cli.Words;

/** Rule 5. */
class KnowsOtherAdapter {
  Words words = new Words();
}
