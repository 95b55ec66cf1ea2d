package clinic.mmt.dispenser.app.day;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.StockDayReads;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.staff.TwoSign;
import clinic.mmt.dispenser.app.stock.StockRights;
import clinic.mmt.dispenser.domain.day.CountReason;
import clinic.mmt.dispenser.domain.day.DayNo;
import clinic.mmt.dispenser.domain.day.DifferenceAlarm;
import clinic.mmt.dispenser.domain.day.DifferenceExplanation;
import clinic.mmt.dispenser.domain.day.Differences;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.reconciliation.DifferenceSteps;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Differences over days: what they say, and what two persons found out about an alarm. */
public final class DayDifferences {

  private final House house;

  /** For one clinic. */
  public DayDifferences(House house) {
    this.house = house;
  }

  /**
   * The charts over some days.
   *
   * @param differences what they say
   * @param steps limits in shares of the issue, beside the computed ones
   * @param drift what the last 30 of these days add up to; empty without a count
   * @param alarms that bookings of these days raised
   */
  public record Page(
      Differences differences,
      DifferenceSteps steps,
      Optional<DifferenceSteps.Drift> drift,
      List<Alarm> alarms) {}

  /** An alarm, and what two persons found out about it. */
  public record Alarm(DifferenceAlarm alarm, Optional<DifferenceExplanation> explained) {}

  /** What two persons found out. */
  public record Asked(String alarm, CountReason reason, String words) {

    /** Exactly what two persons sign. */
    public String digest() {
      return Digests.sha256(String.join("\n", "EXPLAIN", alarm, reason.name(), words));
    }
  }

  /** The charts over these days, beginning with the first of them; not while people count. */
  public void page(Session by, LocalDate from, LocalDate until, Consumer<Answered<Page>> reply) {
    DayRights.act(house, by, reads -> page(reads, by, from, until), reply);
  }

  private Decision<Page> page(Reads reads, Session by, LocalDate from, LocalDate until) {
    Optional<Refusal> no = StockRights.against(by, DayRights.CLOSES);
    if (no.isPresent()) {
      return Decision.refuse(no.get());
    }
    StockDayReads days = reads.stock().days();
    if (days.blind(house.calendar().today())) {
      return DayRights.no(DayNo.COUNTING);
    }
    Differences differences = DifferenceAlarms.over(days, from, until);
    DifferenceSteps steps = house.rules(reads).counter().bottles().steps();
    return Decision.accept(
        List.of(),
        new Page(
            differences,
            steps,
            differences.days().isEmpty()
                ? Optional.empty()
                : Optional.of(steps.drift(differences.days())),
            DifferenceAlarms.alarms(days, from, until).stream()
                .map(a -> new Alarm(a, explained(days, a.id())))
                .toList()));
  }

  private static Optional<DifferenceExplanation> explained(StockDayReads days, String alarm) {
    return days.find(StockDayFact.DifferenceExplained.class, alarm)
        .map(StockDayFact.DifferenceExplained::explanation);
  }

  /** Two persons, one of whom decides, say what an alarm was; it leaves the list of open items. */
  public void explain(
      Session by,
      Optional<Signature> second,
      Asked asked,
      Consumer<Answered<DifferenceExplanation>> reply) {
    DayRights.act(house, by, reads -> explain(reads, by, second, asked), reply);
  }

  private Decision<DifferenceExplanation> explain(
      Reads reads, Session by, Optional<Signature> second, Asked asked) {
    Optional<Refusal> no = StockRights.against(by, DayRights.ADJUSTS);
    if (no.isPresent()) {
      return Decision.refuse(no.get());
    }
    if (asked.words().isBlank()) {
      return DayRights.no(DayNo.NO_WORDS);
    }
    StockDayReads days = reads.stock().days();
    if (days.find(StockDayFact.DifferenceFound.class, asked.alarm()).isEmpty()) {
      return DayRights.no(DayNo.NO_ALARM);
    }
    if (explained(days, asked.alarm()).isPresent()) {
      return DayRights.no(DayNo.EXPLAINED);
    }
    return switch (new TwoSign(ActKind.ADJUST_STOCK, by, second, asked.digest(), "R-83")
        .judge(house)) {
      case TwoSign.Answer.No(Refusal why) -> Decision.refuse(why);
      case TwoSign.Answer.Signed both -> {
        DifferenceExplanation explanation =
            new DifferenceExplanation(
                asked.alarm(), house.calendar().today(), by.staff(), asked.reason(), asked.words());
        yield Decision.accept(
            List.of(new StockDayFact.DifferenceExplained(explanation), both.act()), explanation);
      }
    };
  }
}
