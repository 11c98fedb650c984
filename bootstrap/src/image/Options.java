import java.util.Arrays;
import java.util.List;

/** How the image's launchers start a JVM, and with which class. */
final class Options {
  /**
   * A small JVM that is started quickly. Log lines of the JVM itself would land on stdout, hence
   * {@code -Xlog:disable}. A method that is found by name is called once here: a class generated
   * for that takes longer than it spares.
   */
  private static final List<String> EVERY =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Xlog:disable",
          "--enable-native-access=ALL-UNNAMED",
          "-Djdk.reflect.useNativeAccessorOnly=true");

  /** Neither the interpreter nor the quick compiler looks at the profiles of the training. */
  private static final List<String> WITHOUT_TRAINING =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining", "-XX:-AOTReplayTraining");

  private static final String GUICE = "-Dguice_bytecode_gen_option=DISABLED";

  /** The quick compiler is enough for a program that is over before the better one pays. */
  static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

  /**
   * Where the encrypted file is opened: deriving its key takes the quick compiler twice as long as
   * the better one, which is left with nothing else to do.
   */
  static final List<String> BETTER_COMPILER =
      List.of(
          "-XX:Tier4InvocationThreshold=100000",
          "-XX:Tier4MinInvocationThreshold=50000",
          "-XX:Tier4CompileThreshold=200000",
          "-XX:Tier4BackEdgeThreshold=400000");

  /** For the short way, which is over before a compiler pays. */
  static final String INTERPRETER = "-Xint";

  /**
   * For the short way to the encrypted file: interpreted but for the derivation of the key, which
   * the better compiler has at once. The program is told, because it must not derive without.
   */
  static final List<String> COMPILED =
      List.of("-XX:-TieredCompilation", "-Dgatepass.compiled=true");

  /**
   * The proxy runs for days: its code is worth being compiled well, and what it does not need being
   * given back. docs/adr/0035
   */
  private static final List<String> FOR_DAYS =
      List.of(
          "-Xmn4m",
          "-Xms12m",
          "-XX:TrimNativeHeapInterval=2000",
          "-Dorg.eclipse.jetty.util.referencesPerCacheLine=16");

  /** Profiles in the cache would have the compiler busy, and its memory taken, from the start. */
  private static final List<String> WITHOUT_PROFILES =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

  /** Else Java looks for another implementation of sockets in every jar, for 2 ms. */
  private static final String SOCKETS_OF_LINUX =
      "-Djava.nio.channels.spi.SelectorProvider=sun.nio.ch.EPollSelectorProvider";

  static final String MAIN = "io.gatepass.bootstrap.Main";

  /** The short way of {@code gatepass token}, with caches of its own. docs/adr/0028 */
  static final String TOKEN_MAIN = "io.gatepass.bootstrap.TokenMain";

  /** Runs several commands in one process. */
  static final String REHEARSAL = "io.gatepass.bootstrap.Rehearsal";

  /** Goes the short way for several users in one process. */
  static final String TOKEN_REHEARSAL = "io.gatepass.bootstrap.TokenRehearsal";

  private Options() {}

  /** The options of the whole program but for its compiler. */
  static List<String> withoutCompiler() {
    return joined(EVERY, WITHOUT_TRAINING, List.of(GUICE));
  }

  /** The options of the whole program. */
  static List<String> jvm() {
    return joined(withoutCompiler(), List.of(QUICK_COMPILER));
  }

  /** The options of the short way on this system but for its compiler. */
  static List<String> tokenWithoutCompiler() {
    return joined(EVERY, WITHOUT_TRAINING, isLinux() ? List.of(SOCKETS_OF_LINUX) : List.of());
  }

  /** The options of the short way. */
  static List<String> tokenJvm() {
    return joined(tokenWithoutCompiler(), List.of(INTERPRETER));
  }

  /** The same for the encrypted file. */
  static List<String> compiledTokenJvm() {
    return joined(tokenWithoutCompiler(), COMPILED);
  }

  /** The options of the proxy. */
  static List<String> proxyJvm() {
    return joined(EVERY, FOR_DAYS, List.of(GUICE));
  }

  /** The same for the training. */
  static List<String> proxyTraining() {
    return joined(proxyJvm(), WITHOUT_PROFILES);
  }

  @SafeVarargs
  private static List<String> joined(List<String>... options) {
    return Arrays.stream(options).flatMap(List::stream).toList();
  }

  static boolean isLinux() {
    return System.getProperty("os.name").equals("Linux");
  }
}
