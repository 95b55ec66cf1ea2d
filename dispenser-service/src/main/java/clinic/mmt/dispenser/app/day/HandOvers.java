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
import clinic.mmt.dispenser.domain.bottle.BottleWeight;
import clinic.mmt.dispenser.domain.bottle.StockNo;
import clinic.mmt.dispenser.domain.day.Custody;
import clinic.mmt.dispenser.domain.day.CustodyEnd;
import clinic.mmt.dispenser.domain.day.DayNo;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.reconciliation.Exposure;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A station changes hands: its bottle is weighed, both persons sign, and a difference belongs to
 * the period that ends. Nothing is booked by it: a shift's weighing noise is no loss.
 */
public final class HandOvers {

  private final House house;

  /** For one clinic. */
  public HandOvers(House house) {
    this.house = house;
  }

  /**
   * One weight.
   *
   * @param gross of the mounted bottle with cap; empty when none is mounted
   */
  public record Asked(StationId station, Optional<Mass> gross) {

    /** Exactly what both sign. */
    public String digest() {
      return Digests.sha256(
          String.join(
              "|",
              ActKind.HAND_OVER.name(),
              station.value(),
              gross.map(g -> Long.toString(g.micrograms())).orElse("-")));
    }
  }

  /**
   * What came of it.
   *
   * @param ended the period before, with its difference; empty for the first of a day
   */
  public record Done(Custody begun, Optional<CustodyEnd> ended) {}

  /** Hands over; who takes a station that nobody answers for does so alone. */
  public void handOver(
      Session by, Optional<Signature> second, Asked asked, Consumer<Answered<Done>> reply) {
    DayRights.act(house, by, reads -> handOver(reads, by, second, asked), reply);
  }

  private Decision<Done> handOver(
      Reads reads, Session by, Optional<Signature> second, Asked asked) {
    Optional<Refusal> no = StockRights.against(by, DayRights.KEEPS);
    if (no.isPresent()) {
      return Decision.refuse(no.get());
    }
    if (reads.stock().days().blind(house.calendar().today())) {
      return DayRights.no(DayNo.COUNTING);
    }
    ReadBook book = new ReadBook(reads);
    if (book.pouring(asked.station())) {
      return Decision.refuse(Refusal.of(StockNo.POURING));
    }
    Optional<Bottle> mounted = book.mounted(asked.station()).flatMap(book::bottle);
    if (mounted.isPresent() && asked.gross().isEmpty()) {
      return Decision.refuse(Refusal.of(StockNo.NO_WEIGHT));
    }
    Optional<Custody> running = reads.stock().days().custody(asked.station());
    Optional<Seen> seen = mounted.map(b -> Seen.of(reads, b, asked.gross().orElseThrow()));
    if (running.isPresent()) {
      return next(reads, new Change(by, second, asked, running.get()), seen);
    }
    StockDayFact.CustodyBegan begun = began(asked.station(), by.staff(), seen);
    return Decision.accept(List.of(begun), new Done(begun.custody(), Optional.empty()));
  }

  private record Change(Session by, Optional<Signature> second, Asked asked, Custody running) {}

  private Decision<Done> next(Reads reads, Change c, Optional<Seen> seen) {
    StaffId keeper = c.running().keeper();
    boolean keeperActs = c.by().staff().equals(keeper);
    Optional<StaffId> other = c.second().map(Signature::staff);
    if (c.second().isPresent() && !keeperActs && !other.equals(Optional.of(keeper))) {
      return DayRights.no(DayNo.NOT_KEEPER);
    }
    if (keeperActs && other.equals(Optional.of(keeper))) {
      return DayRights.no(DayNo.SAME_KEEPER);
    }
    return switch (new ActSign(house, c.by(), c.second(), "R-79")
        .judge(ActKind.HAND_OVER, c.asked().digest())) {
      case ActSign.Answer.No(Refusal why) -> Decision.refuse(why);
      case ActSign.Answer.Signed(List<Fact> acts) -> {
        StaffId taker = keeperActs ? other.orElseThrow() : c.by().staff();
        CustodyEnd end = ended(reads, c.running(), seen);
        StockDayFact.CustodyBegan begun = began(c.asked().station(), taker, seen);
        List<Fact> facts = new ArrayList<>(acts);
        facts.add(new StockDayFact.CustodyEnded(end));
        facts.add(begun);
        yield Decision.accept(facts, new Done(begun.custody(), Optional.of(end)));
      }
    };
  }

  private StockDayFact.CustodyBegan began(StationId station, StaffId who, Optional<Seen> seen) {
    return new StockDayFact.CustodyBegan(
        house.calendar().today(),
        new Custody(
            house.ids().next("cp"),
            station,
            who,
            house.clock().instant(),
            seen.map(s -> s.bottle().label()),
            seen.map(Seen::off).orElse(Volume.ZERO)));
  }

  private CustodyEnd ended(Reads reads, Custody running, Optional<Seen> seen) {
    LocalDate today = house.calendar().today();
    Instant now = house.clock().instant();
    return new CustodyEnd(
        running,
        now,
        today,
        CustodyEnd.How.HAND_OVER,
        seen.map(s -> s.measured(running, new Exposures(reads, today))));
  }

  /**
   * A mounted bottle as it was weighed.
   *
   * @param counted by its weight; empty while its batch has no density
   * @param book what the book says
   * @param posted what was taken out of it as a difference before
   */
  record Seen(Bottle bottle, Mass gross, Optional<Volume> counted, Volume book, Volume posted) {

    static Seen of(Reads reads, Bottle b, Mass gross) {
      return new Seen(
          b,
          gross,
          BottleWeight.of(
                  gross,
                  reads.stock().product(b.product()).orElseThrow(),
                  reads.batch(b.batch()).orElseThrow())
              .volume(),
          reads.balance(b.own(), b.batch()),
          reads.balance(b.discrepancy(), b.batch()));
    }

    /** Counted less booked in all, with what was posted of it. */
    Volume off() {
      return counted.map(is -> is.minus(book).minus(posted)).orElse(Volume.ZERO);
    }

    /** What belongs to a period: another bottle than at its beginning came as the book says. */
    CustodyEnd.Measured measured(Custody period, Exposures exposures) {
      BottleId label = bottle.label();
      Volume before =
          period.bottle().filter(label::equals).map(same -> period.off()).orElse(Volume.ZERO);
      Exposure exposure = exposures.since(label, period.from());
      return new CustodyEnd.Measured(
          label,
          bottle.batch(),
          Optional.of(gross),
          counted,
          book,
          counted.isEmpty() ? Volume.ZERO : off().minus(before),
          exposure);
    }
  }
}
