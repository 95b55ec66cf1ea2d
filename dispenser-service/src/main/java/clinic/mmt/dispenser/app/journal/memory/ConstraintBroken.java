package clinic.mmt.dispenser.app.journal.memory;

/** A write that a constraint forbids; ends as a conflict of its transaction, never outside. */
final class ConstraintBroken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String constraint;

  ConstraintBroken(String constraint) {
    super(constraint, null, false, false);
    this.constraint = constraint;
  }

  String constraint() {
    return constraint;
  }
}
