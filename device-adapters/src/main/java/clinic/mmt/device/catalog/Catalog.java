package clinic.mmt.device.catalog;

import clinic.mmt.device.Device;
import clinic.mmt.device.FingerprintReader;
import clinic.mmt.device.Pump;
import clinic.mmt.device.Scale;
import clinic.mmt.device.TokenReader;
import clinic.mmt.device.catalog.Options.Mistake;
import clinic.mmt.device.fingerprint.ef01.Ef01Options;
import clinic.mmt.device.fingerprint.ef01.Ef01Reader;
import clinic.mmt.device.link.LineSettings;
import clinic.mmt.device.link.Link;
import clinic.mmt.device.link.LinkAddress;
import clinic.mmt.device.link.TcpLink;
import clinic.mmt.device.link.serial.SerialLink;
import clinic.mmt.device.scale.mtsics.MtSicsScale;
import clinic.mmt.device.token.qrcdc.QrCdcScanner;
import clinic.mmt.device.token.rdm6300.Rdm6300Reader;
import clinic.mmt.quantity.Mass;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All supported models. To add a device: its driver's package, and one entry for each kind here.
 */
public final class Catalog {

  private static final String MT_SICS = "mt-sics";
  private static final String ZFM_20 = "zfm-20";
  private static final String RDM6300 = "rdm6300";
  private static final String QR_CDC = "qr-cdc";

  private static final Map<String, Driver<Pump>> PUMPS = Pumps.MODELS;
  private static final Map<String, Driver<Scale>> SCALES = Map.of(MT_SICS, Catalog::mtSics);
  private static final Map<String, Driver<FingerprintReader>> FINGERPRINTS =
      Map.of(ZFM_20, Catalog::zfm20);
  private static final Map<String, Driver<TokenReader>> TOKENS =
      Map.of(RDM6300, Catalog::rdm6300, QR_CDC, Catalog::qrCdc);

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

  private static Scale mtSics(DeviceSpec spec) throws Mistake {
    Options options = new Options(spec);
    int resolutionMilligrams = options.number("resolution-mg", 10, 1, 1000);
    options.nothingElse();
    return MtSicsScale.open(spec.name(), link(spec, 9600), Mass.ofMilligrams(resolutionMilligrams));
  }

  private static FingerprintReader zfm20(DeviceSpec spec) throws Mistake {
    Options options = new Options(spec);
    Ef01Options chosen =
        new Ef01Options(options.word("address", "FFFFFFFF"), options.word("password", "00000000"));
    options.nothingElse();
    return Ef01Reader.open(spec.name(), link(spec, 57_600), chosen);
  }

  private static TokenReader rdm6300(DeviceSpec spec) throws Mistake {
    new Options(spec).nothingElse();
    return Rdm6300Reader.open(spec.name(), link(spec, 9600));
  }

  /** USB-CDC has no line speed; a scanner on RS-232 may have any. */
  private static TokenReader qrCdc(DeviceSpec spec) throws Mistake {
    new Options(spec).nothingElse();
    return QrCdcScanner.open(spec.name(), link(spec, 115_200));
  }

  /** Where a device is, with the line settings its model usually has. */
  static Link link(DeviceSpec spec, int usualBaud) throws Mistake {
    return switch (LinkAddress.parse(spec.link())) {
      case LinkAddress.Good(LinkAddress.Serial serial) ->
          new SerialLink(serial.path(), serial.settings().orElse(LineSettings.of8N1(usualBaud)));
      case LinkAddress.Good(LinkAddress.Tcp tcp) -> new TcpLink(tcp);
      case LinkAddress.Wrong(String reason) ->
          throw new Mistake(new ConfigurationError.BadLink(spec.name(), reason));
    };
  }
}
