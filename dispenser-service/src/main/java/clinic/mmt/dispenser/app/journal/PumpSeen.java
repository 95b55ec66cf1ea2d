package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.Weighing;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the entry of a dose says of its pump.
 *
 * @param pumped by the pump's counter
 * @param weighed by the scale and the measured density of the batch
 */
record PumpSeen(Volume pumped, Volume weighed) {

  /** What a leg does to the share of another batch in a cup. */
  record OtherLeg(DoseId dose, BatchId batch, Volume change) {}

  /** Told once for each dose: when its cup is handed over. */
  static Optional<PumpSeen> of(Fact.DoseMoved moved) {
    if (moved.to().phase() != Phase.HANDED_OVER
        || moved.from().equals(Optional.of(Phase.HANDED_OVER))) {
      return Optional.empty();
    }
    Dose dose = moved.to().dose();
    Volume pumped = dose.expected();
    return dose.byHand() || dose.unweighed() || !pumped.isMoreThan(Volume.ZERO)
        ? Optional.empty()
        : dose.weighing()
            .filter(Weighing::confirmed)
            .map(weighing -> new PumpSeen(pumped, weighing.volume()));
  }

  static List<OtherLeg> others(Fact.DoseMoved moved) {
    Dose dose = moved.to().dose();
    if (dose.order().isEmpty()) {
      return List.of();
    }
    BatchId own = dose.order().get().batch();
    List<OtherLeg> found = List.of();
    for (Posting posting : moved.postings()) {
      if (!posting.batch().equals(own)) {
        found = more(found, dose.id(), posting);
      }
    }
    return found;
  }

  private static List<OtherLeg> more(List<OtherLeg> before, DoseId dose, Posting posting) {
    List<OtherLeg> found = new ArrayList<>(before);
    for (Posting.Leg leg : posting.legs()) {
      if (leg.account().kind() == AccountKind.CUP) {
        found.add(new OtherLeg(dose, posting.batch(), leg.change()));
      }
    }
    return List.copyOf(found);
  }
}
