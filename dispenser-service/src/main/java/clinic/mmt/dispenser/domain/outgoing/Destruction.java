package clinic.mmt.dispenser.domain.outgoing;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.List;

/**
 * Stock was destroyed by a council, with a permit and minutes.
 *
 * @param id of the act
 * @param day clinic day
 * @param papers permit and minutes
 * @param council who else was there, beside the two who sign here; they sign the minutes on paper;
 *     private
 * @param waste waste containers that were emptied
 * @param bottles quarantined bottles, whole
 * @param by who signs first
 * @param second who signs second
 */
public record Destruction(
    String id,
    LocalDate day,
    Papers papers,
    List<String> council,
    List<Waste> waste,
    List<BottleId> bottles,
    StaffId by,
    StaffId second) {

  /** Persons that the law asks for, the head among them. */
  public static final int PERSONS = 3;

  /** Copies the lists. */
  public Destruction {
    council = List.copyOf(council);
    waste = List.copyOf(waste);
    bottles = List.copyOf(bottles);
  }

  /**
   * What it goes by.
   *
   * @param permit number of the approval
   * @param minutes number of the minutes
   * @param method how it was destroyed
   */
  public record Papers(String permit, String minutes, String method) {}

  /**
   * One waste container.
   *
   * @param station whose
   * @param batch of which batch
   * @param measured what was in it, by weight
   * @param diluted with rinsing water: then it is more than the book says, and no surplus
   */
  public record Waste(StationId station, BatchId batch, Volume measured, boolean diluted) {}
}
