package clinic.mmt.device.exchange;

import clinic.mmt.device.Fault;
import clinic.mmt.device.LinkState;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.link.Connection;
import clinic.mmt.device.link.Link;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that owns a port: opens it, runs operations, keeps it alive, opens it again. */
final class Owner<M extends Message> implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Port.class);
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final String name;
  private final Link link;
  private final Line.Parts<M> parts;
  private final Inbox<M> inbox;
  private final PortEvents<M> events;
  private final LinkWatch watch;

  private Optional<KeepAlive<M>> keepAlive = Optional.empty();
  private boolean toldLost;
  private boolean closed;

  private record KeepAlive<M extends Message>(long quietNanos, Operation<M, ?> operation) {}

  Owner(String name, Link link, Line.Parts<M> parts, PortEvents<M> events, LinkWatch watch) {
    this.name = name;
    this.link = link;
    this.parts = parts;
    this.inbox = parts.inbox();
    this.events = events;
    this.watch = watch;
  }

  void keepAlive(long quietMillis, Operation<M, ?> operation) {
    keepAlive = Optional.of(new KeepAlive<>(TimeUnit.MILLISECONDS.toNanos(quietMillis), operation));
  }

  void endKeepAlive() {
    keepAlive = Optional.empty();
  }

  @Override
  public void run() {
    String cause = "never opened";
    long waitMillis = parts.settings().reopenMillisFirst();
    while (!closed) {
      try {
        Connection connection = link.open();
        waitMillis = parts.settings().reopenMillisFirst();
        cause = serve(connection);
      } catch (IOException e) {
        cause = String.valueOf(e.getMessage());
      } catch (RuntimeException e) {
        LOG.error("{}: bug in the port's owner", name, e);
        cause = "driver bug: " + e;
      }
      tellLost(cause);
      refuseFor(waitMillis, cause);
      waitMillis = Math.min(2 * waitMillis, parts.settings().reopenMillisMax());
    }
    inbox.takeAll().forEach(job -> job.refuse(new Fault.PortLost(job.command(), "closed")));
  }

  /** Runs operations on an open port; gives the reason why that ended. */
  private String serve(Connection connection) {
    inbox.forgetLine();
    Reader reader = new Reader(name, connection, inbox);
    reader.start();
    parts.diary().counters().opened.incrementAndGet();
    Line<M> line = new Line<>(connection, parts, events::unsolicited);
    try {
      events.up();
      tellBack();
      while (!closed && line.loss().isEmpty()) {
        step(line);
      }
    } finally {
      keepAlive = Optional.empty();
      tellDown();
      reader.end();
      connection.close();
    }
    return line.loss().orElse("closed");
  }

  /**
   * Before anything is cleaned up: a reader that waits for bytes, or native code that does not come
   * back, must not keep the loss from whoever pours.
   */
  private void tellDown() {
    try {
      events.down();
    } catch (RuntimeException e) {
      LOG.error("{}: bug in what hears of the loss", name, e);
    }
    watch.change(LinkState.DOWN);
  }

  private void step(Line<M> line) {
    switch (inbox.next(keepAliveDue(line))) {
      case Inbox.Wake.Urgent<M>(Job<M, ?> stop) -> {
        answerCancelled();
        line.useUrgentLane(true);
        stop.run(line);
        line.useUrgentLane(false);
        inbox.finished();
      }
      case Inbox.Wake.Work<M>(Job<M, ?> job) -> {
        job.run(line);
        inbox.finished();
      }
      case Inbox.Wake.Bytes<M>(Octets chunk) -> line.heardBetweenOperations(chunk);
      case Inbox.Wake.Lost<M>(String cause) -> line.lose(cause);
      case Inbox.Wake.Closed<M>() -> closed = true;
      case Inbox.Wake.Quiet<M>() -> runKeepAlive(line);
      case Inbox.Wake.Interrupted<M>() -> answerCancelled();
    }
    answerCancelled();
  }

  private long keepAliveDue(Line<M> line) {
    return keepAlive
        .map(k -> line.lastWriteNanos() + k.quietNanos())
        .orElseGet(() -> System.nanoTime() + IDLE_NANOS);
  }

  /** Its fault needs no answer: nobody asked, and the next question will meet the same. */
  private void runKeepAlive(Line<M> line) {
    if (keepAlive.isPresent() && keepAliveDue(line) - System.nanoTime() <= 0) {
      new Job<M, Object>("keep alive", keepAlive.get().operation()::run, ignored -> {}).run(line);
      inbox.finished();
    }
  }

  private void answerCancelled() {
    inbox.takeCancelled().forEach(job -> job.refuse(new Fault.CancelledByStop(job.command())));
  }

  /** While the port is away, every operation is answered at once. */
  private void refuseFor(long millis, String cause) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (!closed && deadline - System.nanoTime() > 0) {
      switch (inbox.next(deadline)) {
        case Inbox.Wake.Urgent<M>(Job<M, ?> job) -> refuse(job, cause);
        case Inbox.Wake.Work<M>(Job<M, ?> job) -> refuse(job, cause);
        case Inbox.Wake.Closed<M>() -> closed = true;
        case Inbox.Wake.Lost<M> lost -> inbox.forgetLine();
        case Inbox.Wake.Bytes<M> stale -> inbox.forgetLine();
        case Inbox.Wake.Quiet<M>() -> answerCancelled();
        case Inbox.Wake.Interrupted<M>() -> answerCancelled();
      }
    }
  }

  private void refuse(Job<M, ?> job, String cause) {
    answerCancelled();
    job.refuse(new Fault.PortLost(job.command(), cause));
    inbox.finished();
  }

  private void tellLost(String cause) {
    if (!toldLost && !closed) {
      LOG.warn("{}: lost at {}: {}", name, link.describe(), cause);
      toldLost = true;
    }
  }

  private void tellBack() {
    LOG.info("{}: up at {}", name, link.describe());
    toldLost = false;
    watch.change(LinkState.UP);
  }
}
