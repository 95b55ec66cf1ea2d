package clinic.mmt.dispenser.main.bench;

import clinic.mmt.device.LinkState;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.link.Link;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The times that every driver's port keeps: loss, return, rest while it is away, deadlines, and
 * devices that harm no other. The bare path is a plain socket, or a plain wait of a thread.
 */
final class DeviceBench {

  private static final long LOSS_MICROS_MAX = 20_000;
  private static final long RETURN_MICROS_MAX = 300_000;
  private static final long STOP_MICROS_MAX = 100_000;
  private static final long ANSWER_MICROS_MAX = 5_000;
  private static final long STUCK_MICROS_MAX = 5_000_000;
  private static final long CPU_PERMILLE_MAX = 10;
  private static final int LOST_PORTS = 4;
  private static final int FULL_BYTES = 8 << 20;
  private static final int ANSWERS = 10;

  private final int rounds;
  private final int longestSeconds;
  private final int percent;
  private final Consumer<String> tell;

  /**
   * @param rounds losses and STOPs that are measured
   * @param longestSeconds the longest deadline that is measured; it takes that long
   * @param percent the percentile that is held to the limits
   */
  DeviceBench(int rounds, int longestSeconds, int percent, Consumer<String> tell) {
    this.rounds = rounds;
    this.longestSeconds = longestSeconds;
    this.percent = percent;
    this.tell = tell;
  }

  /** All lines: {@code name ours bare ratio limit verdict}. */
  List<String> run() throws IOException, InterruptedException, TimeoutException {
    tell.accept(rounds + " losses of a port …");
    List<String> lines = new ArrayList<>(losses());
    tell.accept("ports that stay away …");
    lines.add(rest());
    tell.accept("deadlines up to " + longestSeconds + " s …");
    lines.addAll(new DeadlineBench(longestSeconds, percent).run());
    tell.accept("devices that stop reading or hang …");
    lines.addAll(neighbours());
    return lines;
  }

  private List<String> losses() throws IOException, InterruptedException, TimeoutException {
    Samples ours = new Samples();
    Samples bare = new Samples();
    Samples back = new Samples();
    try (LinePeer peer = new LinePeer(LinePeer.Kind.ANSWERS);
        LinePeer other = new LinePeer(LinePeer.Kind.ANSWERS);
        LinePort port = new LinePort("bench-loss", peer.link())) {
      port.await(LinkState.UP);
      for (int i = 0; i < rounds; i++) {
        port.ask("A");
        long dropped = peer.drop();
        long down = port.await(LinkState.DOWN);
        ours.add(down - dropped);
        back.add(port.await(LinkState.UP) - down);
        bare.add(bareLoss(other));
      }
    }
    return List.of(
        ours.line("loss-to-fault", bare, percent, LOSS_MICROS_MAX),
        back.line("return-after-loss", new Samples(), percent, RETURN_MICROS_MAX));
  }

