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
import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.bottle.BottleDecisions;
import clinic.mmt.dispenser.domain.bottle.BottleRequest;
import clinic.mmt.dispenser.domain.bottle.StockAnswer;
import clinic.mmt.dispenser.domain.bottle.StockNo;
import clinic.mmt.dispenser.domain.bottle.StockValues;
import clinic.mmt.dispenser.domain.day.CountLine;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountPosted;
import clinic.mmt.dispenser.domain.day.CountReason;
import clinic.mmt.dispenser.domain.day.CountStored;
import clinic.mmt.dispenser.domain.day.Custody;
import clinic.mmt.dispenser.domain.day.CustodyEnd;
import clinic.mmt.dispenser.domain.day.DayNo;
import clinic.mmt.dispenser.domain.day.DayPostings;
import clinic.mmt.dispenser.domain.day.DifferenceAlarm;
import clinic.mmt.dispenser.domain.day.Differences;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.fact.StockFact;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Books a stored count: loss and surplus apart, with a reason where a difference is beyond what
 * honest work explains. It ends the custody periods of the bottles it counted.
 */
public final class CountBooks {

  /** A period that began longer ago ended with a count since. */
  private static final int DAYS_BACK = 40;

  private final House house;

  /** For one clinic. */
  public CountBooks(House house) {
    this.house = house;
  }

  /** What is to be booked, with the reasons. */
  public record Asked(String count, List<CountPosted.Said> reasons) {

    /** Copies the list. */
    public Asked {
      reasons = List.copyOf(reasons);
    }

    /** Exactly what a second person signs where something is beyond the expected. */
    public String digest() {
      return Digests.sha256(
          reasons.stream()
              .sorted(Comparator.comparing(s -> s.place().key()))
              .map(s -> s.place().key() + "|" + s.reason() + "|" + s.words())
              .collect(Collectors.joining("\n", "BOOK " + count + "\n", "")));
    }
  }

  /** Books it. */
  public void book(
      Session by, Optional<Signature> second, Asked asked, Consumer<Answered<CountPosted>> reply) {
    DayRights.act(house, by, reads -> book(reads, by, second, asked), reply);
  }

  private Decision<CountPosted> book(
      Reads reads, Session by, Optional<Signature> second, Asked asked) {
    Optional<Refusal> no = StockRights.against(by, DayRights.COUNTS);
    if (no.isPresent()) {
      return Decision.refuse(no.get());
    }
    Optional<CountStored> stored =
        reads
            .stock()
            .days()
            .count()
            .filter(scope -> scope.id().equals(asked.count()))
            .flatMap(scope -> reads.stock().days().stored(scope.id(), scope.attempt()));
    if (stored.isEmpty()) {
      return DayRights.no(DayNo.NO_COUNT);
    }
    if (reads.stock().days().booked(asked.count())) {
      return DayRights.no(DayNo.COUNT_BOOKED);
    }
    Map<CountPlace, CountReason> reasons = new HashMap<>();
    asked.reasons().stream()
        .filter(said -> !said.words().isBlank())
        .forEach(said -> reasons.put(said.place(), said.reason()));
    Optional<DayNo> against = against(reads, stored.get(), reasons);
    if (against.isPresent()) {
      return DayRights.no(against.get());
    }
    return signed(reads, new Booking(by, second, asked, stored.get()), reasons);
  }

  private record Booking(Session by, Optional<Signature> second, Asked asked, CountStored stored) {}

  private static Optional<DayNo> against(
      Reads reads, CountStored stored, Map<CountPlace, CountReason> reasons) {
    if (!stored.beyond().stream().allMatch(line -> reasons.containsKey(line.place()))) {
      return Optional.of(DayNo.NO_REASON);
    }
    boolean unknownWhich =
        stored.lines().stream()
            .filter(line -> line.place().kind() == CountPlace.Kind.CLOSED)
            .anyMatch(
                line ->
                    !line.difference().equals(Volume.ZERO)
                        && line.missing().isEmpty()
                        && line.extra().isEmpty());
    if (unknownWhich) {
      return Optional.of(DayNo.SCAN_CLOSED);
    }
    return stored.lines().stream().allMatch(line -> holds(reads, line))
        ? Optional.empty()
        : Optional.of(DayNo.MOVED);
  }

  /** What is taken off an account must still be there, and a bottle where it was counted. */
  private static boolean holds(Reads reads, CountLine line) {
    CountPlace place = line.place();
    return switch (place.kind()) {
      case BOTTLE ->
          DayCounts.bottle(reads, place).filter(Opened::opened).isPresent() && covers(reads, line);
      case WASTE -> covers(reads, line);
      case CLOSED, DOSE -> true;
    };
  }

