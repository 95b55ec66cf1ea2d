package clinic.mmt.dispenser.app.day;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.ActSign;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.stock.ReadBook;
import clinic.mmt.dispenser.app.stock.StockRights;
import clinic.mmt.dispenser.domain.bottle.Bottle;
import clinic.mmt.dispenser.domain.bottle.StockNo;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountScope;
import clinic.mmt.dispenser.domain.day.CountStored;
import clinic.mmt.dispenser.domain.day.DayNo;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The blind count: what is to be counted is told, the book is not, before two persons' counts are
 * stored (R-80). A second blind attempt may be asked for as long as nothing is booked.
 */
public final class DayCounts {

  private final House house;

  /** For one clinic. */
  public DayCounts(House house) {
    this.house = house;
  }

  /** Begins a count of today; one that is not stored yet is given up. */
  public void begin(Session by, Consumer<Answered<CountScope>> reply) {
    DayRights.act(house, by, reads -> begin(reads, by, Optional.empty()), reply);
  }

  /** A second blind count in place of one that is stored and not booked. */
  public void again(Session by, String count, Consumer<Answered<CountScope>> reply) {
    DayRights.act(house, by, reads -> begin(reads, by, Optional.of(count)), reply);
  }

  private Decision<CountScope> begin(Reads reads, Session by, Optional<String> again) {
    Optional<Refusal> no = StockRights.against(by, DayRights.COUNTS).or(() -> pouring(reads));
    if (no.isPresent()) {
      return Decision.refuse(no.get());
    }
    Optional<CountScope> before =
        reads.stock().days().count().filter(s -> again.map(s.id()::equals).orElse(false));
    if (again.isPresent() && before.isEmpty()) {
      return DayRights.no(DayNo.NO_COUNT);
    }
    if (again.map(reads.stock().days()::booked).orElse(false)) {
      return DayRights.no(DayNo.COUNT_BOOKED);
    }
    CountScope scope =
        new CountScope(
            again.orElseGet(() -> house.ids().next("sc")),
            before.map(s -> s.attempt() + 1).orElse(1),
            before.map(CountScope::day).orElseGet(() -> house.calendar().today()),
            by.staff(),
            places(reads));
    return Decision.accept(List.of(new StockDayFact.CountBegan(scope)), scope);
  }

  /** While a dose is under way the book and the bottle are not of one moment. */
  private static Optional<Refusal> pouring(Reads reads) {
    return reads.stock().accounts(AccountKind.RESERVED).isEmpty()
        ? Optional.empty()
        : Optional.of(Refusal.of(StockNo.POURING));
  }

  /** Everything that can be counted: opened bottles, closed containers by size, waste. */
  static List<CountScope.Booked> places(Reads reads) {
    List<CountScope.Booked> all = new ArrayList<>();
    Map<String, CountScope.Booked> closed = new TreeMap<>();
    for (Bottle b : reads.stock().bottles()) {
      if (Opened.opened(b)) {
        all.add(opened(reads, b));
      } else if (Opened.closed(b)) {
        CountScope.Booked one = closed(b);
        closed.merge(one.place().key(), one, DayCounts::together);
      }
    }
    all.addAll(closed.values());
    reads.stock().accounts(AccountKind.WASTE).stream()
        .map(
            a ->
                new CountScope.Booked(
                    new CountPlace(CountPlace.Kind.WASTE, a.account().of(), a.batch()),
                    a.volume(),
                    Optional.of(
                        new clinic.mmt.dispenser.domain.dispense.StationId(a.account().of())),
                    false))
        .forEach(all::add);
    return all;
  }

  private static CountScope.Booked opened(Reads reads, Bottle b) {
    boolean density = reads.batch(b.batch()).flatMap(batch -> batch.density()).isPresent();
    return new CountScope.Booked(
        new CountPlace(CountPlace.Kind.BOTTLE, b.label().value(), b.batch()),
        reads.balance(b.own(), b.batch()),
        b.station(),
        !density);
  }

  private static CountScope.Booked closed(Bottle b) {
    return new CountScope.Booked(
        CountPlace.closed(b.account().kind(), b.container(), b.batch()),
        b.container(),
        Optional.empty(),
        false);
  }

