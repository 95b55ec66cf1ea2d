package clinic.mmt.dispenser.app.device;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How surely a device is the one that was there before (H29, H84); the weakest first. */
public enum IdentityLevel {
  /** It tells model and firmware only: another one of the kind looks the same. */
  MODEL,
  /** Besides, it is at a place that keeps its name: a by-id path, or the address of a server. */
  PATH,
  /** It tells its serial number, or carries our own mark. */
  SERIAL;

  /** The level of a device that tells a serial number or not, at a place with a lasting name. */
  public static IdentityLevel of(boolean serial, boolean lastingPlace) {
    if (serial) {
      return SERIAL;
    }
    return lastingPlace ? PATH : MODEL;
  }

  /** As it is written in configuration and answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Of a word; empty when it is none. */
  public static Optional<IdentityLevel> ofWord(String word) {
    return Arrays.stream(values()).filter(level -> level.word().equals(word)).findFirst();
  }

  /** Whether this is as sure as {@code least}. */
  public boolean suffices(IdentityLevel least) {
    return compareTo(least) >= 0;
  }

  /** What people are told that it is known by. */
  public String text() {
    return switch (this) {
      case MODEL -> "its model and firmware only";
      case PATH -> "the place where it is plugged in";
      case SERIAL -> "its serial number or our mark";
    };
  }
}
