package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.Optional;

/** Whether a dose can be poured from the mounted bottle, and how much that is. Pure. */
public final class BottleRules {

  private BottleRules() {}

  /** The answer. */
  public sealed interface Answer {
    /** May be poured. */
    record Allowed(Order order) implements Answer {}

    /** May not be poured: which rule, why, and who lifts it. */
    record No(String code, String rule, String text, String liftedBy) implements Answer {}
  }

  /**
   * What a dose would be poured from.
   *
   * @param mounted the bottle at the station
   * @param left what the ledger says is left in that bottle
   * @param stopped the first doses of its batch did not agree (H90)
   * @param past its last day in use is over
   */
  public record Source(
      Optional<MountedBottle> mounted, Volume left, boolean stopped, boolean past) {

    /** A bottle that may still be used. */
    public Source(Optional<MountedBottle> mounted, Volume left, boolean stopped) {
      this(mounted, left, stopped, false);
    }
  }

  /** No pour of a batch whose first doses did not agree. */
  public static Answer.No stopped() {
    return new Answer.No(
        "batch-stopped",
        "H90",
        "Pump and scale did not agree over the first doses of this batch.",
        "mount another batch; or a pharmacist or doctor measures its density or calibrates the"
            + " pump, with a second person");
  }

  /**
   * Sizes a dose in the strength of the mounted bottle, above its floor.
   *
   * @param prescription the version it is authorised with
   * @param dose drug that may be poured now
   */
  public static Answer size(
      PrescriptionId prescription, Mass dose, Source source, Profile profile) {
    if (source.mounted().isEmpty()) {
      return new Answer.No(
          "no-bottle-mounted",
          "R-60",
          "No bottle is mounted at this station.",
          "mount a bottle (scan its label), or dose at another station");
    }
    if (source.stopped()) {
      return stopped();
    }
    if (source.past()) {
      return new Answer.No(
          "mounted-too-long",
          "R-120",
          "The mounted bottle was opened too long ago, or its batch has expired.",
          "take it off and mount another bottle");
    }
    MountedBottle bottle = source.mounted().get();
    Volume volume = bottle.concentration().volumeFor(dose);
    Volume cap = volume.plus(profile.topUp().limit(volume));
    if (source.left().minus(cap).isLessThan(profile.floorOf(bottle.container()))) {
      return new Answer.No(
          "bottle-low",
          "R-67",
          "The mounted bottle would fall below its floor volume.",
          "mount another bottle");
    }
    return new Answer.Allowed(
        new Order(prescription, dose, volume, cap, bottle.bottle(), bottle.batch()));
  }
}
