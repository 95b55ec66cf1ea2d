package clinic.mmt.dispenser.domain.day;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.reconciliation.Counted;
import clinic.mmt.dispenser.domain.reconciliation.Exposure;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One difference, as it is judged over days: by station, bottle, batch or custody period.
 *
 * @param day clinic day
 * @param of id of the count, or of the custody period that a hand-over ended
 * @param handOver at a hand-over, where nothing is booked; otherwise in a count that was booked
 * @param place which bottle, cabinet or waste container, of which batch
 * @param station at which it was
 * @param custody the period that ended with it
 * @param difference counted less booked: below zero is missing
 * @param exposure what happened since the measurement before
 */
public record CountResult(
    LocalDate day,
    String of,
    boolean handOver,
    CountPlace place,
    Optional<StationId> station,
    Optional<String> custody,
    Volume difference,
    Exposure exposure) {

  /** What a count found, place by place, where a volume was found. */
  public static List<CountResult> of(CountStored stored) {
    return stored.lines().stream()
        .filter(line -> line.counted().isPresent())
        .map(line -> of(stored, line))
        .toList();
  }

  /** One place of a count. */
  public static CountResult of(CountStored stored, CountLine line) {
    return new CountResult(
        stored.day(),
        stored.id(),
        false,
        line.place(),
        line.station(),
        line.custody(),
        line.difference(),
        line.exposure());
  }

  /** As the chart looks at it. */
  public Counted counted() {
    return new Counted(day, difference, exposure);
  }
}
