package io.gatepass.bootstrap.architecture.seeds.domain;

import io.gatepass.bootstrap.architecture.seeds.application.usecase.TwoThings;

/** Rules 1 and 11: the dependency points outwards, and closes a cycle. */
public class KnowsUseCase {
  TwoThings things = new TwoThings();
}
