package clinic.mmt.dispenser.app.report;

import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.ProductId;
import clinic.mmt.dispenser.domain.day.DayFigures;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.day.StockAdjustment;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.report.Period;
import clinic.mmt.dispenser.domain.report.StockFigures;
import clinic.mmt.dispenser.domain.stock.BatchId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The stock over a period, from frozen figures alone: what was corrected later
 * stands beside them and changes none.
 *
 * @param period which days
 * @param open days that were opened and are not closed: the report is not final
 * @param lines by product
 * @param days the same day by day, for the stock card
 * @param adjustments later corrections of counts of these days
 * @param onTreatment people with an order on the last day, or today where that is still to come
 */
public record StockReport(
    Period period,
    List<LocalDate> open,
    List<Line> lines,
    List<DayLine> days,
    List<StockAdjustment> adjustments,
    int onTreatment) {

  /** One product over the whole period. */
  public record Line(Product product, StockFigures figures) {}

  /**
   * One product on one day.
   *
   * @param closes how often the day was closed: more than once is with supplements
   */
  public record DayLine(LocalDate day, Product product, StockFigures figures, int closes) {}

  /** Adds up; a long read. */
  static StockReport of(Reads reads, Period period, LocalDate today) {
    List<FrozenDay> frozen = new ArrayList<>();
    List<StockAdjustment> adjustments = new ArrayList<>();
    for (StockDayFact fact : reads.stock().days().between(period.from(), today)) {
      if (fact instanceof StockDayFact.DayFrozen(FrozenDay day)
          && !day.day().isAfter(period.until())) {
        frozen.add(day);
      } else if (fact instanceof StockDayFact.StockAdjusted(StockAdjustment a, var postings)
          && !a.of().isBefore(period.from())
          && !a.of().isAfter(period.until())) {
        adjustments.add(a);
      }
    }
    LocalDate last = period.until().isAfter(today) ? today : period.until();
    return new StockReport(
        period,
        open(reads, period, last),
        lines(reads, frozen),
        days(reads, frozen),
        adjustments,
        reads.due(last).size());
  }

  private static List<LocalDate> open(Reads reads, Period period, LocalDate last) {
    return period
        .days()
        .takeWhile(day -> !day.isAfter(last))
        .filter(day -> reads.degraded().opening(day).isPresent())
        .filter(day -> reads.episodes().close(day).isEmpty())
        .toList();
  }

  private static List<Line> lines(Reads reads, List<FrozenDay> frozen) {
    SequencedMap<BatchId, StockFigures> byBatch = new LinkedHashMap<>();
    for (FrozenDay day : frozen) {
      for (DayFigures f : day.figures()) {
        byBatch.merge(f.batch(), StockFigures.of(f), StockFigures::then);
      }
    }
    SequencedMap<ProductId, StockFigures> byProduct = new LinkedHashMap<>();
    byBatch.forEach(
        (batch, figures) ->
            product(reads, batch)
                .ifPresent(p -> byProduct.merge(p.id(), figures, StockFigures::beside)));
    return byProduct.entrySet().stream()
        .map(e -> new Line(reads.stock().product(e.getKey()).orElseThrow(), e.getValue()))
        .toList();
  }

  private static List<DayLine> days(Reads reads, List<FrozenDay> frozen) {
    SequencedMap<LocalDate, List<FrozenDay>> byDay = new LinkedHashMap<>();
    frozen.forEach(day -> byDay.computeIfAbsent(day.day(), d -> new ArrayList<>()).add(day));
    List<DayLine> lines = new ArrayList<>();
    byDay.forEach(
        (day, closes) -> {
          for (Line line : lines(reads, closes)) {
            lines.add(new DayLine(day, line.product(), line.figures(), closes.size()));
          }
        });
    return lines;
  }

  /** A batch of the first form came without papers and has no product. */
  private static Optional<Product> product(Reads reads, BatchId batch) {
    return reads.stock().batch(batch).flatMap(sheet -> reads.stock().product(sheet.product()));
  }

  /** The days of one product, in their order. */
  public Map<Product, List<DayLine>> cards() {
    SequencedMap<Product, List<DayLine>> cards = new LinkedHashMap<>();
    days.forEach(line -> cards.computeIfAbsent(line.product(), p -> new ArrayList<>()).add(line));
    return cards;
  }
}
