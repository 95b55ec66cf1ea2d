package clinic.mmt.dispenser.domain.bottle;

import clinic.mmt.dispenser.domain.stock.Posting;
import java.util.List;
import java.util.Optional;

/** Whether a delivery may be taken in as it is noted. Pure. */
public final class ReceiptDecisions {

  private ReceiptDecisions() {}

  /** Why not; empty when it may. */
  public static Optional<StockNo> against(Receipt receipt, StockBook book, StockValues values) {
    if (book.known(receipt.papers())) {
      return Optional.of(StockNo.RECEIPT_KNOWN);
    }
    return receipt.lines().stream()
        .flatMap(line -> against(line, receipt, book, values).stream())
        .findFirst()
        .or(() -> againstEachOther(receipt));
  }

  /** What moves: every container from the supplier into the store cabinet. */
  public static List<Posting> postings(Receipt receipt) {
    return receipt.lines().stream()
        .filter(line -> !line.labels().isEmpty())
        .map(Receipt.Line::posting)
        .toList();
  }

  private static Optional<StockNo> against(
      Receipt.Line line, Receipt receipt, StockBook book, StockValues values) {
    if (book.product(line.product()).isEmpty()) {
      return Optional.of(StockNo.UNKNOWN_PRODUCT);
    }
    boolean ordinary = receipt.causes().isEmpty();
    if (ordinary && values.today().isAfter(line.expiry())) {
      return Optional.of(StockNo.EXPIRED);
    }
    if (line.onPaper() != line.labels().size()
        && !receipt.causes().contains(Receipt.Cause.SHORT_COUNT)) {
      return Optional.of(StockNo.COUNT_DIFFERS);
    }
    boolean dense =
        line.density()
            .map(
                d ->
                    d.microgramsPerMillilitre() >= values.lightest().microgramsPerMillilitre()
                        && d.microgramsPerMillilitre()
                            <= values.heaviest().microgramsPerMillilitre())
            .orElse(true);
    if (!dense) {
      return Optional.of(StockNo.DENSITY);
    }
    boolean same =
        book.batch(line.batch()).map(b -> b.concentration().equals(line.strength())).orElse(true)
            && book.sheet(line.batch())
                .map(s -> s.product().equals(line.product()) && s.expiry().equals(line.expiry()))
                .orElse(true);
    return same ? Optional.empty() : Optional.of(StockNo.ANOTHER_SHEET);
  }

  /** A batch stands on one line. */
  private static Optional<StockNo> againstEachOther(Receipt receipt) {
    long batches = receipt.lines().stream().map(Receipt.Line::batch).distinct().count();
    return batches == receipt.lines().size()
        ? Optional.empty()
        : Optional.of(StockNo.ANOTHER_SHEET);
  }
}
