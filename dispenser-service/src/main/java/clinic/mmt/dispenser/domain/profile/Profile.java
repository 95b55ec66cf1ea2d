package clinic.mmt.dispenser.domain.profile;

import clinic.mmt.dispenser.domain.reconciliation.Band;
import clinic.mmt.dispenser.domain.reconciliation.DifferenceSteps;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.util.Optional;

/**
 * Rule values of a site. Every value here is a proposal (unconfirmed) until a doctor and the head
 * have signed it; {@code docs/domain/profile.md} lists sources.
 *
 * @param accept weighed against ordered: agrees
 * @param alone weighed against ordered: the dispenser may give it alone, counted
 * @param aloneDrug and the difference is no more than this much drug
 * @param topUp largest shortfall that may be topped up, and how far the cap lies above the order
 *     (R-114)
 * @param topUps most top-ups of one dose
 * @param handOverWithin identity is asked again at the hand-over this long after the measurement
 * @param heldWithin a held cup is discarded after this long
 * @param voidAfter an armed intent without a start frame is voided after this long
 * @param prepareValid prepare expires after this long
 * @param identityValid a pour needs an identification no older than this
 * @param correctionWithin a mis-tap may be corrected by the same user this long
 * @param lightest lowest density of the gross gate
 * @param heaviest highest density of the gross gate
 * @param cup how heavy an empty, clean cup may be
 * @param floor volume of a bottle below which no pour starts
 * @param bottles what else is asked of the bottles of the stock
 * @param pumps line and calibration of the pumps
 * @param partTakenPermille from this fraction on a partly taken dose covers the day
 * @param firstDoses how pump and scale are held together over the first doses of a batch (H90)
 * @param noReads how often a person without a readable finger goes on by two persons
 * @param degraded limits while something is out of order
 * @param aimLow how far below the order the first shot aims, to be trimmed by weight; empty
 *     is off
 */
