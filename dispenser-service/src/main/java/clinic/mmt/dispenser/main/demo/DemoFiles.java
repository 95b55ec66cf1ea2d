package clinic.mmt.dispenser.main.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The files of one demo: bench, configuration, links and data below one folder.
 *
 * @param folder of all of them
 * @param allModels whether there is a device of every model, at stations beside the first
 */
record DemoFiles(Path folder, boolean allModels) {

  /** The first station is the counter of the demo; the others have the models that it has not. */
  private static final List<List<String>> STATIONS =
      List.of(
          List.of("new-era", "mt-sics", "zfm-20", "rdm6300", "qr-cdc"),
          List.of("reglo-icc", "sartorius-sbi", "r503", "id-12la"),
          List.of("cavro-oem", "and-standard", "zfm-20", "pn532"),
          List.of("cavro-dt", "ohaus", "r503", "rdm6300"),
          List.of("ezo-pmp", "comma-stream", "zfm-20", "rdm6300"));

  private static final List<String> KEYS =
      List.of("pump", "scale", "fingerprint", "token", "scanner");
  private static final List<String> NAMES = List.of("pump", "scale", "finger", "card", "scan");

  /** What a configuration has to say of a model beside its link. */
  private static final Map<String, String> OPTIONS =
      Map.of(
          "new-era", ", rate-ml-per-min: 60",
          "cavro-oem", ", options: {syringe-ul: 5000}",
          "cavro-dt", ", options: {syringe-ul: 5000}",
          "comma-stream", ", options: {dose-verification: \"yes\"}");

  /** A pseudo-terminal knows no parity and no seven bits. */
  private static final Map<String, String> LINE_SETTINGS =
      Map.of("sartorius-sbi", "?9600,8N1", "and-standard", "?9600,8N1");

  /** A scale that no driver may weigh doses with stands on the bench alone. */
  private static final String SCALE_WITHOUT_COUNTER =
      "  - {name: scale-6, model: yaohua, station: s6}\n";

  private List<List<String>> stations() {
    return allModels ? STATIONS : STATIONS.subList(0, 1);
  }

  Path bench() {
    return folder.resolve("bench.yaml");
  }

  Path config() {
    return folder.resolve("clinic.yaml");
  }

  Path links() {
    return folder.resolve("links");
  }

  Path data() {
    return folder.resolve("data");
  }

  Path ledger() {
    return data().resolve("ledger.db");
  }

  Path log(String of) {
    return folder.resolve(of + ".log");
  }

  void writeBench() throws IOException {
    StringBuilder text = new StringBuilder("devices:\n");
    List<List<String>> stations = stations();
    for (int s = 0; s < stations.size(); s++) {
      List<String> models = stations.get(s);
      for (int d = 0; d < models.size(); d++) {
        String syringe = models.get(d).startsWith("cavro") ? ", syringe-ul: 5000" : "";
        text.append(
            "  - {name: %s, model: %s, station: s%d%s}\n"
                .formatted(name(d, s), models.get(d), s + 1, syringe));
      }
    }
    text.append(allModels ? SCALE_WITHOUT_COUNTER : "");
    text.append("stations:\n");
    text.append("  s1: {density: \"1.050\", bottle-ml: 1000, line-primed: true}\n");
    Files.writeString(bench(), text.toString());
  }

  private static String name(int device, int station) {
    return NAMES.get(device) + "-" + (station + 1);
  }

  /** {@code broker} is a line of the configuration, or a comment. */
  void writeConfig(Demo.Options options, String control, String broker) throws IOException {
    String head =
        """
        clinic: {id: demo, zone: Asia/Ho_Chi_Minh, site: default}
        mode: training
        data: %s
        http: {host: 127.0.0.1, port: %d}
        management: %d
        speed: %d
        simulators: %s
        %s
        stations:
        """
            .formatted(
                data(), options.port(), options.management(), options.speed(), control, broker);
    StringBuilder text = new StringBuilder(head);
    List<List<String>> stations = stations();
    for (int s = 0; s < stations.size(); s++) {
      text.append("  s%d:\n".formatted(s + 1));
      for (int d = 0; d < stations.get(s).size(); d++) {
        String model = stations.get(s).get(d);
        text.append(
            "    %s: {model: %s, link: \"serial:%s%s\"%s}\n"
                .formatted(
                    KEYS.get(d),
                    model,
                    links().resolve(name(d, s)),
                    LINE_SETTINGS.getOrDefault(model, ""),
                    OPTIONS.getOrDefault(model, "")));
      }
    }
    Files.writeString(config(), text.toString());
  }
}
