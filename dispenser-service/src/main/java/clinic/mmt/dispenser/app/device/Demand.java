package clinic.mmt.dispenser.app.device;

/**
 * How surely a device has to be known before it may be used.
 *
 * @param least the weakest level that will do
 * @param lastingPlace whether its port has a name that stays with it
 */
public record Demand(IdentityLevel least, boolean lastingPlace) {

  /** Nothing is demanded, and nothing is known of the place. */
  public static final Demand NONE = new Demand(IdentityLevel.MODEL, false);

  /** How surely a device is known that tells a serial number or not. */
  public IdentityLevel level(boolean serial) {
    return IdentityLevel.of(serial, lastingPlace);
  }
}
