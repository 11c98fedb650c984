package io.gatepass.e2e.survival.lab;

import static io.gatepass.e2e.survival.lab.Scenario.TEARDOWN;

import io.gatepass.bootstrap.demo.http.Json;
import io.gatepass.e2e.survival.lab.Bench.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Kills setup and teardown before each call that changes the disk, and looks at what is left and
 * whether the next run repairs it. A program of its own: it needs the mortal file system.
 */
public final class Lab {
  private final Bench bench;
  private final Scenario scenario;
  private final List<String> wrong;
  private int points;

  private Lab(Bench bench, Scenario scenario, List<String> wrong) {
    this.bench = bench;
    this.scenario = scenario;
    this.wrong = wrong;
  }

  /**
   * Runs every scenario, prints {@code points: N} for each and what went wrong, and exits with 1 if
   * anything did.
   *
   * @param args an empty directory
   */
  public static void main(String[] args) throws IOException {
    System.setProperty("guice_bytecode_gen_option", "DISABLED");
    List<String> wrong = new ArrayList<>();
    Bench bench = new Bench(Path.of(args[0]));
    for (Scenario scenario : Scenario.all()) {
      Lab lab = new Lab(bench, scenario, wrong);
      lab.run();
      System.out.println("points: " + lab.points + " " + scenario.name());
    }
    wrong.forEach(System.out::println);
    System.exit(wrong.isEmpty() ? 0 : 1);
  }

  private void run() {
    bench.restore(new State(scenario.files(), Map.of()));
    State untouched = bench.state();
    scenario.earlier().forEach(command -> succeeds("earlier", command));
    State before = bench.state();
    List<String> setupCalls = bench.calls(scenario.setup());
    State after = bench.state();
    check("setup changes the tool's files", !after.userFiles().equals(before.userFiles()), after);
    List<String> teardownCalls = bench.calls(TEARDOWN);
    check("teardown puts back", bench.state().userFiles().equals(untouched.userFiles()), after);
    check("teardown forgets", bench.state().secrets().isEmpty(), bench.state());
    points = setupCalls.size() + teardownCalls.size();
    Story story = new Story(untouched, before, after);
    kill(story, scenario.setup(), setupCalls, before);
    kill(story, TEARDOWN, teardownCalls, after);
  }

  /**
   * What a run goes through.
   *
   * @param untouched as the user had it
   * @param before the setup that is killed
   * @param after it
   */
  private record Story(State untouched, State before, State after) {}

  private void kill(Story story, List<String> command, List<String> calls, State start) {
    for (int call = 0; call < calls.size(); call++) {
      String where = scenario.name() + ": " + command.getFirst() + " at " + calls.get(call);
      bench.restore(start);
      check(where + ": killed", bench.kills(call, command), start);
      State killed = bench.state();
      checkWhole(where, story, killed);
      repair(where, story, scenario.setup());
      bench.restore(killed);
      repair(where, story, TEARDOWN);
    }
  }

  /** Every file is the old or the new one, and what is changed can be undone. */
  private void checkWhole(String where, Story story, State killed) {
    Map<String, String> old = story.before().otherFiles();
    Map<String, String> fresh = story.after().otherFiles();
    killed
        .otherFiles()
        .forEach((name, content) ->
            check(
                where + ": " + name + " is old or new",
                content.equals(old.get(name))
                    || content.equals(fresh.get(name))
                    || content.equals(story.untouched().files().get(name)),
                killed));
    boolean touched = !killed.userFiles().equals(story.untouched().userFiles());
    check(where + ": record", !touched || !killed.records().isEmpty(), killed);
    killed.records().values().forEach(it -> check(where + ": record", isWhole(it), killed));
  }

  /** The next run does its work as if nothing had happened, and leaves nothing lying about. */
  private void repair(String where, Story story, List<String> command) {
    String then = where + ", then " + command.getFirst();
    boolean isSetup = command.equals(scenario.setup());
    boolean recorded = isSetup || !bench.state().records().isEmpty();
    succeeds(then, command);
    State repaired = bench.state();
    State wanted = isSetup ? story.after() : story.untouched();
    check(then + ": repaired", repaired.userFiles().equals(wanted.userFiles()), repaired);
    check(then + ": no temporary file", repaired.temporaryFiles(isSetup).isEmpty(), repaired);
    succeeds(then + ", then teardown", TEARDOWN);
    State end = bench.state();
    check(
        then + ", then teardown: put back",
        end.userFiles().equals(story.untouched().userFiles()),
        end);
    check(then + ", then teardown: no record", end.records().isEmpty(), end);
    // Without a record nobody looks for a secret; the next setup and teardown, or a purge, does.
    check(then + ", then teardown: no secret", !recorded || end.secrets().isEmpty(), end);
  }

  private void succeeds(String what, List<String> command) {
    Run run = bench.run(command);
    if (run.exitCode() != 0 || run.said().contains("left as it is")) {
      wrong.add(what + ": exit " + run.exitCode() + ", " + run.said());
    }
  }

  private void check(String what, boolean holds, State state) {
    if (!holds) {
      wrong.add(what + " does not hold: " + state.files());
    }
  }

  private static boolean isWhole(String json) {
    try {
      return !Json.read(json).isEmpty();
    } catch (ParseException e) {
      return false; // which is the answer
    }
  }
}
