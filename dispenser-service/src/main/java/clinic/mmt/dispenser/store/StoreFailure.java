package clinic.mmt.dispenser.store;

import java.sql.SQLException;

/** An SQL error on its way through code that cannot declare one. */
final class StoreFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final SQLException error;

  StoreFailure(SQLException error) {
    super(error);
    this.error = error;
  }

  SQLException error() {
    return error;
  }
}
