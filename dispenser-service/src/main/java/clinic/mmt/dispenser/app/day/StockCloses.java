package clinic.mmt.dispenser.app.day;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.care.DayCloses;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.stock.StockRights;
import clinic.mmt.dispenser.domain.bottle.Bottle;
import clinic.mmt.dispenser.domain.day.CloseList;
import clinic.mmt.dispenser.domain.day.CountLine;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountPosted;
import clinic.mmt.dispenser.domain.day.CountReason;
import clinic.mmt.dispenser.domain.day.CountStored;
import clinic.mmt.dispenser.domain.day.DayNo;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.day.StockAdjustment;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.episode.DayClose;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.RecordFact;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The day of a site with labelled stock is closed: after a blind count its figures are frozen, with
 * the list of what is open. Who comes later is dosed and goes to a supplementary close.
 */
public final class StockCloses {

  private final House house;

  /** For one clinic. */
  public StockCloses(House house) {
    this.house = house;
  }

  /**
   * What a person puts on and reads.
   *
   * @param day clinic day
   * @param seal number of the seal on the cabinet
   * @param storeTenths temperature of the store, tenths of a degree Celsius
   * @param note of the head, where one is needed; may be blank
   * @param weights of a supplementary close: opened bottles that were weighed again
   */
  public record Asked(
      LocalDate day, String seal, int storeTenths, String note, Map<BottleId, Mass> weights) {

    /** Copies the map. */
    public Asked {
      weights = Map.copyOf(weights);
    }
  }

  /**
   * A day and what came later.
   *
   * @param closes first and supplementary ones
   * @param adjustments later corrections about its counts
   * @param today for the age of open items
   */
  public record Page(List<FrozenDay> closes, List<StockAdjustment> adjustments, LocalDate today) {}

  /** Closes, or adds a supplementary close; nothing moved: answered as it was closed. */
  public void close(Session by, Asked asked, Consumer<Answered<FrozenDay>> reply) {
    DayRights.act(house, by, reads -> close(reads, by, asked), reply);
  }

  /** A day as it was closed, with later adjustments beside it. */
  public void page(Session by, LocalDate day, Consumer<Answered<Page>> reply) {
    LocalDate today = house.calendar().today();
    DayRights.act(
        house,
        by,
        reads ->
            StockRights.against(by, DayRights.READS_LIST)
                .map(Decision::<Page>refuse)
                .orElseGet(
                    () ->
                        Decision.accept(
                            List.of(),
                            new Page(
                                reads.stock().days().closes(day),
                                reads.stock().days().adjustments(day, today),
                                today))),
        reply);
  }

  private Decision<FrozenDay> close(Reads reads, Session by, Asked asked) {
    Optional<Refusal> no =
        StockRights.against(by, DayRights.CLOSES)
            .or(() -> DayCloses.against(reads, house, asked.day()));
    if (no.isPresent()) {
      return Decision.refuse(no.get());
    }
    Freezing freezing = new Freezing(house, reads);
    Optional<FrozenDay> last = freezing.last();
    if (last.map(f -> f.day().isAfter(asked.day())).orElse(false)) {
      return DayRights.no(DayNo.LATER_CLOSED);
    }
    return last.filter(f -> f.day().equals(asked.day())).isPresent()
        ? again(reads, by, asked, freezing)
        : first(reads, by, asked, freezing);
  }

