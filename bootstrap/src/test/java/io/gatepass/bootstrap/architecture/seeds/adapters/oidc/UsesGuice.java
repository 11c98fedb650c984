package io.gatepass.bootstrap.architecture.seeds.adapters.oidc;

import com.google.common.collect.ImmutableList;
import com.google.inject.Injector;

/** Rule 7. */
interface UsesGuice {
  ImmutableList<String> list(Injector injector);
}