  /** A bare socket sees the same end. */
  private static long bareLoss(LinePeer peer) throws IOException, InterruptedException {
    AtomicLong seen = new AtomicLong();
    try (Socket socket = peer.bare()) {
      socket.getOutputStream().write("A\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readNBytes("ok\r\n".length());
      Thread reader =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      socket.getInputStream().read();
                    } catch (IOException reset) {
                      seen.set(0);
                    }
                    seen.set(System.nanoTime());
                  });
      TimeUnit.MILLISECONDS.sleep(2);
      long dropped = peer.drop();
      reader.join();
      return seen.get() - dropped;
    }
  }

  /** CPU of the threads of ports that are away. */
  private String rest() throws IOException, InterruptedException, TimeoutException {
    List<LinePort> ports = new ArrayList<>();
    try {
      LinePeer peer = new LinePeer(LinePeer.Kind.ANSWERS);
      for (int i = 0; i < LOST_PORTS; i++) {
        ports.add(new LinePort("bench-rest-" + i, peer.link()));
        ports.getLast().await(LinkState.UP);
      }
      peer.close();
      for (LinePort port : ports) {
        port.await(LinkState.DOWN);
      }
      long since = System.nanoTime();
      long before = cpuNanos("port-bench-rest-");
      TimeUnit.SECONDS.sleep(Math.min(10, longestSeconds));
      long used = cpuNanos("port-bench-rest-") - before;
      long permille = Math.ceilDiv(1000 * used, System.nanoTime() - since);
      return Samples.line("cpu-of-4-lost-ports-permille", permille, -1, CPU_PERMILLE_MAX);
    } finally {
      ports.forEach(LinePort::close);
    }
  }

  /** What the living threads of this name have used. */
  static long cpuNanos(String name) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (ThreadInfo each : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (each != null && each.getThreadName().startsWith(name)) {
        sum += Math.max(0, threads.getThreadCpuTime(each.getThreadId()));
      }
    }
    return sum;
  }

  private List<String> neighbours() throws IOException, InterruptedException, TimeoutException {
    HungLink hung = new HungLink();
    try (LinePeer healthy = new LinePeer(LinePeer.Kind.ANSWERS);
        LinePeer deaf = new LinePeer(LinePeer.Kind.TAKES_NOTHING);
        LinePort port = new LinePort("bench-healthy", healthy.link())) {
      port.await(LinkState.UP);
      Neighbour alone = neighbour(port);
      List<String> lines = new ArrayList<>(besideDeaf(port, deaf, alone));
      lines.addAll(beside("hung", hung, port, alone));
      return lines;
    } finally {
      hung.release();
    }
  }

  private List<String> besideDeaf(LinePort port, LinePeer deaf, Neighbour alone)
      throws InterruptedException, TimeoutException {
    Link link = deaf.link();
    List<String> lines = new ArrayList<>(beside("deaf", link, port, alone));
    try (LinePort stuck = new LinePort("bench-stuck", link)) {
      stuck.await(LinkState.UP);
      long since = System.nanoTime();
      stuck.askInVain(Octets.of(new byte[FULL_BYTES]));
      long micros = TimeUnit.NANOSECONDS.toMicros(stuck.await(LinkState.DOWN) - since);
      lines.add(Samples.line("takes-nothing-to-fault-us", micros, -1, STUCK_MICROS_MAX));
    }
    return lines;
  }

  private List<String> beside(String what, Link link, LinePort port, Neighbour alone)
      throws InterruptedException, TimeoutException {
    Neighbour beside;
    try (LinePort sick = new LinePort("bench-" + what, link)) {
      sick.await(LinkState.UP);
      sick.askInVain(Octets.of(new byte[FULL_BYTES]));
      beside = neighbour(port);
      if (link instanceof HungLink hung) {
        hung.release();
      }
    }
    return List.of(
        beside.answer().line("answer-beside-" + what, alone.answer(), percent, ANSWER_MICROS_MAX),
        beside.stop().line("stop-beside-" + what, alone.stop(), percent, STOP_MICROS_MAX));
  }

  private record Neighbour(Samples answer, Samples stop) {}

  private Neighbour neighbour(LinePort port) throws InterruptedException, TimeoutException {
    Neighbour neighbour = new Neighbour(new Samples(), new Samples());
    for (int i = 0; i < ANSWERS * rounds; i++) {
      long since = System.nanoTime();
      port.ask("A");
      neighbour.answer().add(System.nanoTime() - since);
    }
    for (int i = 0; i < rounds; i++) {
      CompletableFuture<Long> waiting = port.late(60_000);
      long since = System.nanoTime();
      port.stop();
      neighbour.stop().add(System.nanoTime() - since);
      waiting.cancel(false);
    }
    return neighbour;
  }

  /** Samples of one figure. */
  static final class Samples {

    private final List<Long> nanos = new ArrayList<>();

    void add(long sample) {
      nanos.add(sample);
    }

    long micros(int percent) {
      List<Long> sorted = nanos.stream().sorted().toList();
      int at = Math.min(sorted.size() - 1, sorted.size() * percent / 100);
      return TimeUnit.NANOSECONDS.toMicros(sorted.get(at));
    }

    /** Their line beside bare ones; without samples those are none. */
    String line(String name, Samples bare, int percent, long limit) {
      String full = name + "-p" + percent + "-us";
      return line(full, micros(percent), bare.nanos.isEmpty() ? -1 : bare.micros(percent), limit);
    }

    /** A line; a bare figure below 0 is none. */
    static String line(String name, long ours, long bare, long limit) {
      return String.format(
          Locale.ROOT,
          "%s %d %s %s <=%d %s",
          name,
          ours,
          bare < 0 ? "-" : Long.toString(bare),
          bare <= 0 ? "-" : String.format(Locale.ROOT, "%.2f", (double) ours / bare),
          limit,
          ours <= limit ? "ok" : "over");
    }
  }
}
