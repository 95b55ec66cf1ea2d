package clinic.mmt.dispenser.domain.day;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a close looks at besides the figures.
 *
 * @param seal number of the seal that was put on the cabinet
 * @param storeTenths temperature of the store, tenths of a degree Celsius
 * @param bottles opened bottles as they were weighed; the next opening compares with them
 * @param waste weight of each waste container
 * @param cupsOut cups that are filled and not ended; of a first close none
 * @param watched patients that are still watched; of a first close none
 * @param without people without a dose, and why; private
 * @param ending orders that end within a week; private
 * @param items what is still open, with its age; private
 */
public record CloseList(
    String seal,
    int storeTenths,
    List<Weight> bottles,
    List<Waste> waste,
    int cupsOut,
    int watched,
    List<Without> without,
    List<Ending> ending,
    List<Item> items) {

  /** Copies the lists. */
  public CloseList {
    bottles = List.copyOf(bottles);
    waste = List.copyOf(waste);
    without = List.copyOf(without);
    ending = List.copyOf(ending);
    items = List.copyOf(items);
  }

  /** What an opened bottle weighed. */
  public Optional<Mass> evening(BottleId bottle) {
    return bottles.stream()
        .filter(w -> w.bottle().equals(bottle))
        .flatMap(w -> w.gross().stream())
        .findFirst();
  }

  /**
   * An opened bottle.
   *
   * @param gross weight with container and cap; empty of one that was measured by volume
   */
  public record Weight(BottleId bottle, Optional<Mass> gross) {}

  /** A waste container as it was weighed. */
  public record Waste(StationId station, Mass gross) {}

  /**
   * Somebody with an order who was not dosed.
   *
   * @param patient who
   * @param why as far as it is known
   */
  public record Without(PatientId patient, Why why) {
    @Override
    public String toString() {
      return "Without[•••]";
    }
  }

  /** Why somebody was not dosed. */
  public enum Why {
    /** Did not come. */
    ABSENT,
    /** Did not come, and a hold is in force. */
    ON_HOLD,
    /** Came and was not dosed. */
    CAME,
    /** Went away before anything was poured. */
    LEFT,
    /** Was sent to a doctor, or asked to wait. */
    REFERRED,
    /** The cup was given back or discarded. */
    NOT_TAKEN,
    /** Begun and not settled: in doubt it counts as taken. */
    NOT_SETTLED
  }

  /** An order and its last day. */
  public record Ending(PatientId patient, LocalDate lastDay) {
    @Override
    public String toString() {
      return "Ending[•••]";
    }
  }

  /**
   * Something that is still open.
   *
   * @param kind what sort
   * @param of a bottle, act, dose, account or alarm
   * @param since clinic day
   */
  public record Item(Sort kind, String of, LocalDate since) {}

  /** Sorts of open items. */
  public enum Sort {
    /** A broken bottle whose paper is owed. */
    BROKEN_WITHOUT_PAPER,
    /** A bottle that is not where it should be. */
    MISSING,
    /** A second signature that may come later. */
    SIGNATURE_OWED,
    /** A dose whose outcome nobody knows. */
    UNSETTLED_DOSE,
    /** A quarantined bottle. */
    QUARANTINED,
    /** A difference that nobody explained. */
    UNEXPLAINED,
    /** An alarm of the charts over days that nobody looked into. */
    DIFFERENCE
  }
}
