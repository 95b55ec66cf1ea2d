package clinic.mmt.device.catalog;

import clinic.mmt.device.Pump;
import clinic.mmt.device.catalog.Options.Mistake;
import clinic.mmt.device.pump.cavro.CavroDialect;
import clinic.mmt.device.pump.cavro.CavroOptions;
import clinic.mmt.device.pump.cavro.CavroPump;
import clinic.mmt.device.pump.ezo.EzoPump;
import clinic.mmt.device.pump.newera.NewEraOptions;
import clinic.mmt.device.pump.newera.NewEraPump;
import clinic.mmt.device.pump.reglo.RegloIccPump;
import clinic.mmt.quantity.Volume;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The pumps. */
final class Pumps {

  static final Map<String, Catalog.Driver<Pump>> MODELS =
      Map.of(
          "new-era", Pumps::newEra,
          "reglo-icc", Pumps::regloIcc,
          "cavro-oem", spec -> cavro(spec, CavroDialect.OEM),
          "cavro-dt", spec -> cavro(spec, CavroDialect.DT),
          "ezo-pmp", Pumps::ezoPmp);

  private static final Map<String, NewEraOptions.Type> NEW_ERA_TYPES =
      Arrays.stream(NewEraOptions.Type.values())
          .collect(Collectors.toMap(NewEraOptions.Type::text, Function.identity()));

  private static final Map<String, Integer> CAVRO_PORTS = Map.of("3", 3, "9", 9);
  private static final Map<String, Boolean> CAVRO_INITIALISES =
      Map.of("by-hand", false, "through-spout", true);

  private Pumps() {}

  private static Pump newEra(DeviceSpec spec) throws Mistake {
    Options options = new Options(spec);
    NewEraOptions usual = NewEraOptions.USUAL;
    NewEraOptions chosen =
        new NewEraOptions(
            options.number("address", usual.address(), 0, 99),
            options.choice("type", usual.type().text(), NEW_ERA_TYPES),
            options.number("watchdog", usual.watchdogSeconds(), 1, 255));
    options.nothingElse();
    return NewEraPump.open(spec.name(), Catalog.link(spec, 19_200), chosen);
  }

  private static Pump regloIcc(DeviceSpec spec) throws Mistake {
    Options options = new Options(spec);
    int channel = options.number("channel", 1, 1, 4);
    options.nothingElse();
    return RegloIccPump.open(spec.name(), Catalog.link(spec, 9600), channel);
  }

  private static Pump cavro(DeviceSpec spec, CavroDialect dialect) throws Mistake {
    Options options = new Options(spec);
    int address = options.number("address", 0, 0, 14);
    int syringe = options.given("syringe-ul", 50, 50_000);
    CavroOptions.Valve valve =
        options.choice("ports", "9", CAVRO_PORTS) == 3 ? threePort(options) : distribution(options);
    options.nothingElse();
    return CavroPump.open(
        spec.name(),
        Catalog.link(spec, 9600),
        new CavroOptions(dialect, address, Volume.ofMicrolitres(syringe), valve));
  }

  private static CavroOptions.Valve threePort(Options options) throws Mistake {
    return new CavroOptions.ThreePort(options.choice("initialise", "by-hand", CAVRO_INITIALISES));
  }

  private static CavroOptions.Valve distribution(Options options) throws Mistake {
    int bottle = options.number("bottle-port", 1, 1, 9);
    int spout = options.number("spout-port", 9, 1, 9);
    options.differ("bottle-port", bottle, "spout-port", spout);
    return new CavroOptions.Distribution(bottle, spout);
  }

  private static Pump ezoPmp(DeviceSpec spec) throws Mistake {
    new Options(spec).nothingElse();
    return EzoPump.open(spec.name(), Catalog.link(spec, 9600));
  }
}