public record Profile(
    Band accept,
    Band alone,
    Mass aloneDrug,
    Band topUp,
    int topUps,
    Duration handOverWithin,
    Duration heldWithin,
    Duration voidAfter,
    Duration prepareValid,
    Duration identityValid,
    Duration correctionWithin,
    Density lightest,
    Density heaviest,
    CupMass cup,
    Volume floor,
    Bottles bottles,
    Pumps pumps,
    int partTakenPermille,
    FirstDoses firstDoses,
    NoReads noReads,
    Degraded degraded,
    Optional<Band> aimLow) {

  /**
   * Bottles of the stock.
   *
   * @param smallFloor the floor of a container of up to 100 mL, in place of the other
   * @param weight the weight of a bottle and its volume by the book agree within
   * @param inUseDays days that an opened bottle is used, the first being that of its opening
   *     a product may say less or more
   * @param referencePermille a scale reads its reference weight within so many thousandths
   * @param steps limits of a day's difference in shares of its issue, beside the computed one
   *     (R-82)
   * @param stockLowDays a stock that lasts for fewer days is told
   * @param reportWithin a loss or mix-up is reported this long after it was found
   */
  public record Bottles(
      Volume smallFloor,
      Band weight,
      int inUseDays,
      int referencePermille,
      DifferenceSteps steps,
      int stockLowDays,
      Duration reportWithin) {

    /** What a small container holds at most. */
    private static final Volume SMALL = Volume.ofMillilitres(100);

    private boolean small(Optional<Volume> container) {
      return container.filter(size -> !size.isMoreThan(SMALL)).isPresent();
    }
  }

  /**
   * Line and calibration of the pumps.
   *
   * @param line what the tube of a pump holds
   * @param calibration every shot of a calibration agrees with what the pump was told
   * @param drift the share that pump, scale and density may be off together after a calibration,
   *     and the standard deviation of weighing one dose
   */
  public record Pumps(Volume line, Band calibration, Band drift) {}

  /** The floor of a bottle by the size of its container; of an unknown one the large. */
  public Volume floorOf(Optional<Volume> container) {
    return bottles.small(container) ? bottles.smallFloor() : floor;
  }

  /**
   * Limits while something is out of order.
   *
   * @param withoutScale so long a day doses are poured without a scale
   * @param secondLook a larger dose that no scale weighs is looked at by a second person
   * @param pause after a longer one the service asks whether doses were given on paper
   * @param sheetValid a printed sheet is used for so long
   * @param batteryFloor with less time left on the battery of a UPS no new pour begins
   */
  public record Degraded(
      Duration withoutScale,
      Mass secondLook,
      Duration pause,
      Duration sheetValid,
      Duration batteryFloor) {}

  /**
   * The first doses of a batch.
   *
   * @param count how many
   * @param permille pump and scale agree within this share of the sum
   * @param noise what one weighing may be off, however small the dose
   */
  public record FirstDoses(int count, int permille, Volume noise) {}

  /**
   * Exceptions for fingers that cannot be read; more need a pharmacist or doctor.
   *
   * @param perPart of one person for one part of a day
   * @param perDay of the site on a clinic day
   * @param withinDays clinic days, today included, over which those of one person are counted
   * @param enrolFrom from so many on the person is to be enrolled again
   * @param reviewFrom from so many on a doctor looks
   */
  public record NoReads(int perPart, int perDay, int withinDays, int enrolFrom, int reviewFrom) {}

  /**
   * How heavy an empty, clean cup may be.
   *
   * @param lightest below this there is no cup
   * @param heaviest above this it is no empty cup of ours
   */
  public record CupMass(Mass lightest, Mass heaviest) {}

  /** The same with the first shot aimed low: by the larger of 0.1 mL and 2 % (R-114). */
  public Profile aimingLow() {
    return new Profile(
        accept,
        alone,
        aloneDrug,
        topUp,
        topUps,
        handOverWithin,
        heldWithin,
        voidAfter,
        prepareValid,
        identityValid,
        correctionWithin,
        lightest,
        heaviest,
        cup,
        floor,
        bottles,
        pumps,
        partTakenPermille,
        firstDoses,
        noReads,
        degraded,
        Optional.of(Band.of(Volume.ofMicrolitres(100), 20)));
  }

  /** The draft for Viet Nam, 10 mg/mL (VN-2024, bản nháp). */
  public static Profile vietnamDraft() {
    return new Profile(
        Band.of(Volume.ofMicrolitres(100), 20),
        Band.of(Volume.ofMicrolitres(200), 50),
        Mass.ofMilligrams(5),
        Band.of(Volume.ofMicrolitres(300), 50),
        2,
        Duration.ofSeconds(60),
        Duration.ofMinutes(15),
        Duration.ofSeconds(60),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5),
        Duration.ofMinutes(2),
        new Density(980_000),
        new Density(1_250_000),
        new CupMass(Mass.ofGrams(3), Mass.ofGrams(20)),
        Volume.ofMillilitres(100),
        new Bottles(
            Volume.ofMillilitres(10),
            Band.of(Volume.ofMillilitres(2), 5),
            30,
            2,
            new DifferenceSteps(
                Band.of(Volume.ofMillilitres(1), 5),
                Band.of(Volume.ofMillilitres(1), 10),
                Band.of(Volume.ofMillilitres(1), 20),
                Band.of(Volume.ofMillilitres(1), 5)),
            14,
            Duration.ofHours(48)),
        new Pumps(
            Volume.ofMillilitres(8),
            Band.of(Volume.ofMicrolitres(50), 10),
            Band.of(Volume.ofMicrolitres(20), 6)),
        500,
        new FirstDoses(5, 30, Volume.ofMicrolitres(40)),
        new NoReads(1, 10, 30, 3, 6),
        new Degraded(
            Duration.ofHours(4),
            Mass.ofMilligrams(60),
            Duration.ofMinutes(15),
            Duration.ofHours(24),
            Duration.ofMinutes(10)),
        Optional.empty());
  }
}
