package clinic.mmt.sim.bench;

import clinic.mmt.sim.core.DeviceKind;
import clinic.mmt.sim.core.Volume;
import clinic.mmt.sim.physics.Density;
import clinic.mmt.sim.physics.StationSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a bench file. */
public final class BenchFile {

  /** More devices than any clinic has windows for. */
  private static final int DEVICES_MAX = 64;

  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  private BenchFile() {}

  /**
   * Reads the text of a bench file.
   *
   * @param file its name, for messages
   */
  public static BenchSpec read(String file, String text) throws BenchFileException {
    YamlMap top = YamlMap.of(file, compose(file, text));
    top.allowOnly(Set.of("devices", "stations"));
    List<DeviceSpec> devices = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Set<String> places = new HashSet<>();
    for (Node node : top.list("devices")) {
      YamlMap map = YamlMap.of(file, node);
      DeviceSpec device = device(map);
      if (!names.add(device.name())) {
        throw map.problemAt("name", "the name " + device.name() + " is used twice; rename one");
      }
      refuseSecondOfKind(map, device, places);
      devices.add(device);
    }
    if (devices.isEmpty() || devices.size() > DEVICES_MAX) {
      throw top.problemAt("devices", "list 1 to " + DEVICES_MAX + " devices");
    }
    return new BenchSpec(devices, stations(top, devices), text);
  }

  private static Node compose(String file, String text) throws BenchFileException {
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
      if (root.isEmpty()) {
        throw new BenchFileException(file + ":1: the file is empty; list devices: [ ... ]");
      }
      return root.get();
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new BenchFileException(file + ":" + line + ": not YAML: " + e.getProblem());
    }
  }

  private static DeviceSpec device(YamlMap map) throws BenchFileException {
    String name = map.required("name");
    if (!name.matches(NAME)) {
      throw map.problemAt("name", "a name has 1 to 64 letters, digits, dots, dashes");
    }
    String station = map.text("station").orElse(name);
    if (!station.matches(NAME)) {
      throw map.problemAt("station", "a station has 1 to 64 letters, digits, dots, dashes");
    }
    Model model = ModelReader.read(map);
    return new DeviceSpec(name, station, map.flag("pace", false), model);
  }

  /** A station has one spout, one pan, one glass and one card field. */
  private static void refuseSecondOfKind(YamlMap map, DeviceSpec device, Set<String> places)
      throws BenchFileException {
    DeviceKind kind = device.model().kind();
    if (!places.add(device.station() + "/" + kind)) {
      throw map.problemAt(
          "station",
          "station " + device.station() + " has a " + kind.word() + " already; use another");
    }
  }

  private static Map<String, StationSettings> stations(YamlMap top, List<DeviceSpec> devices)
      throws BenchFileException {
    Map<String, StationSettings> settings = new HashMap<>();
    if (!top.keySet().contains("stations")) {
      return settings;
    }
    YamlMap stations = top.map("stations");
    for (String name : stations.keySet()) {
      if (devices.stream().noneMatch(device -> device.station().equals(name))) {
        throw stations.problemAt(name, "no device is at station " + name + "; remove it");
      }
      settings.put(name, station(stations.map(name)));
    }
    return settings;
  }

  private static StationSettings station(YamlMap map) throws BenchFileException {
    map.allowOnly(Set.of("density", "bottle-ml", "line-primed"));
    BigDecimal density = map.decimal("density", "1.050");
    if (density.compareTo(new BigDecimal("0.5")) < 0
        || density.compareTo(new BigDecimal("2")) > 0) {
      throw map.problemAt("density", "density wants 0.5 to 2 g/mL");
    }
    long millilitres = map.whole("bottle-ml", 1000, 0, 100_000);
    return new StationSettings(
        Density.ofGramsPerMillilitre(density),
        Volume.ofMicrolitres(millilitres * 1000),
        map.flag("line-primed", true));
  }
}
