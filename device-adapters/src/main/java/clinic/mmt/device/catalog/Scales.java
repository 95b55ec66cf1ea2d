package clinic.mmt.device.catalog;

import clinic.mmt.device.Scale;
import clinic.mmt.device.catalog.Options.Mistake;
import clinic.mmt.device.link.LineSettings;
import clinic.mmt.device.scale.and.AndScale;
import clinic.mmt.device.scale.cas.CasEcrScale;
import clinic.mmt.device.scale.comma.CommaScale;
import clinic.mmt.device.scale.mtsics.MtSicsScale;
import clinic.mmt.device.scale.ohaus.OhausScale;
import clinic.mmt.device.scale.sbi.SbiScale;
import clinic.mmt.device.scale.yaohua.YaohuaScale;
import clinic.mmt.quantity.Mass;
import java.util.Map;
import java.util.Set;

/** The models of scales. */
final class Scales {

  private static final int BAUD = 9600;
  private static final int AND_BAUD = 2400;
  private static final Map<String, Boolean> YES_NO = Map.of("yes", true, "no", false);

  /** The driver of each model. */
  static final Map<String, Catalog.Driver<Scale>> MODELS =
      Map.of(
          "mt-sics", Scales::mtSics,
          "sartorius-sbi", Scales::sartoriusSbi,
          "and-standard", Scales::andStandard,
          "ohaus", Scales::ohaus,
          "comma-stream", Scales::commaStream,
          "yaohua", Scales::yaohua,
          "cas-ecr", Scales::casEcr);

  /** These may verify doses where the clinic has decided so, by their option. */
  static final Set<String> BY_DECISION = Set.of("comma-stream");

  private Scales() {}

  private static Mass resolution(Options options) throws Mistake {
    return Mass.ofMilligrams(options.number("resolution-mg", 10, 1, 1000));
  }

  private static Scale mtSics(DeviceSpec spec) throws Mistake {
    Options options = new Options(spec);
    Mass resolution = resolution(options);
    boolean kern = options.choice("variant", "mettler", Map.of("mettler", false, "kern", true));
    options.nothingElse();
    return kern
        ? MtSicsScale.openKern(spec.name(), Catalog.link(spec, BAUD), resolution)
        : MtSicsScale.open(spec.name(), Catalog.link(spec, BAUD), resolution);
  }

  private static Scale sartoriusSbi(DeviceSpec spec) throws Mistake {
    Options options = new Options(spec);
    Mass resolution = resolution(options);
    options.nothingElse();
    return SbiScale.open(spec.name(), Catalog.link(spec, LineSettings.of8O1(BAUD)), resolution);
  }

  private static Scale andStandard(DeviceSpec spec) throws Mistake {
    Options options = new Options(spec);
    Mass resolution = resolution(options);
    boolean lineFeed = options.choice("end", "crlf", Map.of("crlf", true, "cr", false));
    options.nothingElse();
    return AndScale.open(
        spec.name(), Catalog.link(spec, LineSettings.of7E1(AND_BAUD)), resolution, lineFeed);
  }

  private static Scale ohaus(DeviceSpec spec) throws Mistake {
    Options options = new Options(spec);
    Mass resolution = resolution(options);
    options.nothingElse();
    return OhausScale.open(spec.name(), Catalog.link(spec, BAUD), resolution);
  }

  private static Scale commaStream(DeviceSpec spec) throws Mistake {
    Options options = new Options(spec);
    Mass resolution = resolution(options);
    boolean doses = options.choice("dose-verification", "no", YES_NO);
    options.nothingElse();
    return CommaScale.open(spec.name(), Catalog.link(spec, BAUD), resolution, doses);
  }

  private static Scale yaohua(DeviceSpec spec) throws Mistake {
    Options options = new Options(spec);
    Mass resolution = resolution(options);
    boolean reversed =
        options.choice("digits", "forward", Map.of("forward", false, "reversed", true));
    options.nothingElse();
    return YaohuaScale.open(spec.name(), Catalog.link(spec, BAUD), resolution, reversed);
  }

  private static Scale casEcr(DeviceSpec spec) throws Mistake {
    Options options = new Options(spec);
    Mass resolution = Mass.ofMilligrams(options.number("resolution-mg", 1000, 1, 1000));
    options.nothingElse();
    return CasEcrScale.open(spec.name(), Catalog.link(spec, BAUD), resolution);
  }
}