  private static CountScope.Booked together(CountScope.Booked one, CountScope.Booked other) {
    return new CountScope.Booked(
        one.place(), one.volume().plus(other.volume()), one.station(), one.byVolume());
  }

  /**
   * One place as people counted it.
   *
   * @param gross weight with container and cap
   * @param empty of a waste container its weight without content
   * @param volume measured, of a bottle whose batch has no density
   * @param containers number of closed ones, where they were not scanned
   * @param labels closed ones as they were scanned
   */
  public record Found(
      CountPlace place,
      Optional<Mass> gross,
      Optional<Mass> empty,
      Optional<Volume> volume,
      Optional<Integer> containers,
      Optional<List<BottleId>> labels) {

    private String words() {
      return String.join(
          "|",
          place.key(),
          gross.map(g -> Long.toString(g.micrograms())).orElse("-"),
          empty.map(g -> Long.toString(g.micrograms())).orElse("-"),
          volume.map(v -> Long.toString(v.microlitres())).orElse("-"),
          containers.map(n -> Integer.toString(n)).orElse("-"),
          labels
              .map(all -> all.stream().map(BottleId::value).sorted().toList().toString())
              .orElse("-"));
    }
  }

  /** All counts of an attempt. */
  public record Counts(String count, int attempt, List<Found> all) {

    /** Copies the list. */
    public Counts {
      all = List.copyOf(all);
    }

    /** Exactly what two persons sign, before they see the book. */
    public String digest() {
      return Digests.sha256(
          all.stream()
              .sorted(Comparator.comparing(f -> f.place().key()))
              .map(Found::words)
              .collect(
                  Collectors.joining(
                      "\n", ActKind.DAY_COUNT + "\n" + count + "#" + attempt + "\n", "")));
    }
  }

  /** Stores the counts; the answer sets them beside the book. */
  public void store(
      Session by,
      Optional<Signature> second,
      Counts counts,
      Consumer<Answered<CountStored>> reply) {
    DayRights.act(house, by, reads -> store(reads, by, second, counts), reply);
  }

  private Decision<CountStored> store(
      Reads reads, Session by, Optional<Signature> second, Counts counts) {
    Optional<Refusal> no = StockRights.against(by, DayRights.COUNTS);
    if (no.isPresent()) {
      return Decision.refuse(no.get());
    }
    Optional<CountScope> scope =
        reads
            .stock()
            .days()
            .count()
            .filter(s -> s.id().equals(counts.count()) && s.attempt() == counts.attempt());
    if (scope.isEmpty()) {
      return DayRights.no(DayNo.NO_COUNT);
    }
    if (reads.stock().days().stored(counts.count(), counts.attempt()).isPresent()) {
      return DayRights.no(DayNo.COUNT_STORED);
    }
    if (!places(reads).equals(scope.get().places())) {
      return DayRights.no(DayNo.MOVED);
    }
    return switch (new Comparing(reads, scope.get(), house.calendar().today()).lines(counts)) {
      case Comparing.Answer.No(Refusal why) -> Decision.refuse(why);
      case Comparing.Answer.Lines lines ->
          signed(by, second, counts, stored(scope.get(), by, lines));
    };
  }

  private CountStored stored(CountScope scope, Session by, Comparing.Answer.Lines lines) {
    return new CountStored(
        scope.id(), scope.attempt(), scope.day(), house.clock().instant(), by.staff(), lines.all());
  }

  private Decision<CountStored> signed(
      Session by, Optional<Signature> second, Counts counts, CountStored stored) {
    return switch (new ActSign(house, by, second, "R-80")
        .judge(ActKind.DAY_COUNT, counts.digest())) {
      case ActSign.Answer.No(Refusal why) -> Decision.refuse(why);
      case ActSign.Answer.Signed(List<Fact> acts) -> {
        List<Fact> facts = new ArrayList<>(acts);
        facts.add(new StockDayFact.CountsStored(stored));
        yield Decision.accept(facts, stored);
      }
    };
  }

  /** The bottle of a place. */
  static Optional<Bottle> bottle(Reads reads, CountPlace place) {
    return new ReadBook(reads).bottle(new BottleId(place.of()));
  }
}
