package clinic.mmt.dispenser.domain.outgoing;

import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something turned out to be wrong - a bottle, a batch, a calibration, a scale, a density, a day -
 * and every dose that it may have touched is listed once, as one incident (H108).
 *
 * @param id of the incident
 * @param day clinic day on which it was opened
 * @param why what turned out to be wrong
 * @param of which doses
 * @param doses every dose of which a pour was intended, by day and id
 * @param by who opened it
 * @param words what is known; private
 */
public record LookBack(
    String id, LocalDate day, Why why, Scope of, List<DoseId> doses, StaffId by, String words) {

  /** Copies the list. */
  public LookBack {
    doses = List.copyOf(doses);
  }

  /** What turned out to be wrong. */
  public enum Why {
    /** Another bottle than the label or the book said. */
    WRONG_BOTTLE,
    /** The maker or the authority recalls a batch. */
    RECALL,
    /** The pump's calibration was wrong. */
    CALIBRATION,
    /** The scale failed its check. */
    SCALE,
    /** The density of a batch was wrong. */
    DENSITY,
    /** Something else, told in words. */
    OTHER
  }

  /**
   * Which doses: all that fit everything that is named.
   *
   * @param from first clinic day
   * @param until last clinic day
   * @param batch poured from this batch
   * @param bottle poured from this bottle
   * @param station poured at this station
   */
  public record Scope(
      LocalDate from,
      LocalDate until,
      Optional<BatchId> batch,
      Optional<BottleId> bottle,
      Optional<StationId> station) {

    /** Those of its days that are before {@code day}; none when there are none. */
    public Scope before(LocalDate day) {
      return new Scope(
          from, until.isBefore(day) ? until : day.minusDays(1), batch, bottle, station);
    }

    /** Those of its days from {@code day} on. */
    public Scope since(LocalDate day) {
      return new Scope(from.isAfter(day) ? from : day, until, batch, bottle, station);
    }

    /** The same of a dose that is of its own batch alone. */
    public boolean holds(Dose dose) {
      return holds(dose, Set.of());
    }

    /**
     * Whether a dose of one of its days belongs to it; one without an order was never poured.
     *
     * @param others batches that were still in the line when it was poured
     */
    public boolean holds(Dose dose, Set<BatchId> others) {
      return dose.order().map(order -> holds(dose, order, others)).orElse(false);
    }

    private boolean holds(Dose dose, Order order, Set<BatchId> others) {
      return batch.map(b -> b.equals(order.batch()) || others.contains(b)).orElse(true)
          && bottle.map(order.bottle()::equals).orElse(true)
          && station.map(dose.station()::equals).orElse(true);
    }
  }
}
