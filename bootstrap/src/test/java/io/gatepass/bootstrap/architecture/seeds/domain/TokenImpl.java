package io.gatepass.bootstrap.architecture.seeds.domain;

/** Rule 14. */
class TokenImpl {}
