package io.gatepass.adapters.cli.command;

import picocli.CommandLine.Command;

/** Groups the commands that deal with the settings. */
@Command(
    name = "config",
    description = "Show and change the settings.",
    synopsisSubcommandLabel = "COMMAND")
public final class ConfigCommand {}
