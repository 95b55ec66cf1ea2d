package clinic.mmt.dispenser.domain.service;

import java.util.Locale;

/** What a device of a station is for. */
public enum DeviceKind {
  /** Moves the liquid. */
  PUMP,
  /** Weighs the cup. */
  SCALE,
  /** Reads fingers. */
  FINGERPRINT,
  /** Reads cards. */
  TOKEN,
  /** Reads codes. */
  SCANNER;

  /** As device names end with it: {@code s1-pump}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a dose is poured or weighed by it: another unit has to be checked before that. */
  public boolean measures() {
    return this == PUMP || this == SCALE;
  }
}
