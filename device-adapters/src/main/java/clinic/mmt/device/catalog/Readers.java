package clinic.mmt.device.catalog;

import clinic.mmt.device.FingerprintReader;
import clinic.mmt.device.TokenReader;
import clinic.mmt.device.catalog.Options.Mistake;
import clinic.mmt.device.fingerprint.ef01.Ef01Options;
import clinic.mmt.device.fingerprint.ef01.Ef01Product;
import clinic.mmt.device.fingerprint.ef01.Ef01Reader;
import clinic.mmt.device.token.pn532.Pn532Reader;
import clinic.mmt.device.token.qrcdc.QrCdcScanner;
import clinic.mmt.device.token.rdm6300.Rdm6300Options;
import clinic.mmt.device.token.rdm6300.Rdm6300Reader;
import java.util.Map;

/** The models that read fingers, cards and codes. */
final class Readers {

  private Readers() {}

  static FingerprintReader zfm20(DeviceSpec spec) throws Mistake {
    return ef01(spec, Ef01Product.ZFM_20);
  }

  static FingerprintReader r503(DeviceSpec spec) throws Mistake {
    return ef01(spec, Ef01Product.R503);
  }

  private static FingerprintReader ef01(DeviceSpec spec, Ef01Product product) throws Mistake {
    Options options = new Options(spec);
    Ef01Options chosen =
        new Ef01Options(
            options.word("address", "FFFFFFFF"), options.word("password", "00000000"), product);
    options.nothingElse();
    return Ef01Reader.open(spec.name(), Catalog.link(spec, 57_600), chosen);
  }

  static TokenReader rdm6300(DeviceSpec spec) throws Mistake {
    Options options = new Options(spec);
    boolean bare = options.choice("frame", "stx", Map.of("stx", false, "bare", true));
    options.nothingElse();
    return Rdm6300Reader.open(
        spec.name(),
        Catalog.link(spec, 9600),
        new Rdm6300Options(Rdm6300Options.USUAL.model(), bare));
  }

  static TokenReader id12la(DeviceSpec spec) throws Mistake {
    new Options(spec).nothingElse();
    return Rdm6300Reader.open(spec.name(), Catalog.link(spec, 9600), Rdm6300Options.ID_12LA);
  }

  static TokenReader pn532(DeviceSpec spec) throws Mistake {
    new Options(spec).nothingElse();
    return Pn532Reader.open(spec.name(), Catalog.link(spec, 115_200));
  }

  /** USB-CDC has no line speed; a scanner on RS-232 may have any. */
  static TokenReader qrCdc(DeviceSpec spec) throws Mistake {
    Options options = new Options(spec);
    boolean suffix = options.choice("suffix", "line", Map.of("line", true, "none", false));
    options.nothingElse();
    return QrCdcScanner.open(spec.name(), Catalog.link(spec, 115_200), suffix);
  }
}
