package clinic.mmt.dispenser.main.bench;

import clinic.mmt.device.Answer;
import clinic.mmt.device.Fault;
import clinic.mmt.device.LinkState;
import clinic.mmt.device.exchange.FaultException;
import clinic.mmt.device.exchange.Line;
import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Port;
import clinic.mmt.device.exchange.PortEvents;
import clinic.mmt.device.exchange.PortSettings;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.exchange.Request;
import clinic.mmt.device.exchange.WriteMark;
import clinic.mmt.device.frame.LineFraming;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.Scan;
import clinic.mmt.device.link.Link;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A port of every driver with plain lines on it, and the moments at which it went up and down. */
final class LinePort implements AutoCloseable {

  /** What no peer answers. */
  static final String UNANSWERED = "wait";

  private static final long WAIT_SECONDS_MAX = 30;

  private final LinkedBlockingQueue<Change> changes = new LinkedBlockingQueue<>();
  private final Port<Text> port;

  private record Text(String meaning) implements Message {}

  /** The line at one moment. */
  record Change(LinkState state, long atNanos) {}

  LinePort(String name, Link link) {
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
    this.port = new Port<>(name, link, lines, PortSettings.USUAL, events);
    port.onLink(state -> changes.add(new Change(state, System.nanoTime())));
    port.start();
  }

  /** When the line next came to {@code state}. */
  long await(LinkState state) throws InterruptedException, TimeoutException {
    while (true) {
      Change change = changes.poll(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
      if (change == null) {
        throw new TimeoutException(port.name() + " never was " + state);
      }
      if (change.state() == state) {
        return change.atNanos();
      }
    }
  }

  /** Asks and waits for the answer. */
  void ask(String question) throws InterruptedException, TimeoutException {
    CompletableFuture<Answer<String>> answer = new CompletableFuture<>();
    port.submit(question, line -> line.ask(request(question, 5_000)), answer::complete);
    taken(answer);
  }

  /** Asks something that nobody answers, and waits for nothing. */
  void askInVain(Octets bytes) {
    Request.Outgoing frame = new Request.Outgoing("in vain", bytes, false);
    port.submit(
        "in vain",
        line ->
            line.ask(
                new Request<>(frame, new Request.Timing(60_000, 1), text -> Optional.of(text))),
        ignored -> {});
  }

  /** STOP by the urgent lane, until its answer. */
  void stop() throws InterruptedException, TimeoutException {
    CompletableFuture<Answer<String>> answer = new CompletableFuture<>();
    port.submitUrgent("STOP", line -> line.ask(request("STOP", 5_000)), answer::complete);
    taken(answer);
  }

  private void taken(CompletableFuture<Answer<String>> answer)
      throws InterruptedException, TimeoutException {
    try {
      Answer<String> given = answer.get(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
      if (given instanceof Answer.Failed<String>(Fault fault)) {
        throw new TimeoutException(port.name() + ": " + fault);
      }
    } catch (ExecutionException never) {
      throw new IllegalStateException(never);
    }
  }

  /** How much later than {@code millis} a wait of that length for an answer ended. */
  CompletableFuture<Long> late(long millis) {
    CompletableFuture<Long> late = new CompletableFuture<>();
    port.submit(
        UNANSWERED,
        line -> waited(line, millis),
        answer -> {
          if (answer instanceof Answer.Ok<Long>(Long nanos)) {
            late.complete(nanos);
          } else {
            late.completeExceptionally(new IllegalStateException(answer.toString()));
          }
        });
    return late;
  }

  private static long waited(Line<Text> line, long millis) throws FaultException {
    Request<Text, String> request = request(UNANSWERED, millis);
    line.send(request.frame(), new WriteMark());
    long since = System.nanoTime();
    try {
      line.listen(request);
    } catch (FaultException e) {
      if (e.fault() instanceof Fault.NoAnswer) {
        return System.nanoTime() - since - TimeUnit.MILLISECONDS.toNanos(millis);
      }
      throw e;
    }
    throw new IllegalStateException("somebody answered");
  }

  private static Request<Text, String> request(String question, long millisMax) {
    return new Request<>(
        new Request.Outgoing(question, LineFraming.line(question), false),
        new Request.Timing(millisMax, 1),
        text -> Optional.of(text.meaning()));
  }

  @Override
  public void close() {
    port.close();
  }
}
