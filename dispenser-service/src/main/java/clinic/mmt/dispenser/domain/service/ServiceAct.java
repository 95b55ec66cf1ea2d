package clinic.mmt.dispenser.domain.service;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.service.ServiceKind.Destination;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One motion of a pump that is no dose: an intent that was durable before the motor turned, and
 * what became of it.
 *
 * @param id named in the permit; one start frame at most is ever written for it
 * @param station whose pump
 * @param kind why
 * @param to where it goes
 * @param phase how far it came
 * @param day clinic day
 * @param commanded what the pump is told
 * @param mounted the bottle at the station; empty when none was
 * @param pump its identity, as it told it
 * @param counterBefore its dispensed counter before the start
 * @param pumped by its counter, or as a person settled it; zero while unknown
 * @param weighed of a check shot by the scale and the density of the batch
 * @param by who asked
 */
public record ServiceAct(
    String id,
    StationId station,
    ServiceKind kind,
    Destination to,
    Phase phase,
    LocalDate day,
    Volume commanded,
    Optional<Mounted> mounted,
    String pump,
    Volume counterBefore,
    Volume pumped,
    Optional<Volume> weighed,
    StaffId by) {

  /**
   * The bottle at the station.
   *
   * @param bottle our label
   * @param batch its batch
   */
  public record Mounted(BottleId bottle, BatchId batch) {}

  /** How far it came. */
  public enum Phase {
    /** Durable; no byte of a start frame was handed over. */
    INTENDED,
    /** From the first byte of the start frame on. */
    STARTED,
    /** The pump stands; counted, and weighed where a scale was in it. */
    ENDED,
    /** Proven: nothing moved. */
    VOIDED,
    /** Nobody knows how much flowed; a person settles it, it is never repeated by itself. */
    UNKNOWN,
    /** A person said how much flowed. */
    SETTLED;

    /** Whether nothing else is begun at the pump before somebody has acted. */
    public boolean open() {
      return this == INTENDED || this == STARTED || this == UNKNOWN;
    }

    /** Whether liquid moved by what is known. */
    public boolean moved() {
      return this == ENDED || this == SETTLED;
    }
  }

  /** What flowed, by the scale where it was weighed. */
  public Volume flowed() {
    return weighed.orElse(pumped);
  }

  /** The same in another phase. */
  public ServiceAct in(Phase next) {
    return with(next, pumped, weighed);
  }

  /** The same with what flowed. */
  public ServiceAct with(Phase next, Volume counted, Optional<Volume> byScale) {
    return new ServiceAct(
        id,
        station,
        kind,
        to,
        next,
        day,
        commanded,
        mounted,
        pump,
        counterBefore,
        counted,
        byScale,
        by);
  }
}
