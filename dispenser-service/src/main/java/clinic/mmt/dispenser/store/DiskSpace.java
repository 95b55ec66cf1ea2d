package clinic.mmt.dispenser.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much room the data folder's disk has, and a ballast file that gives room back when there is
 * hardly any left, so that what is open can be finished (H65). Confined to one thread.
 */
public final class DiskSpace {

  private static final Logger LOG = LoggerFactory.getLogger(DiskSpace.class);
  private static final int PIECE_BYTES = 1 << 20;

  private final Path folder;
  private final Path ballast;
  private final Floors floors;

  /**
   * How much room is enough, in bytes.
   *
   * @param warn below it people are told
   * @param stop below it no new visit begins
   * @param ballast size of the ballast file; given back when less than a quarter of it is free
   */
  public record Floors(long warn, long stop, long ballast) {}

  /** What a look says. */
  public enum Level {
    /** Nothing to do. */
    ENOUGH,
    /** Free space soon. */
    LOW,
    /** No new visit begins; what is open is finished. */
    STOP
  }

  /**
   * A look at the disk.
   *
   * @param usable bytes that this process may use
   * @param ballast whether the ballast file is there
   */
  public record Reading(Level level, long usable, boolean ballast) {}

  /** Of the folder with the ledger. */
  public DiskSpace(Path folder, Floors floors) {
    this.folder = folder;
    this.ballast = folder.resolve("ballast.dat");
    this.floors = floors;
  }

  /** Looks without touching anything. */
  public Reading look() {
    long usable = usable();
    Level level =
        usable < floors.stop() ? Level.STOP : usable < floors.warn() ? Level.LOW : Level.ENOUGH;
    return new Reading(level, usable, Files.exists(ballast));
  }

  /**
   * Looks, lays the ballast in where there is plenty of room, and gives it back where there is
   * none.
   */
  public Reading keep() {
    Reading reading = look();
    if (reading.ballast() && reading.usable() < floors.ballast() / 4) {
      giveBack();
    } else if (!reading.ballast() && reading.usable() >= floors.warn() + floors.ballast()) {
      layIn();
    }
    return look();
  }

  /** A disk that cannot be asked has no room that anybody may rely on. */
  private long usable() {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      LOG.error("the disk of the data folder cannot be asked for its space", e);
      return 0;
    }
  }

  private void giveBack() {
    try {
      Files.deleteIfExists(ballast);
      LOG.error("the disk is full: the ballast file was given up to finish what is open");
    } catch (IOException e) {
      LOG.error("the ballast file could not be given up", e);
    }
  }

  /** Written, not only made long: a hole takes no room. */
  private void layIn() {
    try (FileChannel channel =
        FileChannel.open(
            ballast,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            DataFolder.ownerOnly("rw-------"))) {
      ByteBuffer zeros = ByteBuffer.allocate(PIECE_BYTES);
      for (long left = floors.ballast(); left > 0; left -= zeros.limit()) {
        zeros.clear().limit((int) Math.min(left, PIECE_BYTES));
        while (zeros.hasRemaining()) {
          channel.write(zeros);
        }
      }
      channel.force(true);
    } catch (IOException e) {
      LOG.warn("no ballast file could be made", e);
      giveBack();
    }
  }
}
