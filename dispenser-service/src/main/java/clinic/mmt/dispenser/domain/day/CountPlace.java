package clinic.mmt.dispenser.domain.day;

import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.quantity.Volume;

/**
 * What is counted as one thing.
 *
 * @param kind how it is counted
 * @param of a bottle's label, a cabinet with a size, a station or a dose
 * @param batch of which batch
 */
public record CountPlace(Kind kind, String of, BatchId batch) {

  /** How it is counted. */
  public enum Kind {
    /** An opened bottle: weighed, or measured where its batch has no density. */
    BOTTLE,
    /** Closed containers of one size in one cabinet: by number, or scanned. */
    CLOSED,
    /** The waste container of a station: weighed. */
    WASTE,
    /** A cup: never counted, only a difference of it is settled. */
    DOSE
  }

  /** Closed containers of one size in a cabinet. */
  public static CountPlace closed(AccountKind cabinet, Volume container, BatchId batch) {
    return new CountPlace(Kind.CLOSED, cabinet.name() + "/" + container.microlitres(), batch);
  }

  /** As it is called in a request: kind, which and batch. */
  public String key() {
    return kind + "|" + of + "|" + batch.value();
  }
}
