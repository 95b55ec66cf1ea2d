package clinic.mmt.sim.bench;

import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.scale.BalanceModel;
import clinic.mmt.sim.scale.and.AndSettingsWire;
import clinic.mmt.sim.scale.and.AndWire;
import clinic.mmt.sim.scale.cas.CasEcrWire;
import clinic.mmt.sim.scale.cas.CasSettingsWire;
import clinic.mmt.sim.scale.counter.CommaWire;
import clinic.mmt.sim.scale.counter.YaohuaWire;
import clinic.mmt.sim.scale.mtsics.SicsWire;
import clinic.mmt.sim.scale.ohaus.OhausSettingsWire;
import clinic.mmt.sim.scale.ohaus.OhausWire;
import clinic.mmt.sim.scale.sartorius.SbiSettingsWire;
import clinic.mmt.sim.scale.sartorius.SbiWire;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the options of the scales. */
final class ScaleModelReader {

  private static final int MICROGRAMS_PER_GRAM = 1_000_000;

  private ScaleModelReader() {}

  /** Options that all scales have, and those of this one. */
  private static void allow(YamlMap map, String... own) throws BenchFileException {
    List<String> all =
        new ArrayList<>(List.of("serial", "resolution-mg", "max-g", "zero-tracking"));
    all.addAll(Arrays.asList(own));
    ModelReader.allow(map, all.toArray(String[]::new));
  }

  /** Which of {@code words} the option says; the first is the usual one. */
  private static int choice(YamlMap map, String key, List<String> words) throws BenchFileException {
    int index = words.indexOf(map.text(key).orElse(words.getFirst()));
    if (index < 0) {
      throw map.problemAt(key, key + " wants " + String.join(" or ", words));
    }
    return index;
  }

  /** The type plate; a weight in grams must fit into so many characters. */
  private static BalanceModel plate(YamlMap map, int digitMilligrams, int characters)
      throws BenchFileException {
    String serial = map.text("serial").orElse("1234567");
    if (!serial.matches("[A-Za-z0-9-]{1,20}")) {
      throw map.problemAt("serial", "serial wants 1 to 20 letters, digits or -");
    }
    int grams = map.whole("max-g", 610, 1, 60_000);
    BalanceModel plate =
        new BalanceModel(
            serial,
            Mass.ofMilligrams(map.whole("resolution-mg", digitMilligrams, 1, 1000)),
            new Mass((long) grams * MICROGRAMS_PER_GRAM),
            map.flag("zero-tracking", false));
    if (Integer.toString(grams).length() + 1 + plate.decimals() > characters) {
      throw map.problemAt(
          "max-g", "max-g and resolution-mg need more than " + characters + " characters");
    }
    return plate;
  }

  /** Seven characters hold a minus, kilograms, a point and decimals. */
  private static BalanceModel kilograms(YamlMap map, BalanceModel plate) throws BenchFileException {
    return kilograms(map, plate, 1, 7);
  }

  /** So many characters hold those of the sign, kilograms, a point and decimals. */
  private static BalanceModel kilograms(YamlMap map, BalanceModel plate, int ofSign, int characters)
      throws BenchFileException {
    long whole = plate.capacity().micrograms() / MICROGRAMS_PER_GRAM / 1000;
    if (ofSign + Long.toString(whole).length() + 1 + plate.decimals() + 3 > characters) {
      throw map.problemAt(
          "max-g", "max-g and resolution-mg need more than " + characters + " characters");
    }
    return plate;
  }

  static Model mtSics(YamlMap map) throws BenchFileException {
    allow(map, "variant");
    SicsWire.Variant variant =
        List.of(SicsWire.Variant.METTLER, SicsWire.Variant.KERN)
            .get(choice(map, "variant", List.of("mettler", "kern")));
    return new Model.Scale(
        "mt-sics", plate(map, 10, 10), (balance, outlet) -> new SicsWire(balance, outlet, variant));
  }

  static Model sartoriusSbi(YamlMap map) throws BenchFileException {
    allow(map, "chars", "print", "id");
    SbiSettingsWire settings =
        new SbiSettingsWire(
            choice(map, "chars", List.of("22", "16")) == 0 ? 22 : 16,
            choice(map, "print", List.of("at-once", "at-rest")) == 1,
            choice(map, "id", List.of("net", "by-tare")) == 1);
    return new Model.Scale(
        "sartorius-sbi",
        plate(map, 10, 8),
        (balance, outlet) -> new SbiWire(balance, outlet, settings));
  }

  static Model andStandard(YamlMap map) throws BenchFileException {
    allow(map, "output", "er-cd", "ack");
    AndSettingsWire settings =
        new AndSettingsWire(
            choice(map, "output", List.of("stream", "command")) == 0,
            choice(map, "er-cd", List.of("0", "1")) == 1,
            choice(map, "ack", List.of("bare", "crlf")) == 1);
    return new Model.Scale(
        "and-standard",
        plate(map, 10, 8),
        (balance, outlet) -> new AndWire(balance, outlet, settings));
  }

  static Model ohaus(YamlMap map) throws BenchFileException {
    allow(map, "print", "width", "psn");
    OhausSettingsWire settings =
        new OhausSettingsWire(
            choice(map, "print", List.of("new", "old")) == 1,
            choice(map, "width", List.of("11", "12")) == 0 ? 11 : 12,
            choice(map, "psn", List.of("bare", "labelled")) == 1);
    return new Model.Scale(
        "ohaus", plate(map, 10, 11), (balance, outlet) -> new OhausWire(balance, outlet, settings));
  }

  static Model commaStream(YamlMap map) throws BenchFileException {
    allow(map, "form");
    CommaWire.Form form =
        List.of(
                CommaWire.Form.GRAMS,
                CommaWire.Form.KILOGRAMS,
                CommaWire.Form.CAS,
                CommaWire.Form.CAS_COMMA)
            .get(choice(map, "form", List.of("grams", "kilograms", "cas", "cas-comma")));
    return new Model.Scale(
        "comma-stream",
        plate(map, 10, 8),
        (balance, outlet) -> new CommaWire(balance, outlet, form));
  }

  static Model yaohua(YamlMap map) throws BenchFileException {
    allow(map, "form");
    YaohuaWire.Form form =
        List.of(YaohuaWire.Form.A12, YaohuaWire.Form.A23P, YaohuaWire.Form.A23P_REVERSED)
            .get(choice(map, "form", List.of("a12", "a23p", "a23p-reversed")));
    return new Model.Scale(
        "yaohua",
        kilograms(map, plate(map, 1000, 7)),
        (balance, outlet) -> new YaohuaWire(balance, outlet, form));
  }

  static Model casEcr(YamlMap map) throws BenchFileException {
    allow(map, "unit", "at-unrest", "at-overload");
    List<String> units = List.of("kg", "Kg", "KG");
    CasSettingsWire settings =
        new CasSettingsWire(
            units.get(choice(map, "unit", units)),
            choice(map, "at-unrest", List.of("tell", "nak")) == 1,
            choice(map, "at-overload", List.of("tell", "nak")) == 1);
    return new Model.Scale(
        "cas-ecr",
        kilograms(map, plate(map, 1000, 6), 0, 6),
        (balance, outlet) -> new CasEcrWire(balance, outlet, settings));
  }
}
