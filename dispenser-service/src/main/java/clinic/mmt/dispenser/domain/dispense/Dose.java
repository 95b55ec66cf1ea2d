package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.identity.Identification;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Volume;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of one dose, whatever its state. Prints as its id only.
 *
 * @param id the dose and its visit
 * @param patient for whom
 * @param station where
 * @param day clinic day it counts for
 * @param part part of that day
 * @param source where the liquid comes from
 * @param identification the latest identification of the person
 * @param user who is signed in and bound to the visit
 * @param follows the discarded, refused or voided dose of the same part that this one replaces
 * @param order what was authorised; empty before the intent
 * @param intents every intended pump start, in order
 * @param weighing the last stable weighing of the cup
 * @param pouredBy who attested and started the pour
 * @param observedBy who confirmed the end
 * @param measuredAt when the amount was settled
 * @param handedOverAt when the cup was handed over
 */
public record Dose(
    DoseId id,
    PatientId patient,
    StationId station,
    LocalDate day,
    DosePart part,
    LiquidSource source,
    Identification identification,
    StaffId user,
    Optional<DoseId> follows,
    Optional<Order> order,
    List<Intent> intents,
    Optional<Weighing> weighing,
    Optional<StaffId> pouredBy,
    Optional<StaffId> observedBy,
    Optional<Instant> measuredAt,
    Optional<Instant> handedOverAt) {

  /** Copies the list. */
  public Dose {
    intents = List.copyOf(intents);
  }

  /** The sum of all start commands intended so far. */
  public Volume commanded() {
    return intents.stream().map(Intent::commanded).reduce(Volume.ZERO, Volume::plus);
  }

  /** The sum the pump counted so far. */
  public Volume pumped() {
    return intents.stream().map(Intent::pumped).reduce(Volume.ZERO, Volume::plus);
  }

  @Override
  public String toString() {
    return "Dose[" + id.value() + "]";
  }
}
