package io.gatepass.bootstrap.architecture.seeds;

import io.gatepass.bootstrap.architecture.seeds.application.usecase.TwoThings;

/** In no layer. */
class Homeless {
  TwoThings things = new TwoThings();
}
