package clinic.mmt.dispenser.domain.profile;

import java.util.List;

/**
 * What a profile says about doses to take home; off unless a site switches the scheme on.
 *
 * @param enabled whether this site hands out doses to take home at all
 * @param days how many days one collection may cover
 * @param laterPart whether a part of a split dose may be taken home
 * @param criteria what the ledger has to show before an approval
 * @param emptiesFirst whether the empty bottles are counted before the next supply
 * @param emergencyDays most days of a collection by a named decision
 */
public record TakeHomeValues(
    boolean enabled,
    CollectionDays days,
    boolean laterPart,
    Criteria criteria,
    boolean emptiesFirst,
    int emergencyDays) {

  /**
   * Whole days up to today; 0 asks for nothing.
   *
   * @param treatment since the first dose of a treatment that is maintenance now
   * @param unmissed without a missed day
   * @param sameDose on the dose of today
   */
  public record Criteria(int treatment, int unmissed, int sameDose) {

    /** How far back the ledger is looked at. */
    public int longest() {
      return Math.max(treatment, Math.max(unmissed, sameDose));
    }
  }

  /**
   * Days of one collection, by the day of treatment; before the first step none.
   *
   * @param steps in order of their days of treatment
   */
  public record CollectionDays(List<Step> steps) {

    /** Checks the order. */
    public CollectionDays {
      steps = List.copyOf(steps);
      for (int i = 1; i < steps.size(); i++) {
        if (steps.get(i).fromDay() <= steps.get(i - 1).fromDay()) {
          throw new IllegalArgumentException("steps follow each other");
        }
      }
    }

    /**
     * From a day of treatment on.
     *
     * @param fromDay the first day of treatment is 1
     * @param days of one collection
     */
    public record Step(int fromDay, int days) {}

    /** The most on this day of treatment, the first being 1. */
    public int atMost(int dayOfTreatment) {
      int most = 0;
      for (Step step : steps) {
        most = step.fromDay() <= dayOfTreatment ? step.days() : most;
      }
      return most;
    }
  }
}
