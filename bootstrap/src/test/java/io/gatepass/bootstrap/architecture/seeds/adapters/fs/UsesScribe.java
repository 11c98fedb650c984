package io.gatepass.bootstrap.architecture.seeds.adapters.fs;

import com.github.scribejava.core.oauth.OAuth20Service;

/** Rule 8. */
interface UsesScribe {
  void use(OAuth20Service it);
}
