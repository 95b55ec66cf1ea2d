package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.Optional;

/** Whether a patient may be dosed now, in its first form. Pure; every no names a way on. */
public final class Eligibility {

  private Eligibility() {}

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
   */
  public record Source(Optional<MountedBottle> mounted, Volume left, boolean stopped) {}

  /**
   * Decides for {@code day}.
   *
   * @param prescription the one that holds on that day
   */
  public static Answer today(
      LocalDate day, Optional<Prescription> prescription, Source source, Profile profile) {
    if (prescription.isEmpty() || !prescription.get().covers(day)) {
      return new Answer.No(
          "no-prescription-today",
          "R-19",
          "There is no prescription that holds today.",
          "a prescriber signs one");
    }
    if (source.mounted().isEmpty()) {
      return new Answer.No(
          "no-bottle-mounted",
          "R-60",
          "No bottle is mounted at this station.",
          "mount a bottle (scan its label), or dose at another station");
    }
    return source.stopped()
        ? stopped()
        : sized(prescription.get(), source.mounted().get(), source.left(), profile);
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

  private static Answer sized(
      Prescription prescription, MountedBottle bottle, Volume left, Profile profile) {
    Volume volume = bottle.concentration().volumeFor(prescription.dailyDose());
    Volume cap = volume.plus(profile.topUp().limit(volume));
    if (left.minus(cap).isLessThan(profile.floor())) {
      return new Answer.No(
          "bottle-low",
          "R-67",
          "The mounted bottle would fall below its floor volume.",
          "mount another bottle");
    }
    return new Answer.Allowed(
        new Order(
            prescription.id(),
            prescription.dailyDose(),
            volume,
            cap,
            bottle.bottle(),
            bottle.batch()));
  }
}
