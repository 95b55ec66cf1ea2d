package clinic.mmt.dispenser.domain.day;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The stock as one person found it before the first dose, beside last evening's close.
 *
 * @param id of this check; it may be repeated
 * @param day clinic day
 * @param seal how last evening's seal was found
 * @param number of the seal as it was read; empty when there is none to read
 * @param bottles the opened bottles, weighed
 * @param stations pumps and scales of the stations, checked with it
 * @param fits seal and weights are those of last evening; otherwise two persons count
 * @param by who looked
 */
public record OpeningCheck(
    String id,
    LocalDate day,
    SealState seal,
    Optional<String> number,
    List<Weighed> bottles,
    List<Station> stations,
    boolean fits,
    StaffId by) {

  /** Copies the lists. */
  public OpeningCheck {
    bottles = List.copyOf(bottles);
    stations = List.copyOf(stations);
  }

  /**
   * An opened bottle.
   *
   * @param gross weight with its container and cap
   * @param evening what it weighed when the day before was closed; empty when it was not there
   * @param agrees the two are the same within what a stock scale repeats
   */
  public record Weighed(BottleId bottle, Mass gross, Optional<Mass> evening, boolean agrees) {}

  /**
   * Pump and scale of a station, by the devices that are there.
   *
   * @param pump which pump
   * @param scale which scale
   * @param nominal the reference weight
   * @param read what the scale said of it
   * @param passed pump shots and reference weight both passed
   */
  public record Station(
      StationId station, String pump, String scale, Mass nominal, Mass read, boolean passed) {}
}
