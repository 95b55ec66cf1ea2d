package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.judge.Violation;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;

/**
 * What came of one simulated clinic.
 *
 * @param scenario what it lived through
 * @param doses doses that were poured
 * @param counts how often each kind of fault was reached
 * @param violations what must never be
 * @param head hash of the last entry
 * @param days days that were lived
 * @param cpuMillis CPU time of its one thread
 * @param story the last things that happened, when they were told
 */
@SuppressWarnings("ArrayRecordComponent") // a hash, read once
public record Verdict(
    Scenario scenario,
    long doses,
    Map<FaultKind, Long> counts,
    List<Violation> violations,
    byte[] head,
    int days,
    long cpuMillis,
    List<String> story) {

  /** Lives through a scenario. */
  public static Verdict of(Scenario scenario, Fitting fitting) {
    return of(scenario, fitting, false);
  }

  static Verdict of(Scenario scenario, Fitting fitting, boolean told) {
    long begin = cpuNanos();
    Clinic clinic = new Clinic(scenario, fitting);
    if (told) {
      clinic.story.tell();
    }
    Days days = new Days(clinic);
    int day = scenario.firstDay();
    boolean good = true;
    while (good && day <= scenario.lastDay()) {
      good = days.live(day);
      if (day % 60 == 59 || day == scenario.lastDay()) {
        good = good && clinic.viewsAreWhatTheEntriesMake();
      }
      day++;
    }
    return new Verdict(
        scenario,
        clinic.judge.doses(),
        clinic.counts.all(),
        clinic.judge.violations(),
        clinic.judge.head(),
        day - scenario.firstDay(),
        (cpuNanos() - begin) / 1_000_000,
        clinic.story.lines());
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
