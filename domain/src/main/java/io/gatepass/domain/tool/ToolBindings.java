package io.gatepass.domain.tool;

import io.gatepass.domain.settings.Connection;

/**
 * What a tool's configuration is made of.
 *
 * @param executable the absolute path of the gatepass program, unquoted
 * @param connection the gateway and how to reach it
 */
public record ToolBindings(String executable, Connection connection) {}
