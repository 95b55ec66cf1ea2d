package clinic.mmt.sim.bench;

import clinic.mmt.sim.physics.StationSettings;
import java.util.List;
import java.util.Map;

/**
 * A whole bench file.
 *
 * @param devices in the order of the file
 * @param stations settings of the stations that have some
 * @param text as it was read
 */
public record BenchSpec(
    List<DeviceSpec> devices, Map<String, StationSettings> stations, String text) {

  /** Copies. */
  public BenchSpec {
    devices = List.copyOf(devices);
    stations = Map.copyOf(stations);
  }

  StationSettings settings(String station) {
    return stations.getOrDefault(station, StationSettings.usual());
  }
}
