package io.gatepass.adapters.cli.command.proxy;

import picocli.CommandLine.Command;

/** Groups the commands that deal with the loopback proxy. */
@Command(
    name = "proxy",
    description = "The proxy on this machine, for tools that can only hold a static key.",
    synopsisSubcommandLabel = "COMMAND")
public final class ProxyCommand {}
