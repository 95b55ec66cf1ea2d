package clinic.mmt.dispenser.main.backup;

import clinic.mmt.dispenser.main.Main;
import clinic.mmt.dispenser.main.config.ConfigException;
import clinic.mmt.dispenser.main.config.ConfigFile;
import clinic.mmt.dispenser.main.config.ServiceConfig;
import clinic.mmt.dispenser.store.StoreException;
import clinic.mmt.dispenser.store.backup.Passphrase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes one backup now, beside a running service or without one. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Back up ledger and people into one sealed file; works beside a running service.",
      "The keys go into another file, kept in another place."
    },
    footer = {
      "",
      "Examples:",
      "  clinic backup --config clinic.yaml",
      "  clinic backup --config clinic.yaml --keys --to /media/stick --passphrase-file words.txt"
    })
@SuppressWarnings("NullAway.Init")
public final class BackupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The configuration file; what it says under backup holds unless told here.")
  private Path config;

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      description = "Where the file goes, instead of backup.folder.")
  private Optional<Path> to;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "Its first line seals the file, instead of backup.passphrase-file.")
  private Optional<Path> passphrase;

  @Option(names = "--keys", description = "The keys instead of the data.")
  private boolean keys;

  @Override
  public Integer call() {
    try {
      ServiceConfig read = ConfigFile.read(config);
      Optional<Path> folder = to.or(() -> read.backup().map(ServiceConfig.Backup::folder));
      Optional<Path> words =
          passphrase.or(() -> read.backup().map(ServiceConfig.Backup::passphraseFile));
      if (folder.isEmpty() || words.isEmpty()) {
        return wrong("name --to and --passphrase-file, or write them under backup in " + config);
      }
      BackupJob job = BackupJob.of(read, folder.get());
      Passphrase sealed = Passphrase.of(words.get());
      Instant now = Instant.now();
      BackupJob.Made made = keys ? job.keys(now, sealed) : job.data(now, sealed);
      spec.commandLine()
          .getOut()
          .println(
              "backup %s %d bytes ledger %s".formatted(made.file(), made.bytes(), made.head()));
      return Main.GOOD;
    } catch (ConfigException e) {
      return wrong(String.valueOf(e.getMessage()));
    } catch (StoreException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return e.reason() == StoreException.Reason.BROKEN_CHAIN ? Main.CHECK_FAILED : Main.CANNOT_RUN;
    }
  }

  private int wrong(String what) {
    spec.commandLine().getErr().println(what);
    return Main.WRONG_INPUT;
  }
}
