package io.gatepass.bootstrap.architecture.seeds.application.port;

/** Rule 4: no interface. */
class ClassAsPort {}
