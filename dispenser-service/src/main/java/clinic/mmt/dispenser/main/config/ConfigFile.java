package clinic.mmt.dispenser.main.config;

import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.rules.RuleFile;
import clinic.mmt.dispenser.domain.staff.SiteType;
import clinic.mmt.dispenser.main.config.ServiceConfig.Address;
import clinic.mmt.dispenser.main.config.ServiceConfig.Broker;
import clinic.mmt.dispenser.main.config.ServiceConfig.Disk;
import clinic.mmt.dispenser.main.config.ServiceConfig.Mode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a configuration file; {@code docs/configuration.md} explains every key. */
public final class ConfigFile {

  /** A built-in name, or a file beside the configuration; none that is for comparison only. */
  private static RuleFile profile(Yaml clinic, @Nullable Path base) throws ConfigException {
    String named = clinic.text("profile", "VN-2024");
    RuleFile profile =
        ProfileFile.BUILT_IN.contains(named) || base == null
            ? ProfileFile.file(named)
            : ProfileFile.file(base.resolve(named).toString());
    if (profile.base().comparisonOnly()) {
      throw clinic.wrong("profile", "is for comparison only (R-130); choose another");
    }
    return profile;
  }

  /** Longer than any holiday. */
  private static final int CLOSED_MOST = 31;

  private ConfigFile() {}

  /** Reads and checks {@code path}; relative paths inside are relative to the file's folder. */
  public static ServiceConfig read(Path path) throws ConfigException {
    String text;
    try {
      text = Files.readString(path);
    } catch (IOException e) {
      throw new ConfigException(
          path + ":1: can't be read (" + e.getClass().getSimpleName() + "); check the path");
    }
    Yaml root = Yaml.parse(path.toString(), text);
    root.only(
        Set.of(
            "clinic",
            "mode",
            "data",
            "http",
            "management",
            "speed",
            "disk",
            "checkpoints",
            "broker",
            "ups",
            "backup",
            "simulators",
            "reports",
            "sites",
            "stations"));
    Yaml clinic = root.map("clinic");
    onlyKnown(clinic);
    Mode mode = mode(root);
    int speed = root.number("speed", 1, 1, 100);
    if (mode == Mode.PRODUCTION && speed != 1) {
      throw root.wrong("speed", "is for training only; take it out");
    }
    Path base = path.toAbsolutePath().getParent();
    return new ServiceConfig(
        id(clinic, "id"),
        zone(clinic),
        site(clinic),
        SiteKeys.kind(clinic),
        SiteKeys.others(root, clinic.text("id")),
        profile(clinic, base),
        closedDays(clinic),
        doctorUntil(clinic),
        IntakeKeys.read(clinic),
        mode,
        base == null ? Path.of(root.text("data")) : base.resolve(root.text("data")),
        http(root),
        root.number("management", 0, 0, 65535),
        speed,
        disk(root),
        CheckpointKeys.every(root),
        broker(root, base),
        UpsKeys.read(root),
        BackupKeys.read(root, base == null ? Path.of("") : base),
        ReportKeys.read(root),
        simulators(root, mode),
        StationKeys.read(root.map("stations"), mode),
        Digests.sha256(text));
  }

  private static void onlyKnown(Yaml clinic) throws ConfigException {
    clinic.only(
        Set.of(
            "id",
            "zone",
            "site",
            "type",
            "profile",
            "closed-days",
            "doctor-until",
            "sittings",
            "last-intake"));
  }

  private static Optional<URI> simulators(Yaml root, Mode mode) throws ConfigException {
    if (!root.has("simulators")) {
      return Optional.empty();
    }
    if (mode == Mode.PRODUCTION) {
      throw root.wrong("simulators", "is for training only; take it out");
    }
    String text = root.text("simulators");
    if (!text.matches("http://(127\\.0\\.0\\.1|\\[::1]|localhost):[0-9]{1,5}")) {
      throw root.wrong("simulators", "must be http://127.0.0.1:PORT, their control port");
    }
    return Optional.of(URI.create(text));
  }

  private static String id(Yaml yaml, String key) throws ConfigException {
    String id = yaml.text(key);
    if (!id.matches("[a-z0-9-]{1,32}")) {
      throw yaml.wrong(key, "must be 1 to 32 of a-z, 0-9 and -");
    }
    return id;
  }

