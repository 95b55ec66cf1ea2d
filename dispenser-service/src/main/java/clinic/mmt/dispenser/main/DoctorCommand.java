package clinic.mmt.dispenser.main;

import clinic.mmt.device.Device;
import clinic.mmt.device.catalog.Catalog;
import clinic.mmt.device.catalog.DeviceSpec;
import clinic.mmt.device.catalog.Opened;
import clinic.mmt.dispenser.app.device.Demand;
import clinic.mmt.dispenser.domain.degraded.Power;
import clinic.mmt.dispenser.domain.text.Language;
import clinic.mmt.dispenser.main.config.ConfigException;
import clinic.mmt.dispenser.main.config.ConfigFile;
import clinic.mmt.dispenser.main.config.ServiceConfig;
import clinic.mmt.dispenser.store.DiskSpace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at the disk, tries every configured device, and says in plain words what is wrong. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Try every configured device; the service must not run meanwhile.",
    footer = {
      "",
      "Examples:",
      "  clinic doctor --config clinic.yaml",
      "  clinic doctor --config clinic.yaml --language vi",
      "  clinic doctor --config clinic.yaml --bind s1-fingerprint"
    })
@SuppressWarnings("NullAway.Init")
final class DoctorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The configuration file.")
  private Path config;

  @Option(
      names = "--bind",
      paramLabel = "DEVICE",
      description = "Write a fresh mark into this fingerprint module, and try nothing else.")
  private Optional<String> bind;

  @Option(
      names = "--replace",
      description = "With --bind: also when the module carries another mark.")
  private boolean replace;

  @Option(
      names = "--language",
      paramLabel = "L",
      description = "en or vi (${DEFAULT-VALUE}).",
      defaultValue = "en")
  private String language;

  private DoctorWords words;

  @Override
  public Integer call() {
    Optional<Language> asked =
        Arrays.stream(Language.values())
            .filter(l -> l.name().equalsIgnoreCase(language))
            .findFirst();
    if (asked.isEmpty()) {
      spec.commandLine().getErr().println("--language is en or vi");
      return Main.WRONG_INPUT;
    }
    words = DoctorWords.in(asked.get());
    ServiceConfig read;
    try {
      read = ConfigFile.read(config);
    } catch (ConfigException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Main.WRONG_INPUT;
    }
    if (bind.isPresent()) {
      return bind(read, bind.get());
    }
    boolean good = disk(read);
    for (ServiceConfig.Station station : read.stations()) {
      good &= tell(station);
    }
    good &= read.ups().map(this::ups).orElse(true);
    return good ? Main.GOOD : Main.CHECK_FAILED;
  }

  private boolean ups(ServiceConfig.Ups ups) {
    List<Power> answers = new ArrayList<>();
    PowerAtService.client(ups, Runnable::run).ask(answers::add);
    String said =
        switch (answers.getFirst()) {
          case Power.Mains mains -> "ok mains";
          case Power.OnBattery battery ->
              "ok battery "
                  + battery.left().map(left -> left.toMinutes() + " min").orElse("time not known");
          case Power.Unknown(Power.Why why) -> "trouble: " + words.say("ups." + why.name());
        };
    spec.commandLine().getOut().println("ups " + ups.name() + " " + said);
    return said.startsWith("ok");
  }

  private int bind(ServiceConfig read, String device) {
    Optional<DeviceSpec> module =
        read.stations().stream()
            .map(ServiceConfig.Station::fingerprint)
            .filter(spec -> spec.name().equals(device))
            .findFirst();
    if (module.isEmpty()) {
      spec.commandLine().getErr().println(words.say("bind.nobody", device));
      return Main.WRONG_INPUT;
    }
    return new BindModule(spec.commandLine().getOut(), words).bind(module.get(), replace)
        ? Main.GOOD
        : Main.CHECK_FAILED;
  }

  /** Room on the disk of the data folder, or of the folder it will be made in (H65). */
  private boolean disk(ServiceConfig read) {
    Path folder = read.data().toAbsolutePath();
    while (folder.getParent() != null && !Files.isDirectory(folder)) {
      folder = folder.getParent();
    }
    DiskSpace.Reading reading = Service.disk(folder, read).look();
    spec.commandLine()
        .getOut()
        .println(
            "disk "
                + SpaceWatch.word(reading.level())
                + " "
                + words.say(
                    "disk", SpaceWatch.megabytes(reading), read.disk().warn(), read.disk().stop()));
    return reading.level() != DiskSpace.Level.STOP;
  }

  private boolean tell(ServiceConfig.Station station) {
    boolean good = tell(station, station.pump(), "pump", Catalog::openPump);
    good &= tell(station, station.scale(), "scale", Catalog::openDoseScale);
    good &= tell(station, station.fingerprint(), "fingerprint", Catalog::openFingerprint);
    good &= tell(station, station.token(), "token", Catalog::openToken);
    if (station.scanner().isPresent()) {
      good &= tell(station, station.scanner().get(), "scanner", Catalog::openToken);
    }
    return good;
  }

  private <D extends Device> boolean tell(
      ServiceConfig.Station station,
      DeviceSpec device,
      String kind,
      Function<DeviceSpec, Opened<D>> opener) {
    DeviceCheckup.Findings found =
        new DeviceCheckup(
                device,
                Optional.ofNullable(station.expected().get(device.name())),
                station.demands().getOrDefault(device.name(), Demand.NONE),
                words)
            .look(kind, opener);
    found.lines().forEach(spec.commandLine().getOut()::println);
    return found.good();
  }
}
