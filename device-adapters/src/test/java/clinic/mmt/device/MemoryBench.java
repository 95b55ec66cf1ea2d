package clinic.mmt.device;

import clinic.mmt.device.link.Connection;
import clinic.mmt.device.link.Link;
import clinic.mmt.sim.bench.Bench;
import clinic.mmt.sim.bench.BenchFile;
import clinic.mmt.sim.bench.BenchFileException;
import clinic.mmt.sim.bench.Cables;
import clinic.mmt.sim.bench.Speed;
import clinic.mmt.sim.bench.Station;
import clinic.mmt.sim.core.BytePort;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The simulators in this process, on lines in memory, their physics faster than the clock. Drivers
 * and simulators meet here as bytes only.
 */
public final class MemoryBench implements Cables, AutoCloseable {

  private static final long TICK_NANOS = 500_000;

  private final Map<String, Line> lines = new ConcurrentHashMap<>();
  private final Bench bench;
  private final Thread clock;
  private volatile boolean over;

  /** A bench of this file, {@code speed} times faster than real. */
  public MemoryBench(String yaml, long speed) {
    this(yaml, speed, bench -> {});
  }

  /** The same, with something to do before the first cable is plugged. */
  public MemoryBench(String yaml, long speed, Consumer<Bench> first) {
    try {
      bench = new Bench(BenchFile.read("bench.yaml", yaml), this, 7, new Speed(speed * 1000));
    } catch (BenchFileException e) {
      throw new IllegalArgumentException(e);
    }
    first.accept(bench);
    bench.plugAll();
    clock = Thread.ofPlatform().daemon().name("bench-clock").start(this::tick);
  }

  private void tick() {
    long last = System.nanoTime();
    while (!over) {
      LockSupport.parkNanos(TICK_NANOS);
      long now = System.nanoTime();
      for (Station station : bench.stations()) {
        station.tick(now - last);
      }
      last = now;
    }
  }

  /** What is on it. */
  public Bench bench() {
    return bench;
  }

  /** Where a driver opens a device; away while its cable is pulled. */
  public Link link(String device) {
    return new Link() {
      @Override
      public Connection open() throws IOException {
        Line line = lines.get(device);
        if (line == null) {
          throw new IOException("no such device");
        }
        return line;
      }

      @Override
      public String describe() {
        return "memory " + device;
      }
    };
  }

  @Override
  public BytePort plug(String device) {
    Line line = new Line();
    lines.put(device, line);
    return line.port();
  }

  @Override
  public void unplug(String device) {
    Line line = lines.remove(device);
    if (line != null) {
      line.pulled = true;
    }
  }

  @Override
  public String path(String device) {
    return "memory/" + device;
  }

  @Override
  public void close() {
    over = true;
    try {
      clock.join(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    bench.close();
  }

  /** One cable; closing the host's end leaves it plugged. */
  private static final class Line implements Connection {

    private final LinkedBlockingQueue<byte[]> toHost = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream toDevice = new ByteArrayOutputStream();
    private byte[] rest = new byte[0];
    private volatile boolean pulled;

    BytePort port() {
      return new BytePort() {
        @Override
        public byte[] read() {
          synchronized (toDevice) {
            byte[] all = toDevice.toByteArray();
            toDevice.reset();
            return all;
          }
        }

        @Override
        public void write(byte[] bytes) {
          toHost.add(bytes.clone());
        }

        @Override
        public void close() {
          pulled = true;
        }
      };
    }

    @Override
    public int read(byte[] into) throws IOException {
      byte[] bytes = rest.length > 0 ? rest : next();
      if (bytes.length == 0 && pulled) {
        throw new EOFException("unplugged");
      }
      int count = Math.min(bytes.length, into.length);
      System.arraycopy(bytes, 0, into, 0, count);
      rest = Arrays.copyOfRange(bytes, count, bytes.length);
      return count;
    }

    private byte[] next() throws IOException {
      try {
        byte[] bytes = toHost.poll(pulled ? 0 : 5, TimeUnit.MILLISECONDS);
        return bytes == null ? new byte[0] : bytes;
      } catch (InterruptedException e) {
        throw new IOException("interrupted", e);
      }
    }

    @Override
    public int write(byte[] bytes, int from, int count) {
      synchronized (toDevice) {
        if (pulled) {
          return 0;
        }
        toDevice.write(bytes, from, count);
        return count;
      }
    }

    @Override
    public void close() {}
  }
}
