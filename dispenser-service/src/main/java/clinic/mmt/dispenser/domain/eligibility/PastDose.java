package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.quantity.Mass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A dose of this clinic that is open or counts as taken, as the ledger's views have it.
 *
 * @param day clinic day
 * @param ordered drug
 * @param phase how it ended, or where it stands
 * @param permille thousandths taken, where only a part was
 * @param vomited whether it was vomited, all or in part
 * @param endedAt when somebody said how it ended
 */
public record PastDose(
    LocalDate day,
    Mass ordered,
    Phase phase,
    Optional<Integer> permille,
    boolean vomited,
    Optional<Instant> endedAt) {

  /**
   * What it means for eligibility (the table of ends, R-115).
   *
   * @param coversFrom from this many thousandths on a part covers the day
   */
  public DoseDay asDay(int coversFrom) {
    int taken = permille.orElse(1000);
    boolean confirmed =
        switch (phase) {
          case CONSUMED -> true;
          case PARTLY_TAKEN, SPILLED -> permille.isPresent() && taken >= coversFrom;
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
    Mass dose = confirmed ? ordered : new Mass(ordered.micrograms() * taken / 1000);
    return new DoseDay(day, dose, DoseDay.Kind.OBSERVED, confirmed, vomited, endedAt);
  }

  @Override
  public String toString() {
    return "PastDose[" + phase + "]";
  }
}
