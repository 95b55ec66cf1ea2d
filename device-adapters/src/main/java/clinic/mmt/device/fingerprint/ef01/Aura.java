package clinic.mmt.device.fingerprint.ef01;

/** What the ring of light of an R503 shows; only colours that every firmware has. */
enum Aura {
  /** A finger is waited for: breathes blue until told otherwise. */
  WAITING(1, 0x80, 2, 0),
  /** The finger is the one: flashes blue, three times. */
  MATCH(2, 0x20, 2, 3),
  /** It is not: flashes red, five times. */
  MISMATCH(2, 0x20, 1, 5),
  /** Dark. */
  OFF(4, 0, 2, 0);

  private final int control;
  private final int speed;
  private final int colour;
  private final int count;

  Aura(int control, int speed, int colour, int count) {
    this.control = control;
    this.speed = speed;
    this.colour = colour;
    this.count = count;
  }

  Ef01Command command() {
    return Ef01Command.auraLedConfig(control, speed, colour, count);
  }
}
