package clinic.mmt.sim.core;

/** What a device is for, with the word used on the control port. */
public enum DeviceKind {
  /** Moves liquid. */
  PUMP("pump"),
  /** Weighs the cup. */
  SCALE("scale"),
  /** Reads a finger. */
  FINGERPRINT("fingerprint"),
  /** Reads a card. */
  TOKEN("token"),
  /** Reads a code. */
  SCANNER("scanner");

  private final String word;

  DeviceKind(String word) {
    this.word = word;
  }

  /** The word on stdout: a scanner tells tokens as a card reader does. */
  public String announced() {
    return this == SCANNER ? TOKEN.word : word;
  }

  /** The word for this kind. */
  public String word() {
    return word;
  }
}
