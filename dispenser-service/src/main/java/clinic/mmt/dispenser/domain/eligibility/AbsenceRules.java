package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.dispenser.domain.profile.MissedDaysRow.Action;
import clinic.mmt.dispenser.domain.profile.MissedDaysTable;
import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import clinic.mmt.quantity.Mass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Missed days, doses in doubt, and a rising dose that was interrupted. */
final class AbsenceRules {

  private final TreatmentRules rules;

  AbsenceRules(TreatmentRules rules) {
    this.rules = rules;
  }

  List<Finding> look(PatientDay patientDay, History history) {
    List<Finding> found = new ArrayList<>();
    if (history.inDoubtSince(patientDay.course().signed())) {
      found.add(Finding.of(ReasonCode.DOSE_IN_DOUBT));
    }
    Optional<Integer> missed = history.missed();
    if (missed.isEmpty()) {
      return found;
    }
    if (missed.get() > 0) {
      found.add(missed(patientDay, history, missed.get()));
    }
    long closed = history.closedAmongMissed(patientDay.closedDays());
    if (closed > 0) {
      found.add(Finding.of(ReasonCode.CLOSED_DAYS, closed));
    }
    if (patientDay.course().stage().rising() && !beginsAgain(patientDay, history)) {
      rising(patientDay, history, found);
    }
    return found;
  }

  /**
   * Whether the prescription was signed for a new beginning: after an absence after which treatment
   * begins again.
   */
  boolean beginsAgain(PatientDay patientDay, History history) {
    Optional<Integer> from = table(patientDay).beginsAgainFrom();
    Optional<Integer> known = history.missedBy(patientDay.course().signed());
    return from.isPresent() && known.map(days -> days >= from.get()).orElse(false);
  }

  /** Whether the table says another amount, or a new beginning, after the days missed by then. */
  boolean changesTheAmount(PatientDay patientDay) {
    return new History(patientDay.today(), patientDay.doses())
        .missed()
        .map(missed -> table(patientDay).after(missed))
        .map(action -> !(action instanceof Action.Full || action instanceof Action.Review))
        .orElse(false);
  }

  private MissedDaysTable table(PatientDay patientDay) {
    return patientDay.person().pregnant() ? rules.missedInPregnancy() : rules.missed();
  }

  private Finding missed(PatientDay patientDay, History history, int missed) {
    Action action = table(patientDay).after(missed);
    boolean signedFor =
        history
            .missedBy(patientDay.course().signed())
            .map(known -> table(patientDay).after(known).equals(action))
            .orElse(false);
    if (signedFor && !(action instanceof Action.Full)) {
      return Finding.of(ReasonCode.SIGNED_AFTER_ABSENCE, missed);
    }
    Mass base = patientDay.course().dose().orLess(history.lastTaken().orElseThrow());
    return switch (action) {
      case Action.Full full -> Finding.of(ReasonCode.MISSED_FULL, missed);
      case Action.Review review -> Finding.of(ReasonCode.MISSED_REVIEW, missed).atMost(base);
      case Action.Reduced reduced ->
          Finding.of(ReasonCode.MISSED_REDUCED, missed).atMost(reduced(reduced, base));
      case Action.Reinduct again ->
          Finding.of(ReasonCode.MISSED_REINDUCT, missed).atMost(rules.firstDose());
      case Action.EpisodeEnds ends ->
          Finding.of(ReasonCode.MISSED_EPISODE, missed).atMost(Mass.ZERO);
    };
  }

  private static Mass reduced(Action.Reduced row, Mass base) {
    // Exact in micrograms; a dose is at most some hundred milligrams.
    Mass part = new Mass(base.micrograms() * row.permille() / 1000);
    Mass most = row.atMost().map(part::orLess).orElse(part);
    return row.atLeast().map(most::orMore).orElse(most).orLess(base);
  }

  /** After a missed day, or a dose in doubt, which is a missed day too, a rising dose waits. */
  private static void rising(PatientDay patientDay, History history, List<Finding> found) {
    int missed = history.missed().orElseThrow();
    Mass last = history.lastTaken().orElseThrow();
    boolean rises = patientDay.course().dose().isMoreThan(last);
    boolean seen =
        history.missedBy(patientDay.course().signed()).map(known -> known >= 2).orElse(false);
    if (missed >= 2 && !seen) {
      found.add(Finding.of(ReasonCode.RISE_BROKEN, missed).atMost(last));
    } else if (rises && (missed > 0 || history.vomitedSince(history.lastCovered().orElseThrow()))) {
      found.add(Finding.of(ReasonCode.RISE_WAITS).atMost(last));
    }
  }
}
