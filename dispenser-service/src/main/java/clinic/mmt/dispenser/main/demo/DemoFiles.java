package clinic.mmt.dispenser.main.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of one demo: bench, configuration, links and data below one folder. */
record DemoFiles(Path folder) {

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
    Files.writeString(
        bench(),
        """
        devices:
          - {name: pump-1, model: new-era, station: s1}
          - {name: scale-1, model: mt-sics, station: s1}
          - {name: finger-1, model: zfm-20, station: s1}
          - {name: card-1, model: rdm6300, station: s1}
          - {name: scan-1, model: qr-cdc, station: s1}
        stations:
          s1: {density: "1.050", bottle-ml: 1000, line-primed: true}
        """);
  }

  /** {@code broker} is a line of the configuration, or a comment. */
  void writeConfig(Demo.Options options, String control, String broker) throws IOException {
    Files.writeString(
        config(),
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
          s1:
            pump: {model: new-era, link: "serial:%s", rate-ml-per-min: 60}
            scale: {model: mt-sics, link: "serial:%s"}
            fingerprint: {model: zfm-20, link: "serial:%s"}
            token: {model: rdm6300, link: "serial:%s"}
            scanner: {model: qr-cdc, link: "serial:%s"}
        """
            .formatted(
                data(),
                options.port(),
                options.management(),
                options.speed(),
                control,
                broker,
                links().resolve("pump-1"),
                links().resolve("scale-1"),
                links().resolve("finger-1"),
                links().resolve("card-1"),
                links().resolve("scan-1")));
  }
}
