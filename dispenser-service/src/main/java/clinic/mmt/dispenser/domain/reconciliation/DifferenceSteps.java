package clinic.mmt.dispenser.domain.reconciliation;

import clinic.mmt.quantity.Volume;
import java.util.List;

/**
 * Limits in shares of what was issued, as clinics and their inspectors are used to. They stand
 * beside the computed limit and neither widen nor narrow it.
 *
 * @param noted beyond it of a day's issue a difference is noted
 * @param two beyond it two persons look
 * @param head beyond it the head is told
 * @param drift beyond it of the issue of {@link #DRIFT_DAYS} days their sum is a drift
 */
public record DifferenceSteps(Band noted, Band two, Band head, Band drift) {

  /** Clinic days over which a drift is summed up. */
  public static final int DRIFT_DAYS = 30;

  /** How far a day's difference goes. */
  public enum Step {
    /** Within all of them. */
    WITHIN,
    /** Noted. */
    NOTED,
    /** Two persons. */
    TWO,
    /** The head. */
    HEAD
  }

  /** How far the difference of a day goes, missing and too much alike. */
  public Step step(Counted day) {
    Volume off = day.difference().magnitude();
    Volume issued = issued(List.of(day));
    if (off.isMoreThan(head.limit(issued))) {
      return Step.HEAD;
    }
    if (off.isMoreThan(two.limit(issued))) {
      return Step.TWO;
    }
    return off.isMoreThan(noted.limit(issued)) ? Step.NOTED : Step.WITHIN;
  }

  /** What the last {@link #DRIFT_DAYS} clinic days up to the last of {@code days} add up to. */
  public Drift drift(List<Counted> days) {
    List<Counted> last =
        days.stream()
            .filter(d -> d.day().isAfter(days.getLast().day().minusDays(DRIFT_DAYS)))
            .toList();
    Volume sum = sum(last);
    Volume limit = drift.limit(issued(last));
    return new Drift(last.size(), sum, limit, sum.magnitude().isMoreThan(limit));
  }

  /**
   * A sum over days.
   *
   * @param days that were counted
   * @param sum of their differences
   * @param limit of it, either way
   * @param beyond whether it is beyond
   */
  public record Drift(int days, Volume sum, Volume limit, boolean beyond) {}

  private static Volume sum(List<Counted> days) {
    return days.stream().map(Counted::difference).reduce(Volume.ZERO, Volume::plus);
  }

  /** What was poured on these days. */
  private static Volume issued(List<Counted> days) {
    Exposure all = days.stream().map(Counted::exposure).reduce(Exposure.NONE, Exposure::plus);
    return all.weighed().plus(all.pumped());
  }
}
