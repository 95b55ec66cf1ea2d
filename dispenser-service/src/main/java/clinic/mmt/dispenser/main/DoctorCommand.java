package clinic.mmt.dispenser.main;

import clinic.mmt.device.Answer;
import clinic.mmt.device.Device;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.LinkState;
import clinic.mmt.device.catalog.Catalog;
import clinic.mmt.device.catalog.DeviceSpec;
import clinic.mmt.device.catalog.Opened;
import clinic.mmt.dispenser.domain.degraded.Power;
import clinic.mmt.dispenser.main.config.ConfigException;
import clinic.mmt.dispenser.main.config.ConfigFile;
import clinic.mmt.dispenser.main.config.ServiceConfig;
import clinic.mmt.dispenser.station.DeviceTrouble;
import clinic.mmt.dispenser.store.DiskSpace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
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
      "  clinic doctor --config clinic.yaml --bind s1-fingerprint"
    })
@SuppressWarnings("NullAway.Init")
final class DoctorCommand implements Callable<Integer> {

  private static final int SECONDS_MOST = 8;

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

  @Override
  public Integer call() {
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
      good &= tell("pump", Catalog.openPump(station.pump()));
      good &= tell("scale", Catalog.openDoseScale(station.scale()));
      good &= tell("fingerprint", Catalog.openFingerprint(station.fingerprint()));
      good &= tell("token", Catalog.openToken(station.token()));
      if (station.scanner().isPresent()) {
        good &= tell("scanner", Catalog.openToken(station.scanner().get()));
      }
    }
    good &= read.ups().map(this::ups).orElse(true);
    return good ? Main.GOOD : Main.CHECK_FAILED;
  }

  private boolean ups(ServiceConfig.Ups ups) {
    List<Power> answers = new ArrayList<>();
    PowerAtService.client(ups, Runnable::run).ask(answers::add);
    String words =
        switch (answers.getFirst()) {
          case Power.Mains mains -> "ok mains";
          case Power.OnBattery battery ->
              "ok battery "
                  + battery.left().map(left -> left.toMinutes() + " min").orElse("time not known");
          case Power.Unknown(Power.Why why) ->
              "trouble: "
                  + switch (why) {
                    case NO_ANSWER -> "upsd does not answer; check host, port and nut-server";
                    case NO_SUCH_UPS -> "upsd knows no UPS of this name; see ups.conf";
                    case NO_DATA -> "upsd does not reach the UPS; check its cable and driver";
                    case NOT_UNDERSTOOD -> "it tells neither mains nor battery; see upsc";
                  };
        };
    spec.commandLine().getOut().println("ups " + ups.name() + " " + words);
    return words.startsWith("ok");
  }

  private int bind(ServiceConfig read, String device) {
    Optional<DeviceSpec> module =
        read.stations().stream()
            .map(ServiceConfig.Station::fingerprint)
            .filter(spec -> spec.name().equals(device))
            .findFirst();
    if (module.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println("no fingerprint module is called " + device + ": see the lines of doctor");
      return Main.WRONG_INPUT;
    }
    return new BindModule(spec.commandLine().getOut()).bind(module.get(), replace)
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
        .printf(
            "disk %s %d MB free (warns below %d, no new visit below %d)%n",
            SpaceWatch.word(reading.level()),
            SpaceWatch.megabytes(reading),
            read.disk().warn(),
            read.disk().stop());
    return reading.level() != DiskSpace.Level.STOP;
  }

  private <D extends Device> boolean tell(String kind, Opened<D> opened) {
    return switch (opened) {
      case Opened.Wrong<D>(var error) -> {
        spec.commandLine().getOut().println(kind + " wrong: " + error.text());
        yield false;
      }
      case Opened.Good<D>(D device) -> {
        try (device) {
          yield tell(kind, device);
        }
      }
    };
  }

  private boolean tell(String kind, Device device) {
    CompletableFuture<Answer<DeviceIdentity>> answer = new CompletableFuture<>();
    device.onLink(
        state -> {
          if (state == LinkState.UP) {
            device.identify(answer::complete);
          }
        });
    String prefix = device.name() + " " + kind + " ";
    try {
      return switch (answer.orTimeout(SECONDS_MOST, TimeUnit.SECONDS).join()) {
        case Answer.Ok<DeviceIdentity>(DeviceIdentity id) -> {
          spec.commandLine().getOut().println(prefix + "ok " + id.text());
          yield true;
        }
        case Answer.Failed<DeviceIdentity>(var fault) -> {
          spec.commandLine()
              .getOut()
              .println(prefix + "trouble: " + DeviceTrouble.words(device.name(), fault));
          yield false;
        }
      };
    } catch (CompletionException e) {
      spec.commandLine()
          .getOut()
          .println(
              prefix
                  + "trouble: its port can't be opened; check the path, the cable and who else"
                  + " uses it");
      return false;
    }
  }
}
