package clinic.mmt.dispenser.main.config;

import clinic.mmt.device.catalog.Catalog;
import clinic.mmt.device.catalog.DeviceKind;
import clinic.mmt.device.catalog.DeviceSpec;
import clinic.mmt.device.link.LinkAddress;
import clinic.mmt.dispenser.app.device.Demand;
import clinic.mmt.dispenser.app.device.IdentityLevel;
import clinic.mmt.dispenser.main.config.ServiceConfig.Mode;
import clinic.mmt.dispenser.main.config.ServiceConfig.Station;
import clinic.mmt.quantity.FlowRate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stations and their devices. */
final class StationKeys {

  private static final Map<String, DeviceKind> KINDS =
      Map.of(
          "pump", DeviceKind.PUMP,
          "scale", DeviceKind.SCALE,
          "fingerprint", DeviceKind.FINGERPRINT,
          "token", DeviceKind.TOKEN,
          "scanner", DeviceKind.TOKEN);

  private final String station;
  private final Yaml yaml;
  private final Mode mode;
  private final Map<String, String> expected = new HashMap<>();
  private final Map<String, Demand> demands = new HashMap<>();

  private StationKeys(String station, Yaml yaml, Mode mode) {
    this.station = station;
    this.yaml = yaml;
    this.mode = mode;
  }

  static List<Station> read(Yaml yaml, Mode mode) throws ConfigException {
    List<Station> stations = new ArrayList<>();
    for (String name : yaml.keys()) {
      if (!name.matches("[a-z0-9-]{1,32}")) {
        throw yaml.wrong(name, "must be named by 1 to 32 of a-z, 0-9 and -");
      }
      stations.add(new StationKeys(name, yaml.map(name), mode).station());
    }
    if (stations.isEmpty() || stations.size() > 16) {
      throw new ConfigException("a clinic has 1 to 16 stations; see docs/configuration.md");
    }
    return stations;
  }

  private Station station() throws ConfigException {
    yaml.only(KINDS.keySet());
    Yaml pump = yaml.map("pump");
    return new Station(
        station,
        device("pump"),
        device("scale"),
        device("fingerprint"),
        device("token"),
        yaml.has("scanner") ? Optional.of(device("scanner")) : Optional.empty(),
        FlowRate.ofMillilitresPerMinute(pump.number("rate-ml-per-min", 20, 1, 200)),
        pump.number("diameter-um", 0, 0, 60_000),
        expected,
        demands);
  }

  private DeviceSpec device(String kind) throws ConfigException {
    Yaml device = yaml.map(kind);
    boolean pump = kind.equals("pump");
    device.only(
        pump
            ? Set.of(
                "model", "link", "options", "expect", "identity", "rate-ml-per-min", "diameter-um")
            : Set.of("model", "link", "options", "expect", "identity"));
    String model = device.text("model");
    if (Catalog.kindOf(model).filter(k -> k == KINDS.get(kind)).isEmpty()) {
      throw device.wrong("model", "must be a " + kind + "; known models: " + Catalog.models());
    }
    String link = device.text("link");
    boolean lasting =
        switch (LinkAddress.parse(link)) {
          case LinkAddress.Wrong(String reason) -> throw device.wrong("link", reason);
          case LinkAddress.Good(LinkAddress address) -> address.lasting();
        };
    if (mode == Mode.PRODUCTION && !lasting) {
      throw device.wrong(
          "link", "must be a /dev/serial/by-id or by-path path or tcp:// in production (H29, H84)");
    }
    Map<String, String> options = new HashMap<>();
    if (device.has("options")) {
      Yaml given = device.map("options");
      for (String key : given.keys()) {
        options.put(key, given.text(key));
      }
    }
    String name = station + "-" + kind;
    demands.put(name, new Demand(identity(device, kind, lasting), lasting));
    if (device.has("expect")) {
      expected.put(name, device.text("expect"));
    }
    return new DeviceSpec(name, model, link, options);
  }

  /** How surely it has to be known; refused when this model at this place never is. */
  private IdentityLevel identity(Yaml device, String kind, boolean lasting) throws ConfigException {
    String usual = usual(kind).word();
    String word = device.text("identity", usual);
    Optional<IdentityLevel> least = IdentityLevel.ofWord(word);
    if (least.isEmpty()) {
      throw device.wrong("identity", "must be serial, path or model");
    }
    if (mode == Mode.PRODUCTION && !least.get().suffices(usual(kind))) {
      throw device.wrong("identity", "of a " + kind + " must be path or serial in production");
    }
    IdentityLevel best = IdentityLevel.of(Catalog.mayTellSerial(device.text("model")), lasting);
    if (!best.suffices(least.get())) {
      throw device.wrong(
          "identity",
          "demands that it is known by %s, but %s at this link is known by %s; %s"
              .formatted(
                  least.get().text(), device.text("model"), best.text(), wayOn(least.get())));
    }
    return least.get();
  }

  private static String wayOn(IdentityLevel least) {
    return least == IdentityLevel.SERIAL
        ? "write path and give its /dev/serial/by-id path, or take a model with a serial number"
        : "give its /dev/serial/by-id path or tcp:// address, or write model";
  }

  /** A swapped pump or scale is a wrong dose; a swapped reader reads no worse. */
  private IdentityLevel usual(String kind) {
    boolean dose = KINDS.get(kind) == DeviceKind.PUMP || KINDS.get(kind) == DeviceKind.SCALE;
    return mode == Mode.PRODUCTION && dose ? IdentityLevel.PATH : IdentityLevel.MODEL;
  }
}
