package clinic.mmt.dispenser.domain.outgoing;

import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Closed containers on their way to another site: what was sent, what the other site
 * confirmed, and the difference.
 *
 * @param id of the shipment
 * @param day clinic day on which it left
 * @param site who gets it
 * @param paper number of the delivery record
 * @param carrier who carries it, and by which assignment; private
 * @param bottles our labels
 * @param by who handed it over
 * @param closed what the other site confirmed; empty while it is under way
 */
public record Shipment(
    String id,
    LocalDate day,
    String site,
    String paper,
    String carrier,
    List<BottleId> bottles,
    StaffId by,
    Optional<Closed> closed) {

  /** Copies the list. */
  public Shipment {
    bottles = List.copyOf(bottles);
  }

  /**
   * The other site's answer.
   *
   * @param day clinic day on which it was entered
   * @param paper number of the copy they signed
   * @param arrived labels they got
   * @param by who entered it
   * @param words about what did not arrive; private
   */
  public record Closed(
      LocalDate day, String paper, List<BottleId> arrived, StaffId by, String words) {

    /** Copies the list. */
    public Closed {
      arrived = List.copyOf(arrived);
    }
  }

  /** The same, confirmed. */
  public Shipment closed(Closed how) {
    return new Shipment(id, day, site, paper, carrier, bottles, by, Optional.of(how));
  }

  /** What they did not get, of those sent. */
  public List<BottleId> missing(List<BottleId> arrived) {
    return bottles.stream().filter(label -> !arrived.contains(label)).toList();
  }
}
