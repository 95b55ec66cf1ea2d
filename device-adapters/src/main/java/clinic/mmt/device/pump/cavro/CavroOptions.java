package clinic.mmt.device.pump.cavro;

import clinic.mmt.quantity.Volume;

/**
 * How one pump is configured.
 *
 * @param dialect OEM blocks or DT lines
 * @param address its address switch, 0 to 14
 * @param syringe the volume of a full stroke
 * @param valve the valve and what is connected to it
 */
public record CavroOptions(CavroDialect dialect, int address, Volume syringe, Valve valve) {

  /** Checks the ranges. */
  public CavroOptions {
    if (address < 0 || address > 14) {
      throw new IllegalArgumentException("address must be 0 to 14: " + address);
    }
    if (syringe.microlitres() < 50 || syringe.microlitres() > 50_000) {
      throw new IllegalArgumentException("syringe must be 50 to 50000 µL: " + syringe);
    }
  }

  /** A valve: where the bottle is, where the spout is, and where initialisation pushes. */
  public sealed interface Valve {

    /** Turns to the bottle. */
    String toBottle();

    /** Turns to the spout. */
    String toSpout();

    /** Initialises; what is in the syringe is pushed out. */
    String initialise();

    /** Whether that may go without a person: it does not leave by the spout. */
    boolean mayInitialise();

    /** What {@code ?6} says while the valve is turned to the bottle. */
    String bottleText();
  }

  /**
   * A distribution valve, its ports by number. Initialisation pushes to the bottle.
   *
   * @param bottle the port of the bottle
   * @param spout the port of the spout
   */
  public record Distribution(int bottle, int spout) implements Valve {

    /** Two ports. */
    public Distribution {
      if (bottle == spout) {
        throw new IllegalArgumentException("bottle and spout need two ports: " + bottle);
      }
    }

    @Override
    public String toBottle() {
      return "I" + bottle;
    }

    @Override
    public String toSpout() {
      return "O" + spout;
    }

    @Override
    public String initialise() {
      return "Z0," + bottle + "," + bottle;
    }

    @Override
    public boolean mayInitialise() {
      return true;
    }

    @Override
    public String bottleText() {
      return Integer.toString(bottle);
    }
  }

  /**
   * A valve of three ports: input is the bottle, output is the spout. Initialisation pushes to the
   * output.
   *
   * @param mayInitialise whether a person sees to it that nothing stands under the spout then
   */
  public record ThreePort(boolean mayInitialise) implements Valve {
    @Override
    public String toBottle() {
      return "I";
    }

    @Override
    public String toSpout() {
      return "O";
    }

    @Override
    public String initialise() {
      return "Z";
    }

    @Override
    public String bottleText() {
      return "i";
    }
  }
}