  private static boolean covers(Reads reads, CountLine line) {
    Volume after =
        reads
            .balance(DayPostings.account(line.place()), line.place().batch())
            .plus(line.difference());
    return !line.difference().isLessThan(Volume.ZERO) || !after.isLessThan(Volume.ZERO);
  }

  private Decision<CountPosted> signed(
      Reads reads, Booking b, Map<CountPlace, CountReason> reasons) {
    List<Fact> facts = new ArrayList<>();
    if (!b.stored().beyond().isEmpty()) {
      switch (new ActSign(house, b.by(), b.second(), "R-82")
          .judge(ActKind.DAY_COUNT, b.asked().digest())) {
        case ActSign.Answer.No(Refusal why) -> {
          return Decision.refuse(why);
        }
        case ActSign.Answer.Signed(List<Fact> acts) -> facts.addAll(acts);
      }
    }
    Optional<StockNo> no = missing(reads, b, facts);
    if (no.isPresent()) {
      return Decision.refuse(Refusal.of(no.get()));
    }
    CountPosted posted =
        new CountPosted(b.stored().id(), b.stored().day(), b.by().staff(), said(b, reasons));
    facts.add(new StockDayFact.CountBooked(posted, DayPostings.of(b.stored(), reasons)));
    List<CustodyEnd> ends = ends(reads, b.stored());
    ends.forEach(end -> facts.add(new StockDayFact.CustodyEnded(end)));
    List<Differences.Found> found = DifferenceAlarms.raised(reads.stock().days(), b.stored(), ends);
    if (!found.isEmpty()) {
      facts.add(
          new StockDayFact.DifferenceFound(
              new DifferenceAlarm(
                  house.ids().next("da"), b.stored().day(), b.stored().id(), found)));
    }
    UrgentReports.raised(house, reads, b.stored()).ifPresent(facts::add);
    return Decision.accept(facts, posted);
  }

  /** Reasons of places that were counted, each once. */
  private static List<CountPosted.Said> said(Booking b, Map<CountPlace, CountReason> reasons) {
    Map<CountPlace, CountPosted.Said> last = new HashMap<>();
    b.asked().reasons().stream()
        .filter(said -> reasons.get(said.place()) == said.reason() && !said.words().isBlank())
        .forEach(said -> last.put(said.place(), said));
    return b.stored().lines().stream()
        .flatMap(line -> Optional.ofNullable(last.get(line.place())).stream())
        .toList();
  }

  /** A closed container that is not there is missing until it turns up or two settle it. */
  private Optional<StockNo> missing(Reads reads, Booking b, List<Fact> facts) {
    ReadBook book = new ReadBook(reads);
    StockValues values =
        StockValues.of(house.rules(reads).counter(), house.calendar().today(), b.by().staff());
    List<BottleId> labels =
        b.stored().lines().stream().flatMap(line -> line.missing().stream()).toList();
    for (BottleId label : labels) {
      BottleRequest gone = BottleRequest.of(BottleAct.MISS, label, "count " + b.stored().id());
      switch (BottleDecisions.decide(gone, book, values)) {
        case StockAnswer.No(StockNo why) -> {
          return Optional.of(why);
        }
        case StockAnswer.Done done -> {
          book.post(done.postings());
          facts.add(new StockFact.BottleMoved(done.move(), done.postings()));
        }
      }
    }
    return Optional.empty();
  }

  /** Every running period ends with a count; a difference is of the one whose bottle it was. */
  private List<CustodyEnd> ends(Reads reads, CountStored stored) {
    LocalDate today = house.calendar().today();
    return reads.stock().days().running(today.minusDays(DAYS_BACK), today).stream()
        .map(
            custody ->
                new CustodyEnd(
                    custody,
                    house.clock().instant(),
                    today,
                    CustodyEnd.How.COUNT,
                    stored.lines().stream()
                        .filter(line -> line.custody().equals(Optional.of(custody.id())))
                        .findFirst()
                        .map(line -> measured(reads, line, custody))))
        .toList();
  }

  private CustodyEnd.Measured measured(Reads reads, CountLine line, Custody custody) {
    Bottle bottle = DayCounts.bottle(reads, line.place()).orElseThrow();
    Volume posted = reads.balance(bottle.discrepancy(), bottle.batch());
    Volume before =
        custody.bottle().filter(bottle.label()::equals).map(b -> custody.off()).orElse(Volume.ZERO);
    return new CustodyEnd.Measured(
        bottle.label(),
        bottle.batch(),
        line.gross(),
        line.counted(),
        line.book(),
        line.difference().minus(posted).minus(before),
        new Exposures(reads, house.calendar().today()).since(bottle.label(), custody.from()));
  }
}
