package clinic.mmt.device.exchange;

import static clinic.mmt.device.Reply.fault;
import static clinic.mmt.device.Reply.value;
import static java.nio.charset.StandardCharsets.US_ASCII;
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
import clinic.mmt.device.frame.Scan;
import clinic.mmt.device.link.MemoryLink;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** What the exchange keeps for every driver, with a protocol of plain lines. */
@Timeout(60)
class PortTest {

  /** A line of text. */
  private record Text(String meaning) implements Message {}

  private static final Protocol<Text> LINES =
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

  private final MemoryLink link = new MemoryLink();
  private final Reply<Text> unsolicited = new Reply<>();
  private final Port<Text> port =
      new Port<>(
          "test",
          link,
          LINES,
          PortSettings.USUAL,
          new PortEvents<>() {
            @Override
            public void unsolicited(Text message) {
              unsolicited.accept(message);
            }

            @Override
            public void down() {}
          });
  private final Logger logger = (Logger) LoggerFactory.getLogger(Port.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(log);
  }

  @AfterEach
  void close() {
    port.close();
    logger.detachAppender(log);
    logger.setLevel(null);
  }

  @Test
  void anUrgentQuestionIsWrittenInTimeThoughTheDeviceNeverStopsTalking()
      throws InterruptedException {
    port.start();
    Reply<Answer<String>> query = new Reply<>();
    port.submit("A", line -> line.ask(request("A", 60_000)), query);
    hears("A");
    Thread babble = Thread.ofPlatform().daemon().start(this::babble);

    Reply<Answer<String>> stop = new Reply<>();
    long since = System.nanoTime();
    port.submitUrgent("STOP", line -> line.ask(request("STOP", 5_000)), stop);
    hears("STOP");
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);

    assertTrue(millis <= 100, "took " + millis + " ms");
    assertEquals(new Fault.CancelledByStop("A"), fault(query));
    babble.interrupt();
    babble.join();
  }

  private void babble() {
    while (!Thread.currentThread().isInterrupted()) {
      say("babble");
      Thread.onSpinWait();
    }
  }

  @Test
  void whatIsSaidUnaskedGoesToTheDriver() throws InterruptedException {
    port.start();
    ask("A", "ok A");
    say("event");

    assertEquals(new Text("event"), unsolicited.get());
  }

  @Test
  void whatWasSaidBeforeAQuestionIsNoAnswerToIt() throws InterruptedException {
    port.start();
    ask("A", "ok A");
    Reply<Answer<String>> reply = new Reply<>();
    Reply<Answer<String>> blocker = new Reply<>();
    port.submit("wait", line -> waitFor(line), blocker);
    port.submit("A", line -> line.ask(request("A", 1_000)), reply);
    say("ok stale");
    value(blocker);
    hears("A");
    say("ok fresh");

    assertEquals("ok fresh", value(reply));
  }

  private static String waitFor(Line<Text> line) throws FaultException {
    line.pause(100);
    return "waited";
  }

  @Test
  void theRingKeepsTheLastHundredAndTwentyEightFrames() throws InterruptedException {
    port.start();
    for (int i = 0; i < 100; i++) {
      ask("A" + i, "ok " + i);
    }
    assertEquals(FrameRing.FRAMES_MAX, port.frames().size());
    assertEquals("ok 99", port.frames().getLast().meaning());
  }

  @Test
  void aPortThatCantBeOpenedIsLoggedOnceAndAnswersAtOnce() throws InterruptedException {
    link.refuse(true);
    port.start();
    Reply<Answer<String>> reply = new Reply<>();
    port.submit("A", line -> line.ask(request("A", 60_000)), reply);
    assertInstanceOf(Fault.PortLost.class, fault(reply));
    assertTrue(new Reply<>().staysEmpty(800), "several attempts pass");
    Reply<LinkState> states = new Reply<>();
    port.onLink(states);
    assertEquals(LinkState.DOWN, states.get());
    link.refuse(false);
    assertEquals(LinkState.UP, states.get());

    port.close();
    assertEquals(1, log.list.stream().filter(e -> e.getLevel() == Level.WARN).count());
    assertEquals(1, log.list.stream().filter(e -> e.getLevel() == Level.INFO).count());
  }

  @Test
  void aBugInAnOperationEndsThatOperationOnly() throws InterruptedException {
    port.start();
    Reply<Answer<String>> reply = new Reply<>();
    port.submit("A", PortTest::bug, reply);
    assertInstanceOf(Fault.BadFrame.class, fault(reply));

    ask("B", "ok B");
  }

  private static String bug(Line<Text> line) {
    throw new IllegalStateException("a bug, on purpose, on " + line.isInterrupted());
  }

  @Test
  void tooMuchWorkIsRefusedAndNotKept() throws InterruptedException {
    port.start();
    Reply<Answer<String>> first = new Reply<>();
    port.submit("A", line -> line.ask(request("A", 60_000)), first);
    hears("A");
    for (int i = 0; i < Inbox.JOBS_MAX; i++) {
      port.submit("B", line -> line.ask(request("B", 1)), ignored -> {});
    }
    Reply<Answer<String>> last = new Reply<>();
    port.submit("C", line -> line.ask(request("C", 1)), last);

    assertInstanceOf(Fault.PortLost.class, fault(last));
  }

  private void ask(String question, String answer) throws InterruptedException {
    Reply<Answer<String>> reply = new Reply<>();
    port.submit(question, line -> line.ask(request(question, 5_000)), reply);
    hears(question);
    say(answer);
    assertEquals(answer, value(reply));
  }

  private static Request<Text, String> request(String question, long millisMax) {
    return new Request<>(
        new Request.Outgoing(question, LineFraming.line(question), false),
        new Request.Timing(millisMax, 1),
        text -> Optional.of(text.meaning()).filter(t -> t.startsWith("ok")));
  }

  private void hears(String question) throws InterruptedException {
    String expected = LineFraming.line(question).text();
    assertEquals(expected, new String(link.written(expected.length(), 5_000), US_ASCII));
  }

  private void say(String line) {
    link.say(LineFraming.line(line).toArray());
  }
}
