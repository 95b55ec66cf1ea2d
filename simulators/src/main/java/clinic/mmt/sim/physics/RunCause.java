package clinic.mmt.sim.physics;

/** Why liquid moved. */
public enum RunCause {
  /** A RUN command. */
  WIRE("wire"),
  /** A hand at the front panel. */
  FRONT_PANEL("front-panel"),
  /** Nobody: the stopped pump leaks. */
  LEAK("leak"),
  /** A PUR command. */
  PURGE("purge");

  private final String word;

  RunCause(String word) {
    this.word = word;
  }

  /** The word on the control port. */
  public String word() {
    return word;
  }
}
