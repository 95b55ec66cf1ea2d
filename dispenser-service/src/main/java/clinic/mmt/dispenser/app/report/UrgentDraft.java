package clinic.mmt.dispenser.app.report;

import clinic.mmt.dispenser.app.day.UrgentReports;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.StockBatch;
import clinic.mmt.dispenser.domain.day.CountLine;
import clinic.mmt.dispenser.domain.day.CountPosted;
import clinic.mmt.dispenser.domain.day.CountStored;
import clinic.mmt.dispenser.domain.day.UrgentReport;
import clinic.mmt.dispenser.domain.day.UrgentReportEnd;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the losses and mix-ups of a day, for the letter to the authority.
 * What is not known is left to a pen.
 *
 * @param day clinic day
 * @param reports that the counts of this day owe; empty: a form to be filled in by hand
 */
public record UrgentDraft(LocalDate day, List<Of> reports) {

  /** Copies the list. */
  public UrgentDraft {
    reports = List.copyOf(reports);
  }

  /**
   * One report.
   *
   * @param report when it was found and is due
   * @param ended what became of it
   * @param attempt which count of that number was booked, from 1
   * @param lines places beyond what honest work explains
   */
  public record Of(
      UrgentReport report, Optional<UrgentReportEnd> ended, int attempt, List<Line> lines) {

    /** Copies the list. */
    public Of {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One place.
   *
   * @param line as it was counted
   * @param batch its strength
   * @param product brand and size; empty of a batch that came without papers
   * @param expiry of the batch
   * @param said the reason that two gave when they booked it
   */
  public record Line(
      CountLine line,
      Batch batch,
      Optional<Product> product,
      Optional<LocalDate> expiry,
      Optional<CountPosted.Said> said) {

    /** Drug in the difference, nominal: below zero is missing. */
    public Mass drug() {
      return batch.concentration().massIn(line.difference());
    }

    /** What is missing or too much. */
    public Volume difference() {
      return line.difference();
    }
  }

  /** Out of the booked counts of a day. */
  static UrgentDraft of(Reads reads, LocalDate day) {
    return new UrgentDraft(
        day,
        UrgentReports.of(reads.stock().days(), day, day).stream()
            .map(listed -> of(reads, listed))
            .toList());
  }

  private static Of of(Reads reads, UrgentReports.Listed listed) {
    CountStored counted =
        reads
            .stock()
            .days()
            .between(listed.report().day(), listed.report().day(), StockDayFact.CountsStored.class)
            .stream()
            .map(StockDayFact.CountsStored::stored)
            .filter(stored -> stored.id().equals(listed.report().count()))
            .max(Comparator.comparingInt(CountStored::attempt))
            .orElseThrow();
    List<CountPosted.Said> said =
        reads
            .stock()
            .days()
            .find(StockDayFact.CountBooked.class, counted.id())
            .map(booked -> booked.posted().reasons())
            .orElse(List.of());
    return new Of(
        listed.report(),
        listed.ended(),
        counted.attempt(),
        counted.beyond().stream().map(line -> line(reads, line, said)).toList());
  }

  private static Line line(Reads reads, CountLine line, List<CountPosted.Said> said) {
    Optional<StockBatch> sheet = reads.stock().batch(line.place().batch());
    return new Line(
        line,
        reads.batch(line.place().batch()).orElseThrow(),
        sheet.flatMap(s -> reads.stock().product(s.product())),
        sheet.map(StockBatch::expiry),
        said.stream().filter(s -> s.place().equals(line.place())).findFirst());
  }
}
