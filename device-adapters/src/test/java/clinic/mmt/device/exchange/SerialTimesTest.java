package clinic.mmt.device.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import clinic.mmt.device.Answer;
import clinic.mmt.device.Fault;
import clinic.mmt.device.LinkState;
import clinic.mmt.device.Reply;
import clinic.mmt.device.frame.LineFraming;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.Scan;
import clinic.mmt.device.link.LineSettings;
import clinic.mmt.device.link.serial.SerialLink;
import clinic.mmt.sim.pty.PseudoTerminal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * A real serial port that is lost and comes back (H41): how soon it is told, what it costs, what is
 * logged. CI judges the middle of a few losses; {@code -Dport.losses=200} prints the percentiles
 * for docs/performance.md.
 */
@Timeout(300)
class SerialTimesTest {

  private static final int LOSSES = Integer.getInteger("port.losses", 4);
  private static final String NAME = "times";

  @TempDir private Path folder;

  private final LinkedBlockingQueue<Change> changes = new LinkedBlockingQueue<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(Port.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  private record Text(String meaning) implements Message {}

  private record Change(LinkState state, long atNanos) {}

  @BeforeEach
  void listen() {
    log.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(log);
  }

  @AfterEach
  void forget() {
    logger.detachAppender(log);
    logger.setLevel(null);
  }

  @Test
  void aPortThatIsPulledIsToldInTimeRestsAndComesBackWithOneLineForEach() throws Exception {
    List<Long> lost = new ArrayList<>();
    List<Long> back = new ArrayList<>();
    PseudoTerminal terminal = plug();
    long permille;
    try (Port<Text> port = port()) {
      await(LinkState.UP);
      for (int i = 0; i < LOSSES; i++) {
        assertTrue(changes.isEmpty(), "control: a plugged port stays");
        Files.delete(path());
        long since = System.nanoTime();
        terminal.close();
        lost.add(await(LinkState.DOWN) - since);
        terminal = plug();
        long plugged = System.nanoTime();
        back.add(await(LinkState.UP) - plugged);
      }
      Files.delete(path());
      terminal.close();
      await(LinkState.DOWN);
      permille = cpuPermille();
      assertEquals(NAME, port.name());
    }
    System.out.printf(
        Locale.ROOT,
        "serial: lost p50 %d us p99 %d us, back p99 %d us, cpu %d permille%n",
        micros(lost, 50),
        micros(lost, 99),
        micros(back, 99),
        permille);
    assertTrue(micros(lost, 50) <= 20_000, "told after " + lost);
    assertTrue(micros(back, 50) <= 500_000, "back after " + back);
    assertTrue(permille <= 10, "uses " + permille + " permille");
    assertEquals(LOSSES + 1, logged(Level.WARN));
    assertEquals(LOSSES + 1, logged(Level.INFO));
  }

  /** Native code must not be entered with more than the far end takes: it would not come back. */
  @Test
  void aDeviceThatStopsReadingIsAFaultAndNoHang() throws Exception {
    PseudoTerminal terminal = plug();
    try (Port<Text> port = port()) {
      await(LinkState.UP);
      Reply<Answer<Text>> reply = new Reply<>();
      Request.Outgoing frame =
          new Request.Outgoing("flood", Octets.of(new byte[256 * 1024]), false);
      long since = System.nanoTime();
      port.submit(
          "flood",
          line -> line.ask(new Request<>(frame, new Request.Timing(100, 1), Optional::of)),
          reply);
      assertInstanceOf(Fault.PortLost.class, Reply.fault(reply));
      assertTrue(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since) < 4_000);
    } finally {
      terminal.close();
    }
  }

  private Path path() {
    return folder.resolve("port");
  }

  private PseudoTerminal plug() throws IOException {
    PseudoTerminal terminal = PseudoTerminal.open();
    Files.createSymbolicLink(path(), terminal.slavePath());
    return terminal;
  }

  private Port<Text> port() {
    Protocol<Text> lines =
        new Protocol<>() {
          @Override
          public Scan.Open idle() {
            return LineFraming.idle();
          }

          @Override
          public Optional<Text> decode(Scan.Frame frame) {
            return Optional.of(new Text(frame.content().text()));
          }
        };
    PortEvents<Text> events =
        new PortEvents<>() {
          @Override
          public void unsolicited(Text message) {}

          @Override
          public void down() {}
        };
    SerialLink link = new SerialLink(path().toString(), LineSettings.of8N1(9600));
    Port<Text> port = new Port<>(NAME, link, lines, PortSettings.USUAL, events);
    port.start();
    port.onLink(state -> changes.add(new Change(state, System.nanoTime())));
    return port;
  }

  private long await(LinkState state) throws InterruptedException {
    while (true) {
      Change change = changes.poll(30, TimeUnit.SECONDS);
      if (change == null) {
        throw new AssertionError("never " + state);
      }
      if (change.state() == state) {
        return change.atNanos();
      }
    }
  }

  /** Of the port's threads, for a second or so of being away. */
  private long cpuPermille() throws InterruptedException {
    long since = System.nanoTime();
    long before = cpuNanos();
    assertTrue(
        changes.poll(LOSSES > 100 ? 10_000 : 1_000, TimeUnit.MILLISECONDS) == null, "stays away");
    return Math.ceilDiv(1000 * (cpuNanos() - before), System.nanoTime() - since);
  }

  private static long cpuNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (ThreadInfo each : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (each != null && each.getThreadName().startsWith("port-" + NAME)) {
        sum += Math.max(0, threads.getThreadCpuTime(each.getThreadId()));
      }
    }
    assertTrue(sum > 0, "control: the port's threads are seen");
    return sum;
  }

  private static long micros(List<Long> nanos, int percent) {
    List<Long> sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    int at = Math.min(sorted.size() - 1, sorted.size() * percent / 100);
    return TimeUnit.NANOSECONDS.toMicros(sorted.get(at));
  }

  private long logged(Level level) {
    return log.list.stream().filter(e -> e.getLevel() == level).count();
  }
}
