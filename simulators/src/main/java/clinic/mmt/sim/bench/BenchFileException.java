package clinic.mmt.sim.bench;

/** The bench file cannot be used; the message says {@code file:line: what and what to do}. */
public final class BenchFileException extends Exception {

  private static final long serialVersionUID = 1;

  BenchFileException(String message) {
    super(message);
  }
}
