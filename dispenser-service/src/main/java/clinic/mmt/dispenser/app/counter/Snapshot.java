package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.ClockDoubt;
import clinic.mmt.dispenser.app.degraded.PowerSeen;
import clinic.mmt.dispenser.app.device.DeviceStatus;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.degraded.RunningMode;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.eligibility.Reason;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All of one counter as a screen shows it, at one moment: replaces, never merges.
 *
 * @param station which
 * @param revision grows with every change of state; ticks of a pour do not change it
 * @param users opaque ids of who is signed in, the bound user first
 * @param stage what the identification is doing
 * @param candidate who the card names, shown before the finger's result
 * @param onScale the dose of the scale's lane
 * @param watched the dose of the watched lane
 * @param ordered today's dose of the one on the scale, once known
 * @param ready whether a pour may be tapped now
 * @param live the running pour
 * @param notice the latest refusal or trouble, until the next step
 * @param devices the station's devices
 * @param confirmDay the day the clock says, while somebody has to confirm it
 * @param clock what of the clock is in doubt
 * @param bottle what the pump draws from, as the ledger knew it when last read
 * @param modes the degraded modes the station is in
 * @param power what the counters run on; empty where no UPS is configured
 */
public record Snapshot(
    StationId station,
    long revision,
    List<String> users,
    Stage stage,
    Optional<PatientId> candidate,
    Optional<State> onScale,
    Optional<State> watched,
    Optional<Ordered> ordered,
    boolean ready,
    Optional<Live> live,
    Optional<Refusal> notice,
    List<DeviceStatus> devices,
    Optional<LocalDate> confirmDay,
    Optional<ClockDoubt> clock,
    Optional<Bottle> bottle,
    List<RunningMode> modes,
    Optional<PowerSeen> power) {

  /** Copies the list. */
  public Snapshot {
    modes = List.copyOf(modes);
  }

  /** What the identification is doing. */
  public enum Stage {
    /** Nobody signed in. */
    CLOSED,
    /** Waiting for a card. */
    IDLE,
    /** A card was read; the person is looked up. */
    LOOKING_UP,
    /** Waiting for the finger. */
    FINGER,
    /** Fingerprints are refused: one person compares card, photo and face. */
    PHOTO,
    /** No usable image: a second person is needed. */
    NO_READ,
    /** A good image that does not match. */
    DOUBT,
    /** Identified. */
    IDENTIFIED
  }

  /**
   * Today's dose.
   *
   * @param before what there was before, for the line that tells a change
   * @param told what the rules say beside it
   */
  public record Ordered(Mass dose, Volume volume, Before before, List<Reason> told) {}

  /**
   * What there was before today.
   *
   * @param taken the latest dose of an earlier day that counts as taken here
   * @param prescribed the daily dose prescribed for the day before
   */
  public record Before(Optional<Taken> taken, Optional<Mass> prescribed) {}

  /**
   * A dose of an earlier day.
   *
   * @param day its clinic day
   * @param ordered what was ordered
   * @param end how it ended
   */
  public record Taken(LocalDate day, Mass ordered, Phase end) {}

  /**
   * The mounted bottle.
   *
   * @param label our own label
   * @param concentration nominal strength
   * @param left what the ledger says is left, when a visit last began or a bottle was mounted;
   *     empty while people count it blind
   */
  public record Bottle(BottleId label, Concentration concentration, Optional<Volume> left) {}

  /**
   * The running pour.
   *
   * @param commanded of this intent
   * @param pumped by the pump
   * @param weighed by the scale
   */
  public record Live(Volume commanded, Volume pumped, Volume weighed) {}
}
