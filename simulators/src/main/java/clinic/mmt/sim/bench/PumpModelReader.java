package clinic.mmt.sim.bench;

import clinic.mmt.sim.core.Volume;
import clinic.mmt.sim.pump.cavro.CavroLinkWire;
import clinic.mmt.sim.pump.cavro.CavroType;
import clinic.mmt.sim.pump.ezo.EzoSettingsWire;
import clinic.mmt.sim.pump.newera.PumpType;
import clinic.mmt.sim.pump.reglo.RegloType;
import java.util.Optional;

/** Reads the options of the pumps. */
final class PumpModelReader {

  private PumpModelReader() {}

  /** One of two words; the first is the usual one. */
  private static boolean isFirst(YamlMap map, String key, String first, String second)
      throws BenchFileException {
    String word = map.text(key).orElse(first);
    if (!word.equals(first) && !word.equals(second)) {
      throw map.problemAt(key, key + " wants " + first + " or " + second);
    }
    return word.equals(first);
  }

  static Model newEra(YamlMap map) throws BenchFileException {
    ModelReader.allow(map, "type", "address", "safe-switch");
    Optional<PumpType> type = PumpType.of(map.text("type").orElse("ne-1000"));
    if (type.isEmpty()) {
      throw map.problemAt("type", "unknown type; known: ne-1000, ne-9000");
    }
    boolean before = isFirst(map, "safe-switch", "before", "after");
    return new Model.NewEra(type.get(), map.whole("address", 0, 0, 99), before);
  }

  static Model cavro(YamlMap map, String word) throws BenchFileException {
    ModelReader.allow(
        map,
        "ports",
        "syringe-ul",
        "address",
        "bottle-port",
        "spout-port",
        "uninitialised",
        "busy-bit",
        "repeat-answer");
    int ports = map.whole("ports", 9, 3, 12);
    CavroType type =
        new CavroType(
            ports,
            Volume.ofMicrolitres(map.whole("syringe-ul", 1000, 50, 25_000)),
            map.whole("bottle-port", 1, 1, ports),
            map.whole("spout-port", ports, 1, ports),
            isFirst(map, "uninitialised", "always", "moves"));
    CavroLinkWire link =
        new CavroLinkWire(
            map.whole("address", 0, 0, 14),
            "cavro-dt".equals(word),
            !isFirst(map, "busy-bit", "always", "q-only"),
            !isFirst(map, "repeat-answer", "acknowledge", "again"));
    return new Model.Cavro(word, type, link);
  }

  static Model regloIcc(YamlMap map) throws BenchFileException {
    ModelReader.allow(map, "channels", "trip-memory", "progress-volume", "dialect");
    return new Model.RegloIcc(
        new RegloType(
            map.whole("channels", 4, 1, 4),
            !isFirst(map, "trip-memory", "volatile", "kept"),
            !isFirst(map, "progress-volume", "dispensed", "left"),
            !isFirst(map, "dialect", "icc", "masterflex")));
  }

  static Model ezoPmp(YamlMap map) throws BenchFileException {
    ModelReader.allow(map, "case-sensitive", "words");
    return new Model.EzoPmp(
        new EzoSettingsWire(
            map.flag("case-sensitive", false), !isFirst(map, "words", "upper", "mixed")));
  }
}
