package clinic.mmt.sim.bench;

import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.scale.mtsics.BalanceModel;
import clinic.mmt.sim.token.qrcdc.ScanWire;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the options of one device by its model. */
final class ModelReader {

  private static final Set<String> COMMON = Set.of("name", "model", "station", "pace");
  private static final String KNOWN =
      "new-era, reglo-icc, cavro-oem, cavro-dt, ezo-pmp, mt-sics, zfm-20, rdm6300, qr-cdc";
  private static final String NONE = "none";
  private static final int MICROGRAMS_PER_GRAM = 1_000_000;

  private ModelReader() {}

  static Model read(YamlMap map) throws BenchFileException {
    String word = map.required("model");
    return switch (word) {
      case "new-era" -> PumpModelReader.newEra(map);
      case "cavro-oem", "cavro-dt" -> PumpModelReader.cavro(map, word);
      case "reglo-icc" -> PumpModelReader.regloIcc(map);
      case "ezo-pmp" -> PumpModelReader.ezoPmp(map);
      case "mt-sics" -> mtSics(map);
      case "zfm-20" -> zfm20(map);
      case "rdm6300" -> rdm6300(map);
      case "qr-cdc" -> qrCdc(map);
      default -> throw map.problemAt("model", "unknown model " + word + "; known: " + KNOWN);
    };
  }

  static void allow(YamlMap map, String... options) throws BenchFileException {
    Set<String> allowed = new TreeSet<>(COMMON);
    allowed.addAll(Set.of(options));
    map.allowOnly(allowed);
  }

  private static Model mtSics(YamlMap map) throws BenchFileException {
    allow(map, "serial", "resolution-mg", "max-g");
    String serial = map.text("serial").orElse("1234567");
    if (!serial.matches("[A-Za-z0-9-]{1,20}")) {
      throw map.problemAt("serial", "serial wants 1 to 20 letters, digits or -");
    }
    Mass digit = Mass.ofMilligrams(map.whole("resolution-mg", 10, 1, 1000));
    int grams = map.whole("max-g", 610, 1, 60_000);
    return new Model.MtSics(
        new BalanceModel(serial, digit, new Mass((long) grams * MICROGRAMS_PER_GRAM)));
  }

  private static Model zfm20(YamlMap map) throws BenchFileException {
    allow(map, "finger", "capacity");
    Optional<String> finger = map.text("finger").filter(text -> !text.equals(NONE));
    return new Model.Zfm20(finger, map.whole("capacity", 162, 1, 1000));
  }

  private static Model rdm6300(YamlMap map) throws BenchFileException {
    allow(map, "card");
    Optional<String> card = map.text("card").filter(text -> !text.equals(NONE));
    if (card.isPresent() && !card.get().matches("[0-9A-Fa-f]{10}")) {
      throw map.problemAt("card", "card wants none or ten hex digits");
    }
    return new Model.Rdm6300(card.map(text -> text.toUpperCase(Locale.ROOT)));
  }

  private static Model qrCdc(YamlMap map) throws BenchFileException {
    allow(map, "suffix", "aim");
    String suffix =
        switch (map.text("suffix").orElse("cr")) {
          case "cr" -> "\r";
          case "lf" -> "\n";
          case "crlf" -> "\r\n";
          default -> throw map.problemAt("suffix", "suffix wants cr, lf or crlf");
        };
    return new Model.QrCdc(new ScanWire.Settings(suffix, map.flag("aim", false)));
  }
}
