package clinic.mmt.sim.session;

/** A session file that cannot be read; the message is {@code file:line: what and what to do}. */
public final class SessionException extends Exception {

  private static final long serialVersionUID = 1;

  SessionException(String file, int line, String what) {
    super(file + ":" + line + ": " + what);
  }
}
