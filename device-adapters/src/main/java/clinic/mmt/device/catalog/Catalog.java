package clinic.mmt.device.catalog;

import clinic.mmt.device.Device;
import clinic.mmt.device.FingerprintReader;
import clinic.mmt.device.Pump;
import clinic.mmt.device.Scale;
import clinic.mmt.device.TokenReader;
import clinic.mmt.device.catalog.Options.Mistake;
import clinic.mmt.device.link.LineSettings;
import clinic.mmt.device.link.Link;
import clinic.mmt.device.link.LinkAddress;
import clinic.mmt.device.link.TcpLink;
import clinic.mmt.device.link.serial.SerialLink;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All supported models. To add a device: its driver's package, and one entry for each kind here.
 */
public final class Catalog {

  private static final String ZFM_20 = "zfm-20";
  private static final String R503 = "r503";
  private static final String RDM6300 = "rdm6300";
  private static final String ID_12LA = "id-12la";
  private static final String PN532 = "pn532";
  private static final String QR_CDC = "qr-cdc";

  private static final Map<String, Driver<Pump>> PUMPS = Pumps.MODELS;
  private static final Map<String, Driver<Scale>> SCALES = Scales.MODELS;
  private static final Map<String, Driver<FingerprintReader>> FINGERPRINTS =
      Map.of(ZFM_20, Readers::zfm20, R503, Readers::r503);
  private static final Map<String, Driver<TokenReader>> TOKENS =
      Map.of(
          RDM6300, Readers::rdm6300,
          ID_12LA, Readers::id12la,
          PN532, Readers::pn532,
          QR_CDC, Readers::qrCdc);

  /** Models whose protocol has neither a serial number nor room for a mark. */
  private static final Set<String> NAMELESS =
      Set.of(
          "new-era",
          "cavro-oem",
          "cavro-dt",
          "ezo-pmp",
          "comma-stream",
          "yaohua",
          "cas-ecr",
          RDM6300,
          ID_12LA,
          PN532,
          QR_CDC);

  private static final Map<String, DeviceKind> KINDS = new TreeMap<>();

  static {
    PUMPS.keySet().forEach(model -> KINDS.put(model, DeviceKind.PUMP));
    SCALES.keySet().forEach(model -> KINDS.put(model, DeviceKind.SCALE));
    FINGERPRINTS.keySet().forEach(model -> KINDS.put(model, DeviceKind.FINGERPRINT));
    TOKENS.keySet().forEach(model -> KINDS.put(model, DeviceKind.TOKEN));
  }

  private Catalog() {}

  /** Makes the driver of one model. */
  @FunctionalInterface
  interface Driver<D extends Device> {
    D open(DeviceSpec spec) throws Mistake;
  }

  /** What kind of device a model is; empty when it is unknown. */
  public static Optional<DeviceKind> kindOf(String model) {
    return Optional.ofNullable(KINDS.get(model));
  }

  /** Whether devices of a model may tell a serial number or carry a mark. */
  public static boolean mayTellSerial(String model) {
    return KINDS.containsKey(model) && !NAMELESS.contains(model);
  }

  /** The names of all models. */
  public static Set<String> models() {
    return new TreeSet<>(KINDS.keySet());
  }

  /** Opens a pump. */
  public static Opened<Pump> openPump(DeviceSpec spec) {
    return open(spec, DeviceKind.PUMP, PUMPS);
  }

  /** Opens a scale. */
  public static Opened<Scale> openScale(DeviceSpec spec) {
    return open(spec, DeviceKind.SCALE, SCALES);
  }

  /** Opens a scale that says what doses weigh; one that may not is wrong there. */
  public static Opened<Scale> openDoseScale(DeviceSpec spec) {
    Opened<Scale> opened = openScale(spec);
    if (opened instanceof Opened.Good<Scale>(Scale scale)
        && !scale.capabilities().doseVerification()) {
      scale.close();
      return new Opened.Wrong<>(
          new ConfigurationError.NotForDoses(
              spec.name(), spec.model(), Scales.BY_DECISION.contains(spec.model())));
    }
    return opened;
  }

  /** Opens a fingerprint reader. */
  public static Opened<FingerprintReader> openFingerprint(DeviceSpec spec) {
    return open(spec, DeviceKind.FINGERPRINT, FINGERPRINTS);
  }

  /** Opens a token reader. */
  public static Opened<TokenReader> openToken(DeviceSpec spec) {
    return open(spec, DeviceKind.TOKEN, TOKENS);
  }

  private static <D extends Device> Opened<D> open(
      DeviceSpec spec, DeviceKind expected, Map<String, Driver<D>> drivers) {
    try {
      DeviceKind found = kindOf(spec.model()).orElseThrow(() -> unknown(spec));
      Driver<D> driver = drivers.get(spec.model());
      if (driver == null) {
        throw new Mistake(
            new ConfigurationError.WrongKind(spec.name(), spec.model(), expected, found));
      }
      return new Opened.Good<>(driver.open(spec));
    } catch (Mistake mistake) {
      return new Opened.Wrong<>(mistake.error());
    }
  }

  private static Mistake unknown(DeviceSpec spec) {
    return new Mistake(new ConfigurationError.UnknownModel(spec.name(), spec.model(), models()));
  }

  // The models

  /** Where a device is, with the line settings its model usually has. */
  static Link link(DeviceSpec spec, int usualBaud) throws Mistake {
    return link(spec, LineSettings.of8N1(usualBaud));
  }

  /** The link of a device, with these settings unless its address says otherwise. */
  static Link link(DeviceSpec spec, LineSettings usual) throws Mistake {
    return switch (LinkAddress.parse(spec.link())) {
      case LinkAddress.Good(LinkAddress.Serial serial) ->
          new SerialLink(serial.path(), serial.settings().orElse(usual));
      case LinkAddress.Good(LinkAddress.Tcp tcp) -> new TcpLink(tcp);
      case LinkAddress.Wrong(String reason) ->
          throw new Mistake(new ConfigurationError.BadLink(spec.name(), reason));
    };
  }
}
