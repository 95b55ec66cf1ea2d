package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.fact.StockDayFact;

/** A fact of the day of the stock as a view keeps it: as its entry does, read seldom and whole. */
public final class StockDayText {

  private StockDayText() {}

  /** As bytes. */
  public static Encoded write(StockDayFact fact) {
    return StockDayFacts.write(fact);
  }

  /** What {@link #write} wrote. */
  public static StockDayFact read(Encoded stored) {
    return switch (FactCodec.decode(stored, DosesBefore.NONE)) {
      case Decoded.Known(StockDayFact fact) -> fact;
      case Decoded.Known k -> throw new IllegalStateException(stored.kind());
      case Decoded.Malformed(String why) -> throw new IllegalStateException(why);
    };
  }
}
