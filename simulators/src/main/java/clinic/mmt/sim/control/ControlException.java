package clinic.mmt.sim.control;

/** A request that is answered with an error; an expected event without a stack trace. */
final class ControlException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;

  private ControlException(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  static ControlException badRequest(String what) {
    return new ControlException(Answer.BAD_REQUEST, what);
  }

  static ControlException notFound(String what) {
    return new ControlException(Answer.NOT_FOUND, what);
  }

  static ControlException conflict(String what) {
    return new ControlException(Answer.CONFLICT, what);
  }

  Answer answer() {
    return Answer.error(status, getMessage());
  }
}
