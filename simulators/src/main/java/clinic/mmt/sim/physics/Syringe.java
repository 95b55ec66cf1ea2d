package clinic.mmt.sim.physics;

/** A syringe standing upright, its valve on top: air gathers there and leaves first. */
final class Syringe {

  private long liquid;
  private long air;

  /** What leaves the syringe, the air before the liquid. */
  record Part(long air, long liquid) {}

  /** The plunger goes down. */
  void fill(long liquidPicolitres, long airPicolitres) {
    liquid += liquidPicolitres;
    air += airPicolitres;
  }

  /**
   * The plunger goes up by {@code counted} of the {@code before} it stood at: at zero nothing is
   * left, whatever the accuracy of the barrel.
   */
  Part expel(long counted, long before) {
    long inside = liquid + air;
    long leaving = counted >= before ? inside : Math.round((double) inside / before * counted);
    long airPart = Math.min(air, leaving);
    long liquidPart = Math.min(liquid, leaving - airPart);
    air -= airPart;
    liquid -= liquidPart;
    return new Part(airPart, liquidPart);
  }

  long liquidPicolitres() {
    return liquid;
  }
}
