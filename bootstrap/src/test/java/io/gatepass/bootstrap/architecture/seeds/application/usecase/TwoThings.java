package io.gatepass.bootstrap.architecture.seeds.application.usecase;

import io.gatepass.bootstrap.architecture.seeds.domain.KnowsUseCase;

/** Rule 6: open, and two things. */
public class TwoThings {
  /** One. */
  public void one(KnowsUseCase word) {}

  /** Two. */
  public void two() {}
}
