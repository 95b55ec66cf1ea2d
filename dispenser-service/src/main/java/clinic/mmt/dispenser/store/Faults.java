package clinic.mmt.dispenser.store;

import java.sql.SQLException;

/** Where a test may make the ledger fail; in production nothing does. */
@FunctionalInterface
interface Faults {

  /** Points on the way of a batch. */
  enum Point {
    /** The transaction has begun. */
    BEGUN,
    /** All decisions are taken, nothing is committed. */
    BEFORE_COMMIT,
    /** The commit succeeded and nobody knows yet. */
    AFTER_COMMIT,
    /** A ledger is about to be opened again. */
    REOPEN
  }

  Faults NONE = point -> {};

  void at(Point point) throws SQLException;
}
