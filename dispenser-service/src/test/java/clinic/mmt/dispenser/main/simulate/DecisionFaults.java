package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.profile.MissedDaysRow;
import clinic.mmt.dispenser.domain.profile.MissedDaysTable;
import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Faults of decisions and second signatures, as other systems had them. */
final class DecisionFaults {

  private static final int TOO_EARLY = 10;

  private DecisionFaults() {}

  /** Whoever misses ten days may be called dropped out. */
  static Fitting droppedOutEarly() {
    return new Fitting() {
      @Override
      public TreatmentRules treatment(TreatmentRules r) {
        return missed(r, early(r.missed()));
      }
    };
  }

  private static MissedDaysTable early(MissedDaysTable real) {
    List<MissedDaysRow> rows = new ArrayList<>(real.rows());
    MissedDaysRow ends = rows.removeLast();
    MissedDaysRow before = rows.removeLast();
    rows.add(new MissedDaysRow(before.from(), Optional.of(TOO_EARLY - 1), before.action()));
    rows.add(new MissedDaysRow(TOO_EARLY, Optional.empty(), ends.action()));
    return new MissedDaysTable(rows);
  }

  /** The rules with another table of missed days. */
  static TreatmentRules missed(TreatmentRules r, MissedDaysTable table) {
    return new TreatmentRules(
        r.resolution(),
        r.firstDose(),
        r.firstDoseWithReason(),
        r.firstDay(),
        r.rises(),
        r.ceiling(),
        r.lengths(),
        table,
        r.missedInPregnancy(),
        r.interval(),
        r.observation(),
        r.ages(),
        r.followUp(),
        r.secondDoses(),
        r.notices(),
        r.takeHome());
  }

  /** A second signature is booked to whoever signed first. */
  static Fitting signedByOne() {
    return new Fitting() {
      @Override
      public Journal journal(Journal real) {
        return Tampered.facts(
            real, facts -> facts.stream().map(DecisionFaults::byTheFirst).toList());
      }
    };
  }

  private static Fact byTheFirst(Fact fact) {
    return fact instanceof Fact.ActSigned a && !a.kind().equals("ENROLMENT")
        ? new Fact.ActSigned(
            a.act(), a.kind(), a.digest(), a.first(), a.first(), a.mode(), a.flagged())
        : fact;
  }
}
