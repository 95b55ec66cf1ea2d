package clinic.mmt.sim.pump.cavro;

/** Error numbers of the manual. */
final class PumpError {

  static final int NONE = 0;
  static final int INITIALISATION = 1;
  static final int BAD_COMMAND = 2;
  static final int BAD_OPERAND = 3;
  static final int BAD_SEQUENCE = 4;
  static final int EEPROM = 6;
  static final int NOT_INITIALISED = 7;
  static final int PLUNGER_OVERLOAD = 9;
  static final int VALVE_OVERLOAD = 10;
  static final int NOT_ALLOWED = 11;
  static final int OVERFLOW = 15;

  private PumpError() {}
}
