package clinic.mmt.sim.bench;

import clinic.mmt.sim.fingerprint.zfm20.ModuleSettings;
import clinic.mmt.sim.fingerprint.zfm20.ModuleType;
import clinic.mmt.sim.token.pn532.ContactlessCard;
import clinic.mmt.sim.token.qrcdc.SampleCode;
import clinic.mmt.sim.token.qrcdc.ScanWire;
import clinic.mmt.sim.token.rdm6300.CardFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the options of one device by its model. */
final class ModelReader {

  private static final Set<String> COMMON = Set.of("name", "model", "station", "pace");
  private static final String KNOWN =
      "new-era, reglo-icc, cavro-oem, cavro-dt, ezo-pmp, mt-sics, sartorius-sbi, and-standard,"
          + " ohaus, comma-stream, yaohua, cas-ecr, zfm-20, r503, rdm6300, id-12la, pn532, qr-cdc";
  private static final String NONE = "none";

  private ModelReader() {}

  static Model read(YamlMap map) throws BenchFileException {
    String word = map.required("model");
    return switch (word) {
      case "new-era" -> PumpModelReader.newEra(map);
      case "cavro-oem", "cavro-dt" -> PumpModelReader.cavro(map, word);
      case "reglo-icc" -> PumpModelReader.regloIcc(map);
      case "ezo-pmp" -> PumpModelReader.ezoPmp(map);
      case "mt-sics" -> ScaleModelReader.mtSics(map);
      case "sartorius-sbi" -> ScaleModelReader.sartoriusSbi(map);
      case "and-standard" -> ScaleModelReader.andStandard(map);
      case "ohaus" -> ScaleModelReader.ohaus(map);
      case "comma-stream" -> ScaleModelReader.commaStream(map);
      case "yaohua" -> ScaleModelReader.yaohua(map);
      case "cas-ecr" -> ScaleModelReader.casEcr(map);
      case "zfm-20" -> zfm20(map);
      case "r503" -> r503(map);
      case "rdm6300", "id-12la" -> card(map, word);
      case "qr-cdc" -> qrCdc(map);
      case "pn532" -> pn532(map);
      default -> throw map.problemAt("model", "unknown model " + word + "; known: " + KNOWN);
    };
  }

  static void allow(YamlMap map, String... options) throws BenchFileException {
    Set<String> allowed = new TreeSet<>(COMMON);
    allowed.addAll(Set.of(options));
    map.allowOnly(allowed);
  }

  private static Model zfm20(YamlMap map) throws BenchFileException {
    allow(map, "finger", "capacity", "firmware");
    ModuleType type =
        switch (map.text("firmware").orElse("zfm-20")) {
          case "zfm-20" -> ModuleType.ZFM_20;
          case "as608" -> ModuleType.AS608;
          default -> throw map.problemAt("firmware", "firmware wants zfm-20 or as608");
        };
    return finger(map, type, ModuleSettings.USUAL);
  }

  private static Model r503(YamlMap map) throws BenchFileException {
    allow(map, "finger", "capacity", "serial", "enroll-steps", "patience-s");
    String serial = map.text("serial").orElse(ModuleSettings.USUAL.serial());
    if (!serial.matches("[A-Za-z0-9-]{1,8}")) {
      throw map.problemAt("serial", "serial wants 1 to 8 letters, digits or -");
    }
    boolean hexSteps =
        switch (map.text("enroll-steps").orElse("0a")) {
          case "0a" -> false;
          case "10" -> true;
          default -> throw map.problemAt("enroll-steps", "enroll-steps wants 0a or 10");
        };
    int patience = map.whole("patience-s", ModuleSettings.USUAL.patienceSeconds(), 1, 60);
    return finger(map, ModuleType.R503, new ModuleSettings(serial, hexSteps, patience));
  }

  private static Model finger(YamlMap map, ModuleType type, ModuleSettings settings)
      throws BenchFileException {
    Optional<String> finger = map.text("finger").filter(text -> !text.equals(NONE));
    int capacity = map.whole("capacity", type.capacity(), 1, 1000);
    return new Model.Finger(type, finger, capacity, settings);
  }

  private static Model card(YamlMap map, String model) throws BenchFileException {
    boolean choosable = model.equals("rdm6300");
    allow(map, choosable ? new String[] {"card", "board"} : new String[] {"card"});
    Optional<CardFormat> format = CardFormat.of(map.text("board").orElse(model));
    if (format.isEmpty() || (choosable && format.get() == CardFormat.ID_12LA)) {
      throw map.problemAt("board", "board wants rdm6300, em-18 or em-18-bare");
    }
    Optional<String> card = map.text("card").filter(text -> !text.equals(NONE));
    if (card.isPresent() && !card.get().matches("[0-9A-Fa-f]{10}")) {
      throw map.problemAt("card", "card wants none or ten hex digits");
    }
    return new Model.Rdm6300(model, format.get(), card.map(text -> text.toUpperCase(Locale.ROOT)));
  }

  private static Model qrCdc(YamlMap map) throws BenchFileException {
    allow(map, "suffix", "aim", "code");
    String suffix =
        switch (map.text("suffix").orElse("cr")) {
          case "cr" -> "\r";
          case "lf" -> "\n";
          case "crlf" -> "\r\n";
          case NONE -> "";
          default -> throw map.problemAt("suffix", "suffix wants cr, lf, crlf or none");
        };
    Optional<String> code = map.text("code").filter(text -> !text.equals(NONE));
    return new Model.QrCdc(
        new ScanWire.Settings(suffix, map.flag("aim", false)),
        code.map(text -> SampleCode.of(text).map(SampleCode::text).orElse(text)));
  }

  private static Model pn532(YamlMap map) throws BenchFileException {
    allow(map, "card");
    Optional<String> card = map.text("card").filter(text -> !text.equals(NONE));
    if (card.isPresent() && !ContactlessCard.isCard(card.get())) {
      throw map.problemAt(
          "card",
          "card wants none, 8 hex digits (also with :4k) or 14 hex digits (also with :desfire)");
    }
    return new Model.Pn532(card.map(text -> text.toUpperCase(Locale.ROOT)));
  }
}
