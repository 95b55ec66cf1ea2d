package clinic.mmt.dispenser.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder with the clinic's files, held by one process at a time (H55). The lock is on a file of
 * its own: opening a database file here and closing it again would drop SQLite's own locks.
 */
public final class DataFolder implements AutoCloseable {

  private static final String LOCK = "service.lock";

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Creates the folder for its owner only, when it is not there, and takes the lock.
   *
   * @throws StoreException when another process holds it, or the folder cannot be used
   */
  public static DataFolder open(Path folder) throws StoreException {
    try {
      create(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK),
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
              ownerOnly("rw-------"));
      @Nullable FileLock lock = tryLock(channel);
      if (lock == null) {
        String holder = holder(channel);
        channel.close();
        throw new StoreException(
            StoreException.Reason.SECOND_INSTANCE,
            "%s is in use by process %s: stop that one first, or name another data folder"
                .formatted(folder, holder));
      }
      sign(channel);
      return new DataFolder(folder, channel, lock);
    } catch (IOException e) {
      throw new StoreException(
          StoreException.Reason.CANNOT_OPEN,
          "cannot use data folder %s (%s): check that it exists and belongs to this user"
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  /**
   * Writes a file for the owner only, whole or not at all: beside its place first, on the disk, and
   * then renamed. Its name is on the disk once its folder is.
   */
  public static void writeWhole(Path file, byte[] bytes) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    try (FileChannel out =
        FileChannel.open(
            fresh,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            ownerOnly("rw-------"))) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        out.write(left);
      }
      out.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The name of a new file is on the disk only when its folder is. */
  public static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Journal and views; no person. */
  public Path ledger() {
    return folder.resolve("ledger.db");
  }

  /** Names, templates, credentials. */
  public Path people() {
    return folder.resolve("people.db");
  }

  /** The key that seals the people file. */
  public Path peopleKey() {
    return folder.resolve("people.key");
  }

  /**
   * The 32 bytes that this site's key is made of; made at the first start. A new one is not known
   * to other sites.
   */
  public byte[] siteKey() throws StoreException {
    return MasterKey.open(folder.resolve("site.key"), Optional.empty());
  }

  /**
   * The 32 bytes that the key of checkpoints is made of; made at the first start. Never handed out:
   * a new one is announced in the journal, and whoever verifies is told.
   */
  public byte[] checkpointKey() throws StoreException {
    return MasterKey.open(folder.resolve("checkpoint.key"), Optional.empty());
  }

  /** Checkpoints and their public key, to be copied to where nobody who works here comes. */
  public CheckpointFile checkpoints() {
    return new CheckpointFile(folder.resolve("checkpoints.txt"), folder.resolve("inspector"));
  }

  /** How far events were published; losing it costs repeated events only. */
  public Path mqttPosition() {
    return folder.resolve("mqtt.position");
  }

  /** Pages for the time without power. */
  public PaperFolder papers() {
    return new PaperFolder(folder);
  }

  /**
   * There from a restore of a backup until the service has said what may be missing; its
   * lines name the keys that belong to the data.
   */
  public Path restored() {
    return folder.resolve("restored");
  }

  /** After a restore: keys that belong to the data and are not there; else none. */
  public List<String> keysMissingSinceRestore() throws IOException {
    return Files.exists(restored())
        ? Files.readAllLines(restored()).stream()
            .filter(name -> !Files.exists(folder.resolve(name)))
            .toList()
        : List.of();
  }

  /** Gives the folder back. */
  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }

  /**
   * Attributes for a new file or folder of the owner alone; none where there are no such rights.
   */
  static FileAttribute<?>[] ownerOnly(String rights) {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(rights);
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
  }

  private static void create(Path folder) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      Files.createDirectory(folder, ownerOnly("rwx------"));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // Held by this same process.
    }
  }

  private static void sign(FileChannel channel) throws IOException {
    String pid = Long.toString(ProcessHandle.current().pid());
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer pid = ByteBuffer.allocate(20);
    channel.read(pid, 0);
    return new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII);
  }
}
