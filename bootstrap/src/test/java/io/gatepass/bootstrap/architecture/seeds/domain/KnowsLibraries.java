package io.gatepass.bootstrap.architecture.seeds.domain;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.logging.Logger;

/** Rule 2. */
class KnowsLibraries {
  ObjectMapper mapper = new ObjectMapper();
  Logger logger = Logger.getAnonymousLogger();
}
