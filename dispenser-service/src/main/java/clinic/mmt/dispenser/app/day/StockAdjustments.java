package clinic.mmt.dispenser.app.day;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.staff.TwoSign;
import clinic.mmt.dispenser.app.stock.StockRights;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountReason;
import clinic.mmt.dispenser.domain.day.CountResult;
import clinic.mmt.dispenser.domain.day.DayNo;
import clinic.mmt.dispenser.domain.day.DayPostings;
import clinic.mmt.dispenser.domain.day.StockAdjustment;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Corrections by two, one of whom decides: what a count booked is taken back, linked to it, or what
 * is to be explained is settled as loss or surplus. Frozen figures stay.
 */
public final class StockAdjustments {

  /** A count of longer ago is not taken back. */
  private static final int DAYS_BACK = 366;

  private final House house;

  /** For one clinic. */
  public StockAdjustments(House house) {
    this.house = house;
  }

  /**
   * What is corrected.
   *
   * @param count of a reversal the count; blank of a settlement
   * @param place which bottle, waste container or cup
   */
  public record Asked(
      StockAdjustment.Kind kind, String count, CountPlace place, CountReason reason, String words) {

    /** Exactly what two persons sign. */
    public String digest() {
      return Digests.sha256(
          String.join("\n", "ADJUST", kind.name(), count, place.key(), reason.name(), words));
    }
  }

  /** Corrects. */
  public void adjust(
      Session by,
      Optional<Signature> second,
      Asked asked,
      Consumer<Answered<StockAdjustment>> reply) {
    DayRights.act(house, by, reads -> adjust(reads, by, second, asked), reply);
  }

  private sealed interface What {
    record No(DayNo why) implements What {}

    record Is(LocalDate of, Volume volume, Posting posting) implements What {}
  }

  private Decision<StockAdjustment> adjust(
      Reads reads, Session by, Optional<Signature> second, Asked asked) {
    Optional<Refusal> no = StockRights.against(by, DayRights.ADJUSTS);
    if (no.isPresent()) {
      return Decision.refuse(no.get());
    }
    if (asked.words().isBlank()) {
      return DayRights.no(DayNo.NO_WORDS);
    }
    What what =
        switch (asked.kind()) {
          case REVERSED -> reversed(reads, asked);
          case SETTLED -> settled(reads, asked);
        };
    return switch (what) {
      case What.No(DayNo why) -> DayRights.no(why);
      case What.Is is -> signed(by, second, asked, is);
    };
  }

  private Decision<StockAdjustment> signed(
      Session by, Optional<Signature> second, Asked asked, What.Is is) {
    return switch (new TwoSign(ActKind.ADJUST_STOCK, by, second, asked.digest(), "R-96")
        .judge(house)) {
      case TwoSign.Answer.No(Refusal why) -> Decision.refuse(why);
      case TwoSign.Answer.Signed both -> {
        StockAdjustment adjustment =
            new StockAdjustment(
                house.ids().next("sa"),
                asked.kind(),
                asked.count(),
                is.of(),
                asked.place(),
                is.volume(),
                house.calendar().today(),
                by.staff(),
                asked.reason(),
                asked.words());
        yield Decision.accept(
            List.of(new StockDayFact.StockAdjusted(adjustment, List.of(is.posting())), both.act()),
            adjustment);
      }
    };
  }

  private What reversed(Reads reads, Asked asked) {
    LocalDate today = house.calendar().today();
    LocalDate from = today.minusDays(DAYS_BACK);
    Optional<CountResult> result =
        Correctable.booked(reads, from, today).stream()
            .filter(r -> r.of().equals(asked.count()) && r.place().equals(asked.place()))
            .findFirst();
    if (result.isEmpty()) {
      return new What.No(DayNo.UNKNOWN_COUNT);
    }
    Volume difference = result.get().difference();
    return Correctable.reversed(reads, result.get(), today)
        ? new What.No(DayNo.REVERSED)
        : new What.Is(
            result.get().day(), difference, DayPostings.reversed(asked.place(), difference));
  }

  private What settled(Reads reads, Asked asked) {
    Volume open = Correctable.open(reads, asked.place());
    return open.equals(Volume.ZERO)
        ? new What.No(DayNo.NOT_TO_SETTLE)
        : new What.Is(
            house.calendar().today(), open.negated(), DayPostings.settled(asked.place(), open));
  }

  /**
   * What may be corrected, and what was.
   *
   * @param booked differences that counts of these days wrote to loss or surplus and nobody took
   *     back, the latest first
   * @param open differences that are to be explained, whenever they arose: above zero is missing
   * @param made corrections of these days, the latest first
   */
  public record Page(List<Booked> booked, List<Open> open, List<StockAdjustment> made) {

    /** Copies the lists. */
    public Page {
      booked = List.copyOf(booked);
      open = List.copyOf(open);
      made = List.copyOf(made);
    }
  }

  /** What a count booked, and the reason that was given with it. */
  public record Booked(CountResult result, Optional<CountReason> reason) {}

  /** What is to be explained of a place. */
  public record Open(CountPlace place, Volume volume) {}

  /** What may be corrected of these days, and what was; not while people count. */
  public void page(Session by, LocalDate from, LocalDate until, Consumer<Answered<Page>> reply) {
    DayRights.act(house, by, reads -> page(reads, by, from, until), reply);
  }

  private Decision<Page> page(Reads reads, Session by, LocalDate from, LocalDate until) {
    Optional<Refusal> no = StockRights.against(by, DayRights.CLOSES);
    if (no.isPresent()) {
      return Decision.refuse(no.get());
    }
    LocalDate today = house.calendar().today();
    if (reads.stock().days().blind(today)) {
      return DayRights.no(DayNo.COUNTING);
    }
    return Decision.accept(
        List.of(),
        new Page(
            Correctable.booked(reads, from, until).reversed().stream()
                .filter(r -> !Correctable.reversed(reads, r, today))
                .map(r -> new Booked(r, Correctable.reason(reads, r)))
                .toList(),
            Correctable.open(reads).stream()
                .map(place -> new Open(place, Correctable.open(reads, place)))
                .toList(),
            reads
                .stock()
                .days()
                .between(from, until, StockDayFact.StockAdjusted.class)
                .reversed()
                .stream()
                .map(StockDayFact.StockAdjusted::adjustment)
                .toList()));
  }
}
