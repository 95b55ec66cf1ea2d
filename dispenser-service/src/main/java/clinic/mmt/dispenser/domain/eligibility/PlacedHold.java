package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.dispenser.domain.patient.PatientId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A hold on a patient's doses, in force until it is lifted or its last day is over.
 *
 * @param id of the hold
 * @param patient whose doses
 * @param hold by whom and why; private
 * @param lastDay last clinic day it holds; a head's hold always has one
 */
public record PlacedHold(String id, PatientId patient, Hold hold, Optional<LocalDate> lastDay) {

  /** Whether it holds on {@code day}. */
  public boolean holdsOn(LocalDate day) {
    return lastDay.map(last -> !day.isAfter(last)).orElse(true);
  }

  @Override
  public String toString() {
    return "PlacedHold[" + id + "]";
  }
}
