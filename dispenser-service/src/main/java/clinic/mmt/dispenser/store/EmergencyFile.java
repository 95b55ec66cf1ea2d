package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Kept;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small file beside the ledger, all of its bytes written when the disk had room: what a device
 * measured can be put there when the ledger cannot grow (H52). It has {@link #SLOTS} slots of
 * {@link #SLOT_BYTES} bytes; a slot in use holds a number, an id, a body and their SHA-256, a free
 * one zeros. A torn slot has another sum and counts as free.
 */
final class EmergencyFile implements AutoCloseable {

  static final int SLOTS = 64;
  static final int SLOT_BYTES = 1024;
  private static final int SUM_BYTES = 32;
  private static final int QUEUE_MAX = 256;
  private static final int CLOSE_SECONDS_MAX = 5;
  private static final Logger LOG = LoggerFactory.getLogger(EmergencyFile.class);

  private final @Nullable FileChannel channel;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(QUEUE_MAX),
          task -> new Thread(task, "emergency"));

  /** By slot; touched by the opening thread, then by this file's own. */
  private final Map<Integer, Slot> used = new TreeMap<>();

  private final List<Kept> found;
  private long number;

  private record Slot(long number, Kept kept) {}

  private EmergencyFile(@Nullable FileChannel channel) throws IOException {
    this.channel = channel;
    if (channel != null) {
      readAll(channel);
    }
    this.found =
        used.values().stream()
            .sorted(Comparator.comparingLong(Slot::number))
            .map(Slot::kept)
            .toList();
  }

  /**
   * Opens it, and fills it with zeros where it is new. Without it the service runs all the same.
   */
  static EmergencyFile open(Path file) {
    try {
      FileChannel channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
              DataFolder.ownerOnly("rw-------"));
      if (channel.size() < (long) SLOTS * SLOT_BYTES) {
        ByteBuffer zeros = ByteBuffer.allocate(SLOTS * SLOT_BYTES - (int) channel.size());
        write(channel, zeros, channel.size());
        channel.force(true);
      }
      return new EmergencyFile(channel);
    } catch (IOException e) {
      LOG.error("no emergency file: a crash on a full disk would lose what was measured", e);
      return absent();
    }
  }

  private static EmergencyFile absent() {
    try {
      return new EmergencyFile(null);
    } catch (IOException e) {
      throw new IllegalStateException("nothing was read", e);
    }
  }

  /** What was there at the opening, in the order it was kept. */
  List<Kept> found() {
    return found;
  }

  /** Puts it into a free slot; answers on this file's thread whether it is on the disk. */
  void keep(Kept kept, Consumer<Boolean> done) {
    try {
      thread.execute(() -> done.accept(kept(kept)));
    } catch (RejectedExecutionException e) {
      done.accept(false);
    }
  }

  /** Frees its slot. */
  void forget(String id) {
    try {
      thread.execute(() -> forgotten(id));
    } catch (RejectedExecutionException e) {
      LOG.warn("a kept result stays in the emergency file; its id keeps it from counting twice");
    }
  }

  private boolean kept(Kept kept) {
    Optional<Integer> free = free();
    byte[] bytes = bytes(number + 1, kept);
    if (channel == null || free.isEmpty() || bytes.length > SLOT_BYTES) {
      LOG.error("a result could not be kept in the emergency file");
      return false;
    }
    try {
      write(channel, ByteBuffer.wrap(bytes), (long) free.get() * SLOT_BYTES);
      channel.force(false);
      used.put(free.get(), new Slot(++number, kept));
      LOG.warn("the ledger can't be written; a result is kept in the emergency file");
      return true;
    } catch (IOException e) {
      LOG.error("a result could not be kept in the emergency file", e);
      return false;
    }
  }

  private Optional<Integer> free() {
    for (int slot = 0; slot < SLOTS; slot++) {
      if (!used.containsKey(slot)) {
        return Optional.of(slot);
      }
    }
    return Optional.empty();
  }

  private void forgotten(String id) {
    List<Integer> slots =
        used.entrySet().stream()
            .filter(s -> s.getValue().kept().id().equals(id))
            .map(Map.Entry::getKey)
            .toList();
    for (int slot : slots) {
      try {
        if (channel != null) {
          write(channel, ByteBuffer.allocate(SLOT_BYTES), (long) slot * SLOT_BYTES);
          channel.force(false);
        }
        used.remove(slot);
      } catch (IOException e) {
        LOG.warn("a slot of the emergency file could not be freed", e);
      }
    }
  }

  private void readAll(FileChannel from) throws IOException {
    for (int slot = 0; slot < SLOTS; slot++) {
      ByteBuffer buffer = ByteBuffer.allocate(SLOT_BYTES);
      from.read(buffer, (long) slot * SLOT_BYTES);
      Optional<Slot> read = slot(buffer.array());
      if (read.isPresent()) {
        used.put(slot, read.get());
        number = Math.max(number, read.get().number());
      }
    }
  }

  /** Number, length and bytes of the id, length and bytes of the body, SHA-256 of all that. */
  private static byte[] bytes(long number, Kept kept) {
    byte[] id = Bytes.utf8(kept.id()).toArray();
    byte[] body = kept.body().toArray();
    ByteBuffer content =
        ByteBuffer.allocate(Long.BYTES + 2 * Short.BYTES + id.length + body.length)
            .putLong(number)
            .putShort((short) id.length)
            .put(id)
            .putShort((short) body.length)
            .put(body);
    return ByteBuffer.allocate(content.capacity() + SUM_BYTES)
        .put(content.array())
        .put(sum(content.array()))
        .array();
  }

  private static Optional<Slot> slot(byte[] slot) {
    ByteBuffer in = ByteBuffer.wrap(slot);
    long number = in.getLong();
    byte[] id = new byte[Math.clamp(in.getShort(), 0, SLOT_BYTES / 2)];
    in.get(id);
    int length = in.getShort();
    if (number <= 0 || length < 0 || length > in.remaining() - SUM_BYTES) {
      return Optional.empty();
    }
    byte[] body = new byte[length];
    in.get(body);
    byte[] content = Arrays.copyOf(slot, in.position());
    byte[] sum = Arrays.copyOfRange(slot, in.position(), in.position() + SUM_BYTES);
    return MessageDigest.isEqual(sum, sum(content))
        ? Optional.of(new Slot(number, new Kept(Bytes.of(id).toText(), Bytes.of(body))))
        : Optional.empty();
  }

  private static byte[] sum(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void write(FileChannel to, ByteBuffer bytes, long at) throws IOException {
    long position = at;
    while (bytes.hasRemaining()) {
      position += to.write(bytes, position);
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS)) {
        LOG.warn("the emergency file did not come to rest");
      }
      if (channel != null) {
        channel.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("the emergency file did not close cleanly", e);
    }
  }
}
