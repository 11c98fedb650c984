package io.gatepass.bootstrap.world;

import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.adapters.fs.secret.encrypted.PassphrasePrompt;
import io.gatepass.adapters.fs.session.Launch;
import io.gatepass.adapters.http.proxy.listen.Inheritance;
import io.gatepass.domain.platform.Platform;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The edges of the object graph, read once from the process: a test hands in others.
 *
 * @param platform the operating system, the user's home, the environment
 * @param terminal the streams
 * @param clock the time
 * @param executable the absolute path of the gatepass program, which tools will run
 * @param launch how this process came to run; absent where no launcher has told
 * @param prompt asks a person for a passphrase; absent where nobody is there
 * @param inheritance the socket that this process was started with, looked for when it is asked for
 */
public record World(
    Platform platform,
    Terminal terminal,
    InstantSource clock,
    String executable,
    Optional<Launch> launch,
    Optional<PassphrasePrompt> prompt,
    Inheritance inheritance) {}
