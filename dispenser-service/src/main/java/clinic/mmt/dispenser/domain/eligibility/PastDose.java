package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Learnt;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.quantity.Mass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A dose of this clinic that is open or counts as taken, as the ledger's views have it.
 *
 * @param day clinic day
 * @param part of the day
 * @param ordered drug
 * @param phase how it ended, or where it stands
 * @param learnt what was learnt of it besides
 * @param endedAt when somebody said how it ended
 */
public record PastDose(
    LocalDate day,
    DosePart part,
    Mass ordered,
    Phase phase,
    Learnt learnt,
    Optional<Instant> endedAt) {

  /**
   * What it means for eligibility (the table of ends, R-115).
   *
   * @param coversFrom from this many thousandths on a part covers the day
   */
  public DoseDay asDay(int coversFrom) {
    int share = learnt.permille().orElse(1000);
    // Less by the patient's wish is a part of what was ordered, like a cup not emptied.
    Mass due = learnt.insteadOf().orElse(ordered);
    Mass taken = new Mass(ordered.micrograms() * share / 1000);
    boolean covers = taken.micrograms() * 1000 >= due.micrograms() * coversFrom;
    boolean confirmed =
        switch (phase) {
          case CONSUMED -> true;
          case PARTLY_TAKEN, SPILLED -> learnt.permille().isPresent() && covers;
          case REVIEWING,
              REFERRED,
              WAITING,
              LEFT_BEFORE_POUR,
              ARMED,
              VOIDED,
              STARTING,
              POURING,
              STOPPED,
              SETTLING,
              TOP_UP,
              DISCREPANCY,
              MEASURED,
              HELD,
              HANDED_OVER,
              REFUSED,
              TAKEN_AWAY,
              UNCERTAIN,
              DISCARDED,
              OUTCOME_UNKNOWN ->
              false;
        };
    // A part that covers the day keeps tolerance: the next dose is no rise above it.
    Mass dose = confirmed && covers ? due : taken;
    return new DoseDay(
        day,
        dose,
        DoseDay.Kind.OBSERVED,
        confirmed,
        learnt.vomit().isPresent(),
        endedAt,
        taken,
        place());
  }

  private DoseDay.Place place() {
    if (part.equals(DosePart.REPLACEMENT)) {
      return DoseDay.Place.REPLACEMENT;
    }
    return part.equals(DosePart.ADDITION) ? DoseDay.Place.ADDITION : DoseDay.Place.OF_THE_DAY;
  }

  @Override
  public String toString() {
    return "PastDose[" + phase + "]";
  }
}
