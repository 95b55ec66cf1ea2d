package clinic.mmt.dispenser.domain.bottle;

import clinic.mmt.dispenser.domain.stock.Posting;
import java.util.List;

/** What a decision about a bottle came to. */
public sealed interface StockAnswer {

  /**
   * Done.
   *
   * @param move what to write
   * @param postings what moves
   * @param weightOff the weight of a bottle that came off does not agree with the book
   */
  record Done(BottleMove move, List<Posting> postings, boolean weightOff) implements StockAnswer {

    /** Copies the list. */
    public Done {
      postings = List.copyOf(postings);
    }
  }

  /** Refused. */
  record No(StockNo why) implements StockAnswer {}
}