  private static ZoneId zone(Yaml clinic) throws ConfigException {
    try {
      return ZoneId.of(clinic.text("zone", "Asia/Ho_Chi_Minh"));
    } catch (DateTimeException e) {
      throw clinic.wrong("zone", "is no time zone; for example Asia/Ho_Chi_Minh");
    }
  }

  /** Days like 2026-09-02, or from the first to the last of several: 2027-02-06/2027-02-10. */
  private static Set<LocalDate> closedDays(Yaml clinic) throws ConfigException {
    Set<LocalDate> days = new HashSet<>();
    for (String span : clinic.texts("closed-days")) {
      List<LocalDate> ends = new ArrayList<>();
      for (String end : span.split("/", -1)) {
        ends.add(Measures.day(clinic, "closed-days", end));
      }
      long length = ends.getLast().toEpochDay() - ends.getFirst().toEpochDay() + 1;
      if (ends.size() > 2 || length < 1 || length > CLOSED_MOST) {
        throw clinic.wrong(
            "closed-days",
            "has '" + span + "'; write the first and the last day, as 2027-02-06/2027-02-10");
      }
      ends.getFirst().datesUntil(ends.getLast().plusDays(1)).forEach(days::add);
    }
    return days;
  }

  private static Optional<LocalTime> doctorUntil(Yaml clinic) throws ConfigException {
    if (!clinic.has("doctor-until")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalTime.parse(clinic.text("doctor-until")));
    } catch (DateTimeException e) {
      throw clinic.wrong("doctor-until", "must be a time of day such as \"16:30\"");
    }
  }

  private static SiteType site(Yaml clinic) throws ConfigException {
    if (!clinic.has("site")) {
      return SiteKeys.kind(clinic).usualHands();
    }
    return switch (clinic.text("site")) {
      case "default" -> SiteType.DEFAULT;
      case "small" -> SiteType.SMALL;
      default -> throw clinic.wrong("site", "must be default or small");
    };
  }

  private static Mode mode(Yaml root) throws ConfigException {
    return switch (root.text("mode")) {
      case "production" -> Mode.PRODUCTION;
      case "training" -> Mode.TRAINING;
      default -> throw root.wrong("mode", "must be production or training");
    };
  }

  private static Address http(Yaml root) throws ConfigException {
    if (!root.has("http")) {
      return new Address("127.0.0.1", 8080);
    }
    Yaml http = root.map("http");
    http.only(Set.of("host", "port"));
    return new Address(http.text("host", "127.0.0.1"), http.number("port", 8080, 0, 65535));
  }

  private static Disk disk(Yaml root) throws ConfigException {
    Disk usual = new Disk(512, 128, 16);
    if (!root.has("disk")) {
      return usual;
    }
    Yaml yaml = root.map("disk");
    yaml.only(Set.of("warn-mb", "stop-mb", "ballast-mb"));
    Disk disk =
        new Disk(
            yaml.number("warn-mb", usual.warn(), 1, 1_000_000),
            yaml.number("stop-mb", usual.stop(), 1, 1_000_000),
            yaml.number("ballast-mb", usual.ballast(), 1, 10_000));
    if (disk.stop() > disk.warn()) {
      throw yaml.wrong("stop-mb", "must not be more than warn-mb");
    }
    return disk;
  }

  private static Optional<Broker> broker(Yaml root, @Nullable Path base) throws ConfigException {
    if (!root.has("broker")) {
      return Optional.empty();
    }
    Yaml yaml = root.map("broker");
    yaml.only(Set.of("url", "user", "password-file"));
    if (!yaml.text("url").matches("(tcp|ssl)://[^/\\s:]+:[0-9]{1,5}")) {
      throw yaml.wrong("url", "must be tcp://host:port or ssl://host:port");
    }
    if (yaml.has("password-file") && !yaml.has("user")) {
      throw yaml.wrong("password-file", "needs a user");
    }
    Optional<Path> file = Optional.empty();
    if (yaml.has("password-file")) {
      Path given = Path.of(yaml.text("password-file"));
      file = Optional.of(base == null ? given : base.resolve(given));
    }
    Optional<String> user = yaml.has("user") ? Optional.of(yaml.text("user")) : Optional.empty();
    return Optional.of(new Broker(yaml.text("url"), user, file));
  }
}
