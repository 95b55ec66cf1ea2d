package clinic.mmt.sim.rig;

import clinic.mmt.sim.bench.Bench;
import clinic.mmt.sim.bench.BenchFile;
import clinic.mmt.sim.bench.BenchFileException;
import clinic.mmt.sim.bench.Cables;
import clinic.mmt.sim.bench.Speed;
import clinic.mmt.sim.bench.Station;
import clinic.mmt.sim.core.BytePort;
import clinic.mmt.sim.core.Frame;
import clinic.mmt.sim.core.Hex;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A bench on lines in memory whose time is ticked by hand; the host's side of every test. */
public final class Rig implements Cables {

  /** One device of each model at station s1. */
  public static final String ONE_STATION =
      """
      devices:
        - {name: pump-1, model: new-era, station: s1}
        - {name: scale-1, model: mt-sics, station: s1}
        - {name: finger-1, model: zfm-20, station: s1}
        - {name: card-1, model: rdm6300, station: s1}
        - {name: scan-1, model: qr-cdc, station: s1}
      """;

  private static final long TICK_NANOS = 2_000_000;
  private static final long TICKS_PER_SECOND = 500;

  private final Map<String, MemoryPort> ports = new HashMap<>();
  private final Bench bench;

  /** The device's end of a line in memory. */
  private static final class MemoryPort implements BytePort {
    private final ByteArrayOutputStream toDevice = new ByteArrayOutputStream();
    private final ByteArrayOutputStream toHost = new ByteArrayOutputStream();

    @Override
    public byte[] read() {
      byte[] all = toDevice.toByteArray();
      toDevice.reset();
      return all;
    }

    @Override
    public void write(byte[] bytes) {
      toHost.writeBytes(bytes);
    }

    @Override
    public void close() {}
  }

  /** A rig for this bench file. */
  public Rig(String yaml, long seed) {
    try {
      bench = new Bench(BenchFile.read("bench.yaml", yaml), this, seed, Speed.REAL);
    } catch (BenchFileException e) {
      throw new IllegalArgumentException(e);
    }
    bench.plugAll();
  }

  /** A rig with one device of each model. */
  public static Rig oneStation() {
    return new Rig(ONE_STATION, 1);
  }

  /** What is on it. */
  public Bench bench() {
    return bench;
  }

  @Override
  public BytePort plug(String device) {
    MemoryPort port = new MemoryPort();
    ports.put(device, port);
    return port;
  }

  @Override
  public void unplug(String device) {
    ports.remove(device);
  }

  @Override
  public String path(String device) {
    return "memory/" + device;
  }

  /** Lets real time pass. */
  public void tick(double seconds) {
    long ticks = Math.round(seconds * TICKS_PER_SECOND);
    for (long i = 0; i < ticks; i++) {
      tickOnce();
    }
  }

  private void tickOnce() {
    for (Station station : bench.stations()) {
      station.tick(TICK_NANOS);
    }
  }

  /** Sends without waiting; the device hears it at the next tick. */
  public void send(String device, byte... bytes) {
    MemoryPort port = ports.get(device);
    if (port != null) {
      port.toDevice.writeBytes(bytes);
    }
  }

  /** What has come from the device since the last look. */
  public byte[] take(String device) {
    MemoryPort port = ports.get(device);
    if (port == null) {
      return new byte[0];
    }
    byte[] all = port.toHost.toByteArray();
    port.toHost.reset();
    return all;
  }

  /** Sends and waits for the first bytes that come, at most so long. */
  public byte[] ask(String device, double secondsMax, byte... bytes) {
    send(device, bytes);
    long ticks = Math.round(secondsMax * TICKS_PER_SECOND);
    for (long i = 0; i < ticks; i++) {
      tickOnce();
      byte[] answer = take(device);
      if (answer.length > 0) {
        return answer;
      }
    }
    return new byte[0];
  }

  /** Sends text to a pump in Basic mode; STX and ETX of the answer are cut off. */
  public String pump(String command) {
    byte[] answer = ask("pump-1", 0.1, (command + "\r").getBytes(StandardCharsets.US_ASCII));
    return new String(answer, StandardCharsets.US_ASCII).replaceAll("[\\x02\\x03]", "");
  }

  /** Sends a line to the scale; waits for the answer without CR LF. */
  public String scale(String command, double secondsMax) {
    byte[] answer =
        ask("scale-1", secondsMax, (command + "\r\n").getBytes(StandardCharsets.US_ASCII));
    return new String(answer, StandardCharsets.US_ASCII).strip();
  }

  /** Sends hex to the fingerprint module; the answer in hex. */
  public String finger(String hex) {
    return Hex.spaced(ask("finger-1", 1, Hex.parse(hex)));
  }

  /** Meaning of the last frame in this direction. */
  public String lastMeaning(String device, Frame.Direction direction) {
    return bench.frames(device).stream()
        .filter(frame -> frame.direction() == direction)
        .reduce((first, second) -> second)
        .map(Frame::meaning)
        .orElse("");
  }
}
