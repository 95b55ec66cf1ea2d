package clinic.mmt.dispenser.main.config;

import clinic.mmt.dispenser.main.config.ServiceConfig.Backup;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/** The keys under {@code backup}: where copies of the data go, and when. */
final class BackupKeys {

  private static final int KEEP = 30;
  private static final int KEEP_MOST = 1000;

  private BackupKeys() {}

  /** Relative paths are relative to {@code base}. */
  static Optional<Backup> read(Yaml root, Path base) throws ConfigException {
    if (!root.has("backup")) {
      return Optional.empty();
    }
    Yaml backup = root.map("backup");
    backup.only(Set.of("folder", "at", "keep", "passphrase-file"));
    return Optional.of(
        new Backup(
            base.resolve(backup.text("folder")),
            at(backup),
            backup.number("keep", KEEP, 2, KEEP_MOST),
            base.resolve(backup.text("passphrase-file"))));
  }

  private static LocalTime at(Yaml backup) throws ConfigException {
    try {
      return LocalTime.parse(backup.text("at"));
    } catch (DateTimeException e) {
      throw backup.wrong("at", "must be a time of day such as \"19:30\", when nobody is dosed");
    }
  }
}
