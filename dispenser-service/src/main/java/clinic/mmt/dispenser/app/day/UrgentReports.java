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
import clinic.mmt.dispenser.domain.day.CountLine;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountResult;
import clinic.mmt.dispenser.domain.day.CountStored;
import clinic.mmt.dispenser.domain.day.DayNo;
import clinic.mmt.dispenser.domain.day.UrgentReport;
import clinic.mmt.dispenser.domain.day.UrgentReportEnd;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.reconciliation.Counted;
import clinic.mmt.dispenser.domain.reconciliation.DifferenceSteps;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Losses and mix-ups that the authority is told of within hours: owed by the booking of a count,
 * until somebody notes that the report was sent, or two that none is due.
 */
public final class UrgentReports {

  /** As far back as alarms of the differences over days. */
  private static final int DAYS_BACK = 400;

  private final House house;

  /** For one clinic. */
  public UrgentReports(House house) {
    this.house = house;
  }

  /**
   * A report, and what became of it.
   *
   * @param report what is owed
   * @param ended what became of it; empty while it is owed
   */
  public record Listed(UrgentReport report, Optional<UrgentReportEnd> ended) {}

  /** What became of a report, as somebody says. */
  public record Asked(String report, UrgentReportEnd.How how, String words) {

    /** Exactly what two sign where none is due. */
    public String digest() {
      return Digests.sha256(String.join("\n", "URGENT-REPORT", report, how.toString(), words));
    }
  }

  /**
   * What a count owes that is booked now: a closed container is missing; or a place is beyond what
   * honest work explains and the day beyond the highest share of its issue, once for the day.
   */
  static Optional<StockDayFact.ReportOwed> raised(House house, Reads reads, CountStored stored) {
    Profile.Bottles values = house.rules(reads).counter().bottles();
    boolean gone = stored.lines().stream().anyMatch(line -> !line.missing().isEmpty());
    boolean liquid =
        stored.beyond().stream().map(CountLine::place).anyMatch(UrgentReports::liquid)
            && step(reads.stock().days(), values.steps(), stored) == DifferenceSteps.Step.HEAD
            && reads
                .stock()
                .days()
                .between(stored.day(), stored.day(), StockDayFact.ReportOwed.class)
                .isEmpty();
    return gone || liquid
        ? Optional.of(
            new StockDayFact.ReportOwed(
                new UrgentReport(
                    house.ids().next("ur"),
                    stored.day(),
                    stored.id(),
                    stored.at(),
                    stored.at().plus(values.reportWithin()))))
        : Optional.empty();
  }

  private static boolean liquid(CountPlace place) {
    return place.kind() != CountPlace.Kind.CLOSED;
  }

  /** All of the day together, what is booked now included. */
  private static DifferenceSteps.Step step(
      StockDayReads days, DifferenceSteps steps, CountStored stored) {
    List<CountResult> all = new ArrayList<>(days.results(stored.day(), stored.day()));
    all.addAll(CountResult.of(stored));
    return all.stream()
        .filter(r -> !r.handOver() && liquid(r.place()))
        .map(CountResult::counted)
        .reduce(
            (one, more) ->
                new Counted(
                    one.day(),
                    one.difference().plus(more.difference()),
                    one.exposure().plus(more.exposure())))
        .map(steps::step)
        .orElse(DifferenceSteps.Step.WITHIN);
  }

  /** Those of these days, each with what became of it; a long read. */
  public static List<Listed> of(StockDayReads days, LocalDate from, LocalDate until) {
    return days.between(from, until, StockDayFact.ReportOwed.class).stream()
        .map(StockDayFact.ReportOwed::report)
        .map(
            report ->
                new Listed(
                    report,
                    days.find(StockDayFact.ReportEnded.class, report.id())
                        .map(StockDayFact.ReportEnded::end)))
        .toList();
  }

  /** Those that are owed. */
  public static List<UrgentReport> open(StockDayReads days, LocalDate today) {
    return of(days, today.minusDays(DAYS_BACK), today).stream()
        .filter(listed -> listed.ended().isEmpty())
        .map(Listed::report)
        .toList();
  }

  /** All of a year and a little more, the latest first. */
  public void list(Session by, Consumer<Answered<List<Listed>>> reply) {
    LocalDate today = house.calendar().today();
    DayRights.act(
        house,
        by,
        reads ->
            StockRights.against(by, DayRights.CLOSES)
                .map(Decision::<List<Listed>>refuse)
                .orElseGet(
                    () ->
                        Decision.accept(
                            List.of(),
                            of(reads.stock().days(), today.minusDays(DAYS_BACK), today)
                                .reversed())),
        reply);
  }

  /** Somebody notes that it was sent, or two that none is due; the notice of it ends. */
  public void end(
      Session by,
      Optional<Signature> second,
      Asked asked,
      Consumer<Answered<UrgentReportEnd>> reply) {
    DayRights.act(house, by, reads -> end(reads, by, second, asked), reply);
  }

  private Decision<UrgentReportEnd> end(
      Reads reads, Session by, Optional<Signature> second, Asked asked) {
    Optional<Refusal> no = StockRights.against(by, DayRights.ADJUSTS);
    if (no.isPresent()) {
      return Decision.refuse(no.get());
    }
    StockDayReads days = reads.stock().days();
    Optional<UrgentReport> report =
        days.find(StockDayFact.ReportOwed.class, asked.report())
            .map(StockDayFact.ReportOwed::report);
    if (report.isEmpty()) {
      return DayRights.no(DayNo.NO_REPORT);
    }
    if (days.find(StockDayFact.ReportEnded.class, asked.report()).isPresent()) {
      return DayRights.no(DayNo.REPORT_ENDED);
    }
    LocalDate today = house.calendar().today();
    UrgentReportEnd end =
        new UrgentReportEnd(asked.report(), today, by.staff(), asked.how(), asked.words());
    return switch (asked.how()) {
      case UrgentReportEnd.How.Sent(String number, LocalDate on) ->
          number.isBlank() || on.isBefore(report.get().day()) || on.isAfter(today)
              ? DayRights.no(DayNo.REPORT_NOT_TOLD)
              : Decision.accept(List.of(new StockDayFact.ReportEnded(end)), end);
      case UrgentReportEnd.How.NotDue() ->
          asked.words().isBlank()
              ? DayRights.no(DayNo.NO_WORDS)
              : notDue(new TwoSign(ActKind.ADJUST_STOCK, by, second, asked.digest(), "R-87"), end);
    };
  }

  private Decision<UrgentReportEnd> notDue(TwoSign sign, UrgentReportEnd end) {
    return switch (sign.judge(house)) {
      case TwoSign.Answer.No(Refusal why) -> Decision.refuse(why);
      case TwoSign.Answer.Signed both -> {
        List<Fact> facts = List.of(new StockDayFact.ReportEnded(end), both.act());
        yield Decision.accept(facts, end);
      }
    };
  }
}
