package clinic.mmt.dispenser.main.backup;

import clinic.mmt.dispenser.store.DataFolder;
import clinic.mmt.dispenser.store.JournalVerifier;
import clinic.mmt.dispenser.store.OutsideCheckpoints;
import clinic.mmt.dispenser.store.StoreException;
import clinic.mmt.dispenser.store.VerifyOptions;
import clinic.mmt.dispenser.store.VerifyReport;
import clinic.mmt.dispenser.store.backup.BackupFile;
import clinic.mmt.dispenser.store.backup.Header;
import clinic.mmt.dispenser.store.backup.Passphrase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Puts a backup back, into an empty place only: nothing that is there is ever written over. */
final class RestoreJob {

  private static final List<String> DATA = List.of("ledger.db", "people.db", BackupJob.KEY_NAMES);

  private final Path backup;
  private final Passphrase passphrase;

  RestoreJob(Path backup, Passphrase passphrase) {
    this.backup = backup;
    this.passphrase = passphrase;
  }

  /**
   * What was put back.
   *
   * @param header of the backup, proved
   * @param report of the ledger, with the checkpoints
   * @param missingKeys that belong to the data and are not there
   */
  record Put(Header header, VerifyReport report, List<String> missingKeys) {}

  /** Reads the lines in clear. */
  Header header() throws StoreException {
    return BackupFile.header(backup);
  }

  /**
   * Ledger and people into a folder that is not there or empty. All is read and checked beside it
   * first.
   *
   * @param checkpoints {@code sequence:hash}, not later than the backup
   */
  Put data(Path into, List<String> checkpoints) throws StoreException {
    Header header = header();
    try {
      requireEmpty(into);
      Path beside = into.resolveSibling(into.getFileName() + ".restoring");
      requireEmpty(beside);
      try (DataFolder folder = DataFolder.open(beside)) {
        List<String> names =
            BackupFile.read(
                backup, passphrase, name -> Files.newOutputStream(beside.resolve(name)));
        if (!names.equals(DATA)) {
          throw wrongKind("it holds " + String.join(", ", names));
        }
        VerifyReport report =
            JournalVerifier.verify(
                folder.ledger(),
                new VerifyOptions(
                    checkpoints, true, Optional.of(folder.people()), OutsideCheckpoints.NONE));
        Files.move(beside.resolve(BackupJob.KEY_NAMES), folder.restored());
        List<String> missing = folder.keysMissingSinceRestore();
        DataFolder.force(beside);
        Files.deleteIfExists(into);
        Files.move(beside, into, StandardCopyOption.ATOMIC_MOVE);
        return new Put(header, report, missing);
      } catch (StoreException | IOException e) {
        clear(beside);
        throw e;
      }
    } catch (IOException e) {
      throw cannot(into, e);
    }
  }

  /** The keys, beside the data that is there already; one that is there stays as it is. */
  List<String> keys(Path into) throws StoreException {
    // In memory: a key is written once all are known to be whole.
    SequencedMap<String, ByteArrayOutputStream> read = new LinkedHashMap<>();
    BackupFile.read(
        backup, passphrase, name -> read.computeIfAbsent(name, n -> new ByteArrayOutputStream()));
    List<String> put = new ArrayList<>();
    try {
      for (Map.Entry<String, ByteArrayOutputStream> each : read.entrySet()) {
        String name = each.getKey();
        if (!name.endsWith(".key")) {
          throw wrongKind("it holds " + name);
        }
        if (!there(into, name)) {
          DataFolder.writeWhole(into.resolve(name), each.getValue().toByteArray());
          put.add(name);
        }
      }
      return List.copyOf(put);
    } catch (IOException e) {
      throw cannot(into, e);
    }
  }

  private static boolean there(Path folder, String name) {
    return Files.exists(folder.resolve(name));
  }

  private static void requireEmpty(Path folder) throws IOException, StoreException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        throw new StoreException(
            StoreException.Reason.CANNOT_OPEN,
            folder + " is not empty: a backup is put back into an empty place only; move it away");
      }
    }
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      for (Path each : inside.toList()) {
        Files.delete(each);
      }
    }
    Files.delete(folder);
  }

  private static StoreException wrongKind(String what) {
    return new StoreException(
        StoreException.Reason.DAMAGED_BACKUP,
        "this is another kind of backup: " + what + "; data and keys are two files");
  }

  private StoreException cannot(Path into, IOException e) {
    return new StoreException(
        StoreException.Reason.CANNOT_OPEN,
        "%s cannot be put back into %s (%s): look at room and rights"
            .formatted(backup, into, e.getMessage()),
        e);
  }
}
