package clinic.mmt.dispenser.domain.profile;

import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.quantity.Mass;
import java.time.Duration;
import java.util.Optional;

/**
 * What a profile says about prescriptions and daily doses. Every value is data of a profile, with
 * its source beside it ({@code docs/domain/profiles.md}); none of them is a constant of the code.
 *
 * @param resolution a dose is a multiple of this; proposals are rounded down to it
 * @param firstDose most for the first dose of an episode
 * @param firstDoseWithReason most for it when the prescriber gives a reason
 * @param firstDay most in all on the first day
 * @param rises limits for rising doses
 * @param ceiling a higher daily dose needs a second prescriber; empty: no limit
 * @param lengths how long a prescription may last
 * @param missed consecutive missed days
 * @param missedInPregnancy the same while a doctor's flag says pregnant
 * @param interval hours since the last dose
 * @param observation how long a first dose is watched
 * @param ages from what age on
 * @param followUp whom a counsellor gets in touch with
 * @param secondDoses what is replaced, and what is watched, on the day of a dose
 * @param notices how long ahead something is told, and how long a certificate is extended
 * @param takeHome doses to take home
 */
public record TreatmentRules(
    Mass resolution,
    Mass firstDose,
    Mass firstDoseWithReason,
    Mass firstDay,
    Rises rises,
    Optional<Mass> ceiling,
    Lengths lengths,
    MissedDaysTable missed,
    MissedDaysTable missedInPregnancy,
    Interval interval,
    Duration observation,
    Ages ages,
    FollowUp followUp,
    SecondDoses secondDoses,
    Notices notices,
    TakeHomeValues takeHome) {

  /** A week of days, of which the lowest dose limits a rise. */
  private static final int WEEK = 7;

  /**
   * How many days back a dose of today looks, in days: one day further than the early days, the
   * days between two rises or a week. Longer ago nothing matters but the last dose.
   */
  public int daysBack() {
    return 1 + Math.max(WEEK, Math.max(rises.earlyDays(), rises.daysBetween()));
  }

  /**
   * Limits for rising doses; an empty limit is none.
   *
   * @param earlyDays so many days from the first dose on count as early
   * @param early while it is early
   * @param later after that
   * @param daysBetween at least so many days from one rise to the next, and after the first dose
   */
  public record Rises(int earlyDays, Rise early, Rise later, int daysBetween) {}

  /**
   * Limits for one rise.
   *
   * @param step most above the dose taken last
   * @param week most above the lowest dose of the last seven days
   */
  public record Rise(Optional<Mass> step, Optional<Mass> week) {}

  /**
   * How many days a prescription may last, both ends counted; empty: no limit.
   *
   * @param rising induction and titration
   * @param maintenance R-10
   * @param taper R-12
   */
  public record Lengths(
      Optional<Integer> rising, Optional<Integer> maintenance, Optional<Integer> taper) {

    /** The longest of a stage; empty: no limit. */
    public Optional<Integer> of(Stage stage) {
      return switch (stage) {
        case INDUCTION, TITRATION -> rising;
        case MAINTENANCE -> maintenance;
        case TAPER -> taper;
      };
    }
  }

  /**
   * Time since the last dose.
   *
   * @param tell below this the dispenser is told
   * @param ask below this a doctor is asked
   */
  public record Interval(Duration tell, Duration ask) {}

  /**
   * After so many missed days in a row somebody is on the counsellor's list.
   *
   * @param rising while the dose is rising
   * @param stable otherwise
   */
  public record FollowUp(int rising, int stable) {

    /** For one stage. */
    public int of(Stage stage) {
      return stage.rising() ? rising : stable;
    }
  }

  /**
   * What may follow a dose on its day.
   *
   * @param vomited how much is replaced
   * @param vomitedInPregnancy the same while a doctor's flag says pregnant
   * @param overDose when too much was given
   * @param parts between the parts of a split dose
   */
  public record SecondDoses(
      VomitTable vomited, VomitTable vomitedInPregnancy, OverDose overDose, Parts parts) {}

  /**
   * Time between the parts of a split dose.
   *
   * @param least below this a doctor is asked
   * @param tell below this the dispenser is told
   */
  public record Parts(Duration least, Duration tell) {}

  /**
   * Who is watched after more than was meant.
   *
   * @param watched for so long
   * @param smallPermille an excess up to this share of the dose is told and not watched, once
   *     treatment is no longer new
   * @param settledDose who takes more than this a day
   * @param settledDays for so many days, is watched only above twice the dose
   */
  public record OverDose(Duration watched, int smallPermille, Mass settledDose, int settledDays) {}

  /**
   * Ages in whole years.
   *
   * @param least nobody younger is registered
   * @param adult below this a legal representative consents in writing
   */
  public record Ages(int least, int adult) {}

  /**
   * Days around a date.
   *
   * @param certificateWarns so many days before its last one a certificate is told
   * @param certificateExtends the head extends it by at most so many
   * @param reviewTold so many days before it a review of the dose is told
   * @param guestMost a guest letter has at most so many days
   * @param afterCareOverdue so many days after its last step a hand-over is overdue
   * @param closeOwed so many days after a day that nobody closed others are still opened
   * @param orderPackHolds an order pack holds so many times 24 hours
   */
  public record Notices(
      int certificateWarns,
      int certificateExtends,
      int reviewTold,
      int guestMost,
      int afterCareOverdue,
      int closeOwed,
      int orderPackHolds) {}
}
