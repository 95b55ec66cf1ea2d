package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.dispenser.domain.profile.MissedDaysRow;
import clinic.mmt.dispenser.domain.profile.MissedDaysRow.Action;
import clinic.mmt.dispenser.domain.profile.MissedDaysTable;
import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import clinic.mmt.dispenser.domain.profile.TreatmentRules.Rise;
import clinic.mmt.dispenser.domain.profile.VomitTable;
import clinic.mmt.dispenser.main.config.ProfileFile;
import clinic.mmt.quantity.Mass;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Rule values of no country, chosen so that each limit can be reached alone. */
final class RulesMadeUp {

  static final MissedDaysTable MISSED =
      new MissedDaysTable(
          List.of(
              row(0, 2, new Action.Full()),
              row(3, 3, new Action.Review()),
              row(4, 6, new Action.Reduced(500, Optional.empty(), Optional.empty())),
              new MissedDaysRow(7, Optional.empty(), new Action.Reinduct())));

  static final MissedDaysTable ALWAYS_FULL =
      new MissedDaysTable(List.of(new MissedDaysRow(0, Optional.empty(), new Action.Full())));

  static final VomitTable VOMITED =
      new VomitTable(
          List.of(
              new VomitTable.Row(Duration.ofMinutes(10), 1000),
              new VomitTable.Row(Duration.ofMinutes(30), 500)));

  private RulesMadeUp() {}

  static MissedDaysRow row(int from, int to, Action action) {
    return new MissedDaysRow(from, Optional.of(to), action);
  }

  /** Steps of 2.5 mg and 10 mg a week while it is early, 20 mg and 25 mg later. */
  static TreatmentRules rules(MissedDaysTable missed) {
    return new TreatmentRules(
        Mass.ofMilligrams(1),
        Mass.ofMilligrams(30),
        Mass.ofMilligrams(40),
        Mass.ofMilligrams(40),
        new TreatmentRules.Rises(
            14,
            new Rise(Optional.of(Mass.ofMicrograms(2_500)), Optional.of(Mass.ofMilligrams(10))),
            new Rise(Optional.of(Mass.ofMilligrams(20)), Optional.of(Mass.ofMilligrams(25))),
            3),
        Optional.of(Mass.ofMilligrams(120)),
        new TreatmentRules.Lengths(Optional.empty(), Optional.empty(), Optional.empty()),
        missed,
        missed,
        new TreatmentRules.Interval(Duration.ofHours(16), Duration.ofHours(8)),
        Duration.ofHours(3),
        new TreatmentRules.Ages(12, 18),
        new TreatmentRules.FollowUp(1, 3),
        new TreatmentRules.SecondDoses(
            VOMITED,
            new VomitTable(List.of()),
            new TreatmentRules.OverDose(Duration.ofHours(4), 500, Mass.ofMilligrams(40), 60),
            new TreatmentRules.Parts(Duration.ofHours(4), Duration.ofHours(6))),
        new TreatmentRules.Notices(60, 14, 7, 14, 14, 2, 3),
        ProfileFile.builtIn("VN-2024").rules().takeHome());
  }

  static TreatmentRules rules() {
    return rules(MISSED);
  }
}
