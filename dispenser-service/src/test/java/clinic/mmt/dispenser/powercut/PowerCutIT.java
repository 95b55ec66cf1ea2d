package clinic.mmt.dispenser.powercut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.Needs;
import clinic.mmt.dispenser.store.PowerCutChild;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power fails at any moment of a real run: nothing acknowledged is lost and nothing is corrupt
 * (H50, H51, H66). How many cuts: {@code -Dpower.cuts}; another set of them: {@code
 * -Dpower.cuts.seed}.
 */
class PowerCutIT {

  private static final int CUTS = Integer.getInteger("power.cuts", 150);
  private static final long SEED = Long.getLong("power.cuts.seed", 3);
  private static final String APPENDS = "130";
  private static final String ROUNDS = "3";

  @TempDir private Path folder = Path.of("");

  @Test
  void noCutLosesWhatWasAcknowledgedOrLeavesTheLedgerCorrupt() throws Exception { // H50, H51
    List<Call> calls = recorded("FULL");
    PowerCuts.Result result = PowerCuts.atRandom(calls, folder, CUTS, SEED);
    System.out.println("power cuts, synchronous FULL: " + result.line());
    assertEquals(List.of(), result.reasons());
    assertEquals(CUTS, result.cuts());
    PowerCuts.Result first = PowerCuts.inTheFirstStart(calls, folder, CUTS >= 500, SEED);
    System.out.println("power cuts, first start: " + first.line());
    assertEquals(List.of(), first.reasons());
  }

  @Test
  void theRigBitesWhereCommitsAreNotSynced() throws Exception { // The control: NORMAL loses doses.
    List<Call> calls = recorded("NORMAL");
    PowerCuts.Result result = PowerCuts.atRandom(calls, folder, CUTS, SEED);
    System.out.println("power cuts, synchronous NORMAL: " + result.line());
    assertTrue(result.lost() * 10 > result.cuts() * 3, result.line());
  }

  /** Runs the child under strace; its calls on the data folder and its answers, in order. */
  private List<Call> recorded(String synchronous) throws Exception {
    Needs.orSkip(
        run(List.of("strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "true")) == 0,
        "no strace here that may trace: apt-get install strace");
    Path trace = folder.resolve("trace");
    // The kernel names files by their real path.
    Path data = folder.toRealPath().resolve("data");
    List<String> command =
        new ArrayList<>(List.of("strace", "-f", "--seccomp-bpf", "-y", "-xx", "-s", "70000", "-e"));
    command.addAll(List.of("trace=" + Trace.CALLS, "-o", trace.toString()));
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(
        List.of(PowerCutChild.class.getName(), data.toString(), synchronous, APPENDS, ROUNDS));
    assertEquals(0, run(command), "the recorded process");
    List<Call> calls = Trace.read(trace, data);
    long said = calls.stream().filter(c -> c instanceof Call.Say).count();
    assertTrue(said > 400, "the control: " + said + " answers are in the recording");
    return calls;
  }

  private static int run(List<String> command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return process.waitFor(120, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (IOException e) {
      return -1; // There is no such program.
    }
  }
}
