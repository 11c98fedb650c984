package io.gatepass.bootstrap.architecture.seeds.adapters.cli;

/** Known to another adapter. */
public class Words {}
