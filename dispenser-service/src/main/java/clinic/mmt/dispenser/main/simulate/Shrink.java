package clinic.mmt.dispenser.main.simulate;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** Makes the history of a violation short: fewer days, fewer patients, fewer kinds of faults. */
final class Shrink {

  private static final int RUNS_MOST = 120;

  private final Fitting fitting;
  private Verdict best;
  private int runs;

  private Shrink(Verdict bad, Fitting fitting) {
    this.best = bad;
    this.fitting = fitting;
  }

  /** The shortest history found that still ends in a violation of the same rule, told. */
  static Verdict of(Verdict bad, Fitting fitting) {
    Shrink shrink = new Shrink(bad, fitting);
    shrink.days();
    shrink.patients();
    shrink.faults();
    return Verdict.of(shrink.best.scenario(), fitting, true);
  }

  private boolean holds(Scenario smaller) {
    if (++runs > RUNS_MOST) {
      return false;
    }
    Verdict v = Verdict.of(smaller, fitting);
    boolean same =
        !v.violations().isEmpty()
            && v.violations().getFirst().rule().equals(best.violations().getFirst().rule());
    best = same ? v : best;
    return same;
  }

  private void days() {
    Scenario s = best.scenario();
    int last = s.firstDay() + best.days() - 1;
    if (!holds(s.days(last, last))) {
      holds(s.days(Math.max(s.firstDay(), last - 7), last));
    }
  }

  /** Halves, then smaller parts, as long as the violation stays. */
  private void patients() {
    int parts = 2;
    while (parts <= best.scenario().patients().size() && runs < RUNS_MOST) {
      parts = withoutOnePart(parts) ? Math.max(2, parts - 1) : parts * 2;
    }
  }

  private boolean withoutOnePart(int parts) {
    Scenario s = best.scenario();
    Integer[] all = new TreeSet<>(s.patients()).toArray(new Integer[0]);
    int size = Math.ceilDiv(all.length, parts);
    for (int from = 0; from < all.length; from += size) {
      Set<Integer> left = new TreeSet<>(s.patients());
      for (int i = from; i < Math.min(all.length, from + size); i++) {
        left.remove(all[i]);
      }
      if (!left.isEmpty() && holds(s.patients(left))) {
        return true;
      }
    }
    return false;
  }

  private void faults() {
    for (FaultKind kind : best.scenario().faults().stream().sorted().toList()) {
      Set<FaultKind> left = EnumSet.noneOf(FaultKind.class);
      left.addAll(best.scenario().faults());
      left.remove(kind);
      if (!left.isEmpty() && best.counts().containsKey(kind)) {
        holds(best.scenario().faults(left));
      }
    }
  }
}
