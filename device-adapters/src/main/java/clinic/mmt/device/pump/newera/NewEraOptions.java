package clinic.mmt.device.pump.newera;

/**
 * How one pump is configured.
 *
 * @param address 0 to 99
 * @param type syringe or peristaltic
 * @param watchdogSeconds the watchdog until a dose's own setup sets another, 1 to 255
 */
public record NewEraOptions(int address, Type type, int watchdogSeconds) {

  /** Address 0, a syringe pump, a watchdog of five seconds. */
  public static final NewEraOptions USUAL = new NewEraOptions(0, Type.SYRINGE, 5);

  /** Checks the ranges. */
  public NewEraOptions {
    if (address < 0 || address > 99) {
      throw new IllegalArgumentException("address must be 0 to 99: " + address);
    }
    if (watchdogSeconds < 1 || watchdogSeconds > 255) {
      throw new IllegalArgumentException("watchdog must be 1 to 255 s: " + watchdogSeconds);
    }
  }

  /** The two families of this protocol. */
  public enum Type {
    /** NE-1000 and its like: diameter in millimetres. */
    SYRINGE("ne-1000"),
    /** NE-9000: diameter of the tube in inches. */
    PERISTALTIC("ne-9000");

    private final String text;

    Type(String text) {
      this.text = text;
    }

    /** As in a configuration. */
    public String text() {
      return text;
    }

    /** Whether a pump that names itself {@code model} is of this family. */
    boolean includes(String model) {
      return model.startsWith("NE9") == (this == PERISTALTIC);
    }
  }
}
