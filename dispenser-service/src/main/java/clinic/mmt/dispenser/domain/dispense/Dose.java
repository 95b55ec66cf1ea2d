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
 * @param follows the discarded, refused or voided dose of the same part that this one replaces; of
 *     a second dose of the day the one that it is for
 * @param order what was authorised; empty before the intent
 * @param intents every intended pump start, in order
 * @param weighing the last stable weighing of the cup
 * @param pouredBy who attested and started the pour
 * @param observedBy who confirmed the end
 * @param measuredAt when the amount was settled
 * @param handedOverAt when the cup was handed over
 * @param endedAt when somebody said how it ended
 * @param drawnOff by weight, what was taken out of the cup into the waste container
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
    Optional<Instant> handedOverAt,
    Optional<Instant> endedAt,
    Volume drawnOff) {

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

  /** Whether the open or last intent is drawn by hand. */
  public boolean byHand() {
    return !intents.isEmpty() && intents.getLast().kind().byHand();
  }

  /** Whether it was poured where no scale could weigh it: not confirmed by weight. */
  public boolean unweighed() {
    return !intents.isEmpty() && intents.getLast().kind() == IntentKind.UNWEIGHED;
  }

  /** What should be in the cup by the pump's counter. */
  public Volume expected() {
    return pumped().minus(drawnOff);
  }

  /**
   * The most that the start commands of this dose can have delivered: all of what was
   * commanded, but of starts before a {@link IntentKind#REST} only what both witnesses say flowed.
   */
  public Volume committed() {
    return beforeRest()
        .plus(sinceRest().stream().map(Intent::commanded).reduce(Volume.ZERO, Volume::plus));
  }

  /** What flowed before the last {@link IntentKind#REST}, by the witness that says more. */
  private Volume beforeRest() {
    List<Intent> since = sinceRest();
    Volume before =
        intents.subList(0, intents.size() - since.size()).stream()
            .map(Intent::pumped)
            .reduce(Volume.ZERO, Volume::plus);
    return since.isEmpty() ? before : before.orMore(since.getFirst().weighedBefore());
  }

  private List<Intent> sinceRest() {
    int from = 0;
    for (int i = 0; i < intents.size(); i++) {
      from = intents.get(i).kind().rest() ? i : from;
    }
    return intents.subList(from, intents.size());
  }

  @Override
  public String toString() {
    return "Dose[" + id.value() + "]";
  }
}