  private Decision<FrozenDay> first(Reads reads, Session by, Asked asked, Freezing freezing) {
    Optional<CountPosted> booked = booked(freezing.since());
    Optional<CountStored> counted =
        booked.flatMap(
            b ->
                freezing.since().stream()
                    .flatMap(
                        f ->
                            f instanceof StockDayFact.CountsStored(CountStored s)
                                ? java.util.stream.Stream.of(s)
                                : java.util.stream.Stream.of())
                    .filter(s -> s.id().equals(b.id()))
                    .reduce((one, later) -> later));
    if (counted.isEmpty() || !stands(reads, counted.get())) {
      return DayRights.no(DayNo.NOT_COUNTED);
    }
    boolean unexplained =
        booked.get().reasons().stream().anyMatch(r -> r.reason() == CountReason.UNEXPLAINED);
    if (unexplained && !(by.roles().contains(Role.HEAD) && !asked.note().isBlank())) {
      return DayRights.no(DayNo.HEAD_NOTE);
    }
    CloseList list =
        new CloseLists(reads, asked.day(), freezing.last())
            .of(
                new CloseLists.Put(
                    asked.seal(),
                    asked.storeTenths(),
                    weights(counted.get()),
                    waste(counted.get())));
    FrozenDay frozen = freezing.first(asked.day(), by.staff(), asked.note(), list);
    List<Fact> facts = new ArrayList<>();
    if (reads.episodes().close(asked.day()).isEmpty()) {
      facts.add(new RecordFact.DayClosed(new DayClose(asked.day(), by.staff())));
    }
    facts.add(new StockDayFact.DayFrozen(frozen));
    return Decision.accept(facts, frozen);
  }

  private static Optional<CountPosted> booked(List<StockDayFact> since) {
    return since.stream()
        .flatMap(
            fact ->
                fact instanceof StockDayFact.CountBooked(CountPosted posted, var postings)
                    ? java.util.stream.Stream.of(posted)
                    : java.util.stream.Stream.of())
        .reduce((one, later) -> later);
  }

  /**
   * Whether opened bottles still hold what was counted: otherwise their weights are not tonight's.
   */
  private static boolean stands(Reads reads, CountStored counted) {
    List<Bottle> opened = StockOpenings.opened(reads);
    List<CountLine> lines =
        counted.lines().stream()
            .filter(line -> line.place().kind() == CountPlace.Kind.BOTTLE)
            .toList();
    return opened.size() == lines.size()
        && opened.stream()
            .allMatch(
                b ->
                    lines.stream()
                        .filter(line -> line.place().of().equals(b.label().value()))
                        .anyMatch(
                            line ->
                                line.counted()
                                    .equals(Optional.of(reads.balance(b.own(), b.batch())))));
  }

  private static List<CloseList.Weight> weights(CountStored counted) {
    return counted.lines().stream()
        .filter(line -> line.place().kind() == CountPlace.Kind.BOTTLE)
        .map(line -> new CloseList.Weight(new BottleId(line.place().of()), line.gross()))
        .toList();
  }

  private static List<CloseList.Waste> waste(CountStored counted) {
    return counted.lines().stream()
        .filter(line -> line.place().kind() == CountPlace.Kind.WASTE)
        .flatMap(
            line ->
                line.gross().stream()
                    .map(gross -> new CloseList.Waste(new StationId(line.place().of()), gross)))
        .distinct()
        .toList();
  }

  private Decision<FrozenDay> again(Reads reads, Session by, Asked asked, Freezing freezing) {
    FrozenDay last = freezing.last().orElseThrow();
    if (!freezing.moved()) {
      return Decision.accept(List.of(), last);
    }
    Optional<CloseList> before =
        reads.stock().days().closes(asked.day()).stream()
            .flatMap(f -> f.list().stream())
            .reduce((one, later) -> later);
    List<CloseList.Weight> weights =
        StockOpenings.opened(reads).stream()
            .map(
                b ->
                    new CloseList.Weight(
                        b.label(),
                        Optional.ofNullable(asked.weights().get(b.label()))
                            .or(() -> before.flatMap(list -> list.evening(b.label())))))
            .toList();
    CloseList list =
        new CloseLists(reads, asked.day(), freezing.last())
            .of(
                new CloseLists.Put(
                    asked.seal(),
                    asked.storeTenths(),
                    weights,
                    before.map(CloseList::waste).orElse(List.of())));
    FrozenDay frozen = freezing.supplementary(asked.day(), by.staff(), Optional.of(list));
    return Decision.accept(List.of(new StockDayFact.DayFrozen(frozen)), frozen);
  }
}
