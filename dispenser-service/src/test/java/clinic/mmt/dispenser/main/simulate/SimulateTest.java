package clinic.mmt.dispenser.main.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The simulated clinic: repeatable to the byte, judged, and short when something is wrong. */
class SimulateTest {

  private static final Set<Integer> FEW = Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

  private static Scenario scenario(long seed, Set<FaultKind> faults) {
    return new Scenario(seed, 0, 0, 9, FEW, faults);
  }

  @Test
  void theSameSeedGivesTheSameJournalByteForByte() {
    Verdict one = Verdict.of(scenario(3, EnumSet.allOf(FaultKind.class)), Fitting.REAL);
    Verdict other = Verdict.of(scenario(3, EnumSet.allOf(FaultKind.class)), Fitting.REAL);
    assertArrayEquals(one.head(), other.head(), "the head hashes every byte before it");
    assertEquals(one.counts(), other.counts());
    assertEquals(List.of(), one.violations());
  }

  @Test
  void anotherSeedGivesAnotherJournal() { // the control of the one before
    Verdict one = Verdict.of(scenario(3, Set.of()), Fitting.REAL);
    Verdict other = Verdict.of(scenario(4, Set.of()), Fitting.REAL);
    assertFalse(Arrays.equals(one.head(), other.head()));
    assertEquals(120, one.doses(), "twelve patients on ten days, nothing goes wrong");
  }

  @Test
  void aViolationIsShrunkToAShortHistoryThatStillHasIt() {
    Scenario long_ = new Scenario(1, 0, 0, 9, FEW, EnumSet.allOf(FaultKind.class));
    Fitting planted = Planted.NOT_POSTED.fitting();
    Verdict found = Verdict.of(long_, planted);
    Verdict small = Shrink.of(found, planted);
    assertEquals(found.violations().getFirst().rule(), small.violations().getFirst().rule());
    assertEquals(1, small.scenario().patients().size(), "one patient is enough for this one");
    assertTrue(small.story().size() < 60, "a short history: " + small.story().size());
    assertTrue(small.scenario().replay().startsWith("./clinic simulate --clinic-years 1 --seed 1"));
  }

  @Test
  void theLastLineIsTheContract() {
    StringWriter out = new StringWriter();
    int code =
        command(out, "--clinic-years", "1", "--seed", "5", "--days", "0-1", "--patients", "1,2,3");
    String[] lines = out.toString().strip().split("\n", -1);
    assertEquals(0, code);
    assertTrue(
        lines[lines.length - 1].matches(
            "clinic-years 1 seed 5 doses 6 faults-reached 0/0 violations 0 journal [0-9a-f]{64}"),
        lines[lines.length - 1]);
  }

  @Test
  void wrongUsageIsTwo() {
    assertEquals(2, command(new StringWriter(), "--clinic-years", "0", "--seed", "5"));
    assertEquals(
        2, command(new StringWriter(), "--clinic-years", "1", "--seed", "5", "--faults", "rain"));
    assertEquals(2, command(new StringWriter(), "--clinic-years", "1"));
  }

  private static int command(StringWriter out, String... args) {
    return new CommandLine(new SimulateCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(new StringWriter(), true))
        .execute(args);
  }
}
