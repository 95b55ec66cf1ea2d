package clinic.mmt.device.link;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A link whose far end is a test. What the driver writes is taken with {@link #written}; what the
 * device says is put in with {@link #say}; {@link #drop}, {@link #dropAfterWriting} and {@link
 * #refuse} are its faults.
 */
public final class MemoryLink implements Link {

  private static final int CHUNK_MAX = 64;

  private final LinkedBlockingQueue<Byte> written = new LinkedBlockingQueue<>(1 << 20);
  private final Object lock = new Object();
  private MemoryConnection current = new MemoryConnection();
  private boolean refusing;
  private int writesLeft = Integer.MAX_VALUE;
  private int opened;

  @Override
  public Connection open() throws IOException {
    synchronized (lock) {
      if (refusing) {
        throw new IOException("no such device");
      }
      opened++;
      writesLeft = Integer.MAX_VALUE;
      current = new MemoryConnection();
      return current;
    }
  }

  @Override
  public String describe() {
    return "memory";
  }

  /** The next {@code count} bytes the driver wrote; fewer when they don't come in time. */
  public byte[] written(int count, long withinMillis) throws InterruptedException {
    byte[] bytes = new byte[count];
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(withinMillis);
    for (int i = 0; i < count; i++) {
      Byte octet = written.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (octet == null) {
        return Arrays.copyOf(bytes, i);
      }
      bytes[i] = octet;
    }
    return bytes;
  }

  /** Lets the device say {@code bytes}. */
  public void say(byte... bytes) {
    synchronized (lock) {
      for (int from = 0; from < bytes.length; from += CHUNK_MAX) {
        int to = Math.min(bytes.length, from + CHUNK_MAX);
        current.received.add(Arrays.copyOfRange(bytes, from, to));
      }
    }
  }

  /** Pulls the plug; a later {@link #open} works unless {@link #refuse} says otherwise. */
  public void drop() {
    synchronized (lock) {
      current.lost = true;
    }
  }

  /** Pulls the plug as soon as {@code count} more bytes were written. */
  public void dropAfterWriting(int count) {
    synchronized (lock) {
      writesLeft = count;
    }
  }

  /** Whether the port can't be opened from now on. */
  public void refuse(boolean refuse) {
    synchronized (lock) {
      refusing = refuse;
    }
  }

  /** How often it was opened. */
  public int opened() {
    synchronized (lock) {
      return opened;
    }
  }

  private final class MemoryConnection implements Connection {

    private final LinkedBlockingQueue<byte[]> received = new LinkedBlockingQueue<>();
    private volatile boolean lost;

    @Override
    public int read(byte[] into) throws IOException {
      byte[] bytes = next();
      if (bytes.length == 0 && lost) {
        throw new EOFException("unplugged");
      }
      System.arraycopy(bytes, 0, into, 0, bytes.length);
      return bytes.length;
    }

    private byte[] next() throws IOException {
      try {
        byte[] bytes = received.poll(lost ? 0 : 5, TimeUnit.MILLISECONDS);
        return bytes == null ? new byte[0] : bytes;
      } catch (InterruptedException e) {
        throw new IOException("interrupted", e);
      }
    }

    @Override
    public int write(byte[] bytes, int from, int count) {
      synchronized (lock) {
        int taken = lost ? 0 : Math.min(count, writesLeft);
        for (int i = 0; i < taken; i++) {
          if (!written.offer(bytes[from + i])) {
            throw new IllegalStateException("the test takes nothing of what is written");
          }
        }
        writesLeft -= taken;
        lost = lost || taken < count;
        return taken;
      }
    }

    @Override
    public void close() {
      lost = true;
    }
  }
}
