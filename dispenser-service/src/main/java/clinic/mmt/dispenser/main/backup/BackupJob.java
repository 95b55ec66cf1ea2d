package clinic.mmt.dispenser.main.backup;

import clinic.mmt.dispenser.main.config.ServiceConfig;
import clinic.mmt.dispenser.store.DataFolder;
import clinic.mmt.dispenser.store.JournalVerifier;
import clinic.mmt.dispenser.store.LiveCopy;
import clinic.mmt.dispenser.store.StoreException;
import clinic.mmt.dispenser.store.VerifyOptions;
import clinic.mmt.dispenser.store.VerifyReport;
import clinic.mmt.dispenser.store.backup.BackupFile;
import clinic.mmt.dispenser.store.backup.Header;
import clinic.mmt.dispenser.store.backup.Passphrase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Makes one backup: copies of both files beside the running service, checked; sealed into one file;
 * that file opened again to its end; and only then given its name.
 *
 * @param clinic whose
 * @param data the data folder
 * @param folder where backups go
 * @param spare bytes that have to stay free on the disk of the data folder
 */
public record BackupJob(String clinic, Path data, Path folder, long spare) {

  /** At most 50 MB in a second are copied: the disk is the ledger's first. */
  private static final Duration REST = Duration.ofMillis(20);

  private static final String COPIES = "backup.tmp";
  private static final String LEDGER = "ledger.db";
  private static final String PEOPLE = "people.db";

  /** Inside a backup: which keys belong to the data. They are in another one. */
  static final String KEY_NAMES = "keys.txt";

  private static final String KEY_FILE = ".key";

  /** The job of a configuration. */
  public static BackupJob of(ServiceConfig config, ServiceConfig.Backup to) {
    return of(config, to.folder());
  }

  /** The job of a configuration into another folder. */
  static BackupJob of(ServiceConfig config, Path folder) {
    return new BackupJob(config.clinic(), config.data(), folder, (long) config.disk().warn() << 20);
  }

  /**
   * A good backup.
   *
   * @param file where it is
   * @param bytes its size
   * @param head of the ledger inside, {@code sequence:hash}; of keys {@code -}
   */
  public record Made(Path file, long bytes, String head) {}

  /**
   * Ledger and people.
   *
   * @throws StoreException when the ledger is not sound, there is no room, or a file cannot be
   *     used; the message says what to do
   */
  public Made data(Instant at, Passphrase passphrase) throws StoreException {
    Path copies = data.resolve(COPIES);
    try {
      clear(copies);
      requireRoom();
      Files.createDirectory(copies);
      Path ledger = copies.resolve(LEDGER);
      Path people = copies.resolve(PEOPLE);
      // The ledger first: people enter the people file before the ledger speaks of them.
      LiveCopy.of(data.resolve(LEDGER), ledger, BackupJob::rest);
      LiveCopy.of(data.resolve(PEOPLE), people, BackupJob::rest);
      String head = head(ledger, people);
      Path keys = Files.write(copies.resolve(KEY_NAMES), keyNames());
      return seal(
          new BackupFile.About(clinic, at, Header.Kind.DATA, head),
          passphrase,
          List.of(ledger, people, keys));
    } catch (IOException e) {
      throw cannot(e);
    } finally {
      clear(copies);
    }
  }

  /** The key files alone: they are kept in another place than the data. */
  public Made keys(Instant at, Passphrase passphrase) throws StoreException {
    try {
      List<Path> keys = keyNames().stream().map(data::resolve).toList();
      if (keys.isEmpty()) {
        throw new StoreException(
            StoreException.Reason.CANNOT_OPEN,
            data + " has no keys: start the service once, it makes them");
      }
      return seal(new BackupFile.About(clinic, at, Header.Kind.KEYS, "-"), passphrase, keys);
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  private List<String> keyNames() throws IOException {
    try (Stream<Path> all = Files.list(data)) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(KEY_FILE))
          .sorted()
          .toList();
    }
  }

  private static void rest() {
    LockSupport.parkNanos(REST.toNanos());
  }

  private void requireRoom() throws IOException, StoreException {
    long size = Files.size(data.resolve(LEDGER)) + Files.size(data.resolve(PEOPLE));
    long free = Files.getFileStore(data).getUsableSpace();
    if (free - size < spare) {
      throw new StoreException(
          StoreException.Reason.CANNOT_OPEN,
          "no room for a copy in %s: %d MB are free, %d are needed; make room"
              .formatted(data, free >> 20, (size + spare) >> 20));
    }
  }

  private static String head(Path ledger, Path people) throws StoreException {
    VerifyReport report =
        JournalVerifier.verify(ledger, VerifyOptions.ALL.withoutViews().withPeople(people));
    return switch (report) {
      case VerifyReport.Good good -> good.entries() + ":" + good.head();
      case VerifyReport.Bad bad ->
          throw new StoreException(
              StoreException.Reason.BROKEN_CHAIN,
              "the ledger is not sound, nothing was backed up: "
                  + bad.line()
                  + "; keep the earlier backups and call for help");
    };
  }

  private Made seal(BackupFile.About about, Passphrase passphrase, List<Path> files)
      throws IOException, StoreException {
    Files.createDirectories(folder);
    Path file = folder.resolve(new BackupName(clinic, about.kind(), about.at()).text());
    if (Files.exists(file)) {
      throw new StoreException(
          StoreException.Reason.CANNOT_OPEN, file + " is there already: wait a second");
    }
    Path part = folder.resolve(file.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      BackupFile.write(part, about, passphrase, files);
      BackupFile.read(part, passphrase, name -> OutputStream.nullOutputStream());
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      DataFolder.force(folder);
    } finally {
      Files.deleteIfExists(part);
    }
    return new Made(file, Files.size(file), about.head());
  }

  private StoreException cannot(IOException e) {
    return new StoreException(
        StoreException.Reason.CANNOT_OPEN,
        "no backup to %s (%s): look at the disk, room and rights of both folders"
            .formatted(folder, e.getMessage()),
        e);
  }

  /** Copies in clear of an earlier run that was cut off, or of this one. */
  private static void clear(Path copies) throws StoreException {
    try {
      if (Files.isDirectory(copies)) {
        try (Stream<Path> inside = Files.list(copies)) {
          for (Path each : inside.toList()) {
            Files.delete(each);
          }
        }
        Files.delete(copies);
      }
    } catch (IOException e) {
      throw new StoreException(
          StoreException.Reason.CANNOT_OPEN,
          copies + " cannot be removed (" + e.getMessage() + "): remove it by hand",
          e);
    }
  }
}
