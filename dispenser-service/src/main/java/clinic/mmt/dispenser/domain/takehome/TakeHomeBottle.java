package clinic.mmt.dispenser.domain.takehome;

import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One bottle for one day: one dose, one entry, one label (R-53, H09).
 *
 * @param label its own number, readable and as a QR code
 * @param patient for whom
 * @param day the clinic day to drink it on
 * @param part of that day
 * @param dose drug as ordered for the day and part
 * @param content what is in it
 * @param state where it stands
 */
public record TakeHomeBottle(
    BottleId label,
    PatientId patient,
    LocalDate day,
    DosePart part,
    Mass dose,
    Content content,
    State state) {

  /**
   * What a bottle holds.
   *
   * @param batch of the product
   * @param strength of the batch
   * @param volume as weighed when it was filled
   */
  public record Content(BatchId batch, Concentration strength, Volume volume) {}

  /** Where a bottle stands. */
  public enum State {
    /** Filled and here. */
    FILLED,
    /** With the patient. */
    HANDED_OVER,
    /** Came back empty. */
    EMPTY_BACK,
    /** Came back with liquid in it. */
    RETURNED,
    /** The patient says that it is lost. */
    LOST,
    /** Poured away before anybody had it: the day is free. */
    DISCARDED,
    /** A doctor opened its day again, after it was returned or lost. */
    REOPENED;

    /** Whether no other bottle may be filled for this patient, day and part. */
    public boolean holdsItsPlace() {
      return this != DISCARDED && this != REOPENED;
    }

    /** Whether the day has its dose, or may have it: nothing else is dosed for it. */
    public boolean coversItsDay() {
      return holdsItsPlace() && this != FILLED;
    }
  }

  /** The same in another state. */
  public TakeHomeBottle in(State next) {
    return new TakeHomeBottle(label, patient, day, part, dose, content, next);
  }

  /**
   * What it means for eligibility. A lost or returned bottle is in doubt: it counts as taken for
   * «no second dose», and as not taken for tolerance.
   */
  public Optional<DoseDay> asDay() {
    return switch (state) {
      case HANDED_OVER, EMPTY_BACK ->
          Optional.of(DoseDay.of(day, dose, DoseDay.Kind.TAKE_HOME, true));
      case RETURNED, LOST -> Optional.of(DoseDay.of(day, dose, DoseDay.Kind.TAKE_HOME, false));
      case FILLED, DISCARDED, REOPENED -> Optional.empty();
    };
  }

  @Override
  public String toString() {
    return "TakeHomeBottle[" + state + "]";
  }
}
