package clinic.mmt.dispenser.app.day;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.StockDayReads;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.stock.StockRights;
import clinic.mmt.dispenser.domain.day.CountResult;
import clinic.mmt.dispenser.domain.day.CountScope;
import clinic.mmt.dispenser.domain.day.CountStored;
import clinic.mmt.dispenser.domain.day.Custody;
import clinic.mmt.dispenser.domain.day.DayNo;
import clinic.mmt.dispenser.domain.day.OpeningCheck;
import clinic.mmt.dispenser.domain.dispense.StationId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How far the day of the stock is, and differences over days. */
public final class StockDayPages {

  private final House house;

  /** For one clinic. */
  public StockDayPages(House house) {
    this.house = house;
  }

  /**
   * Today.
   *
   * @param labelled whether there is stock with labels of ours
   * @param check the latest opening check
   * @param custodies who answers for which station
   * @param counting people are counting: the book is not shown
   * @param scope what is counted or was counted last today
   * @param stored its counts beside the book, once they are stored
   * @param booked whether they are booked
   * @param closes how often the day was closed
   * @param opened whether somebody opened it
   */
  public record Today(
      LocalDate day,
      boolean labelled,
      Optional<OpeningCheck> check,
      List<Custody> custodies,
      boolean counting,
      Optional<CountScope> scope,
      Optional<CountStored> stored,
      boolean booked,
      int closes,
      boolean opened) {}

  /** How far today is. */
  public void day(Session by, List<String> stations, Consumer<Answered<Today>> reply) {
    DayRights.act(house, by, reads -> Decision.accept(List.of(), today(reads, stations)), reply);
  }

  private Today today(Reads reads, List<String> stations) {
    LocalDate today = house.calendar().today();
    StockDayReads days = reads.stock().days();
    Optional<CountScope> scope = days.count().filter(s -> s.day().equals(today));
    return new Today(
        today,
        reads.stock().labelled() > 0,
        days.check(today),
        stations.stream().flatMap(s -> days.custody(new StationId(s)).stream()).toList(),
        days.blind(today),
        scope,
        scope.flatMap(s -> days.stored(s.id(), s.attempt())),
        scope.map(s -> days.booked(s.id())).orElse(false),
        days.closes(today).size(),
        reads.degraded().opening(today).isPresent());
  }

  /** Differences of these days; not while people count. */
  public void results(
      Session by, LocalDate from, LocalDate to, Consumer<Answered<List<CountResult>>> reply) {
    DayRights.act(
        house,
        by,
        reads ->
            StockRights.against(by, DayRights.CLOSES)
                .map(Decision::<List<CountResult>>refuse)
                .orElseGet(
                    () ->
                        reads.stock().days().blind(house.calendar().today())
                            ? DayRights.no(DayNo.COUNTING)
                            : Decision.accept(List.of(), reads.stock().days().results(from, to))),
        reply);
  }
}
