package clinic.mmt.dispenser.station;

import clinic.mmt.device.PumpSetup;
import clinic.mmt.dispenser.app.device.Demand;
import clinic.mmt.dispenser.domain.profile.Profile;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How a station's devices are to be used.
 *
 * @param pump rate, diameter and watchdog
 * @param profile rule values of today: cup masses
 * @param expected identities by device name, as {@code model firmware #serial}; a device without an
 *     entry is bound to the first identity it shows
 * @param demands how surely each has to be known, by device name
 */
public record StationSetup(
    PumpSetup pump,
    Supplier<Profile> profile,
    Map<String, String> expected,
    Map<String, Demand> demands) {

  /** Nothing is demanded. */
  public StationSetup(PumpSetup pump, Supplier<Profile> profile, Map<String, String> expected) {
    this(pump, profile, expected, Map.of());
  }

  /** Copies the maps. */
  public StationSetup {
    expected = Map.copyOf(expected);
    demands = Map.copyOf(demands);
  }
}
