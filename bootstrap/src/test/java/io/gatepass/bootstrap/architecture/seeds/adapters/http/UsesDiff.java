package io.gatepass.bootstrap.architecture.seeds.adapters.http;

import com.github.difflib.patch.Patch;

/** Rule 8. */
interface UsesDiff {
  void use(Patch<String> it);
}
