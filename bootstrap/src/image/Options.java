import java.util.ArrayList;
import java.util.List;

/** How the image's launchers start a JVM, and with which class. */
final class Options {
  /**
   * A small, quickly started JVM. Log lines of the JVM itself would land on stdout, hence {@code
   * -Xlog:disable}; the AOT cache holds only for the options it was trained with.
   */
  private static final List<String> JVM_OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Xlog:disable",
          // The first compiler does not look at the profiles of the training.
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-AOTRecordTraining",
          "-XX:-AOTReplayTraining",
          "--enable-native-access=ALL-UNNAMED",
          "-Dguice_bytecode_gen_option=DISABLED",
          // Guice calls each method once: generated classes for that take longer than they spare.
          "-Djdk.reflect.useNativeAccessorOnly=true");

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

  /**
   * For the short way, which is over before a compiler pays: interpreted, and without a thread that
   * hands a compiler the profiles of the training.
   */
  private static final List<String> TOKEN_JVM_OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xint",
          "-XX:-UsePerfData",
          "-Xlog:disable",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-AOTRecordTraining",
          "-XX:-AOTReplayTraining",
          "--enable-native-access=ALL-UNNAMED",
          // The random numbers that a socket asks for are made by a constructor found by name.
          "-Djdk.reflect.useNativeAccessorOnly=true");

  /**
   * The proxy runs for days: its code is worth being compiled well, and what it does not need being
   * given back. docs/adr/0035
   */
  static final List<String> PROXY_OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xmn4m",
          "-Xms12m",
          "-XX:TrimNativeHeapInterval=2000",
          "-XX:-UsePerfData",
          "-Xlog:disable",
          "--enable-native-access=ALL-UNNAMED",
          "-Dguice_bytecode_gen_option=DISABLED",
          "-Djdk.reflect.useNativeAccessorOnly=true",
          "-Dorg.eclipse.jetty.util.referencesPerCacheLine=16");

  /** Profiles in the cache would have the compiler busy, and its memory taken, from the start. */
  static final List<String> WITHOUT_PROFILES =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

  /** Else Java looks for another implementation of sockets in every jar, for 2 ms. */
  private static final String SOCKETS_OF_LINUX =
      "-Djava.nio.channels.spi.SelectorProvider=sun.nio.ch.EPollSelectorProvider";

  static final String MAIN = "io.gatepass.bootstrap.Main";

  /** The short way of {@code gatepass token}, with caches of its own. docs/adr/0028 */
  static final String TOKEN_MAIN = "io.gatepass.bootstrap.TokenMain";

  /** Runs several commands in one process. */
  static final String REHEARSAL = "io.gatepass.bootstrap.Rehearsal";

  private Options() {}

  /** The options of the whole program but for its compiler. */
  static String withoutCompiler() {
    return String.join(" ", JVM_OPTIONS);
  }

  /** The options of the whole program. */
  static List<String> jvm() {
    var options = new ArrayList<>(JVM_OPTIONS);
    options.add(QUICK_COMPILER);
    return options;
  }

  /** The options of the short way on this system. */
  static List<String> tokenJvm() {
    var options = new ArrayList<>(TOKEN_JVM_OPTIONS);
    if (isLinux()) {
      options.add(SOCKETS_OF_LINUX);
    }
    return options;
  }

  static boolean isLinux() {
    return System.getProperty("os.name").equals("Linux");
  }
}
