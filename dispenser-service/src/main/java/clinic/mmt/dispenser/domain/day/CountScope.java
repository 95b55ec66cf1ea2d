package clinic.mmt.dispenser.domain.day;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A count began: what is to be counted, with the book as it stands. Nobody is told the book before
 * the counts are stored.
 *
 * @param id of the count
 * @param attempt from 1; a second one may be asked for before anything is posted
 * @param day clinic day
 * @param by who began
 * @param places what is to be counted
 */
public record CountScope(String id, int attempt, LocalDate day, StaffId by, List<Booked> places) {

  /** Copies the list. */
  public CountScope {
    places = List.copyOf(places);
  }

  /**
   * What the book says.
   *
   * @param place of what
   * @param volume it holds
   * @param station at which it is mounted, or whose waste it is
   * @param byVolume no weight tells its volume: it is measured
   */
  public record Booked(
      CountPlace place, Volume volume, Optional<StationId> station, boolean byVolume) {}

  /** One of the places. */
  public Optional<Booked> booked(CountPlace place) {
    return places.stream().filter(b -> b.place().equals(place)).findFirst();
  }
}
