package clinic.mmt.dispenser.mqtt;

import clinic.mmt.dispenser.app.Clock;
import clinic.mmt.dispenser.app.counter.Snapshot;
import clinic.mmt.dispenser.app.events.SentEvents;
import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.Position;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the journal's facts in order from the position last acknowledged, the latest states
 * retained, and the clinic's status with a last will. One thread of its own; everybody else only
 * leaves a note and goes on. A broker that is not there is normal (H75): the thread tries again,
 * with a fresh client each time.
 */
public final class Publisher implements AutoCloseable {

  private static final int PAGE = 100;
  private static final long LOOK_MILLIS = 1000;
  private static final long STALL_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long STATUS_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long PAUSE_MILLIS_LEAST = 500;
  private static final long PAUSE_MILLIS_MOST = 10_000;
  private static final long CLOSE_MILLIS = 3000;
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  private final BrokerSettings settings;
  private final Topics topics;
  private final Journal journal;
  private final Position position;
  private final Clock clock;
  private final States states;
  private final Replay replay;
  private Optional<SentEvents> shown = Optional.empty();
  private final Thread thread = new Thread(this::run, "mqtt");
  private final Object note = new Object();
  private boolean noted;
  private volatile boolean closed;

  /** Told on: whether there was a broker when last looked, so that each change is logged once. */
  private boolean connectedBefore = true;

  /** Of one clinic's journal; nothing happens before {@link #start}. */
  public Publisher(
      BrokerSettings settings, Topics topics, Journal journal, Position position, Clock clock) {
    this.settings = settings;
    this.topics = topics;
    this.journal = journal;
    this.position = position;
    this.clock = clock;
    this.states = new States(topics);
    this.replay = new Replay(topics, journal);
  }

  /** Notes what is sent from now on, to be looked at; before {@link #start}. */
  public void show(SentEvents sent) {
    shown = Optional.of(sent);
  }

  /** Hands a message over, and notes it. */
  private boolean publish(MqttLink link, Outgoing out, Runnable acknowledged) {
    boolean handedOver = link.publish(out, acknowledged);
    if (handedOver && shown.isPresent()) {
      String payload = new String(out.payload().toArray(), StandardCharsets.UTF_8);
      shown.get().add(clock.instant(), out.topic(), payload);
    }
    return handedOver;
  }

  /** Begins, and listens to the journal. */
  public void start() {
    journal.onAppended(head -> wake());
    thread.setDaemon(true);
    thread.start();
  }

  /** A counter changed. Returns at once. */
  public void accept(Snapshot snapshot) {
    states.take(snapshot);
    wake();
  }

  /** A checkpoint was signed and is durable. Returns at once. */
  public void accept(Checkpoint checkpoint) {
    states.take(checkpoint);
    wake();
  }

  private void wake() {
    synchronized (note) {
      noted = true;
      note.notifyAll();
    }
  }

  /** Waits for a note, at most so long. */
  private void rest(long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    synchronized (note) {
      try {
        for (long left = millis; !noted && !closed && left > 0; ) {
          note.wait(left);
          left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
      } catch (InterruptedException e) {
        closed = true;
      }
      noted = false;
    }
  }

  private void run() {
    long pause = PAUSE_MILLIS_LEAST;
    while (!closed) {
      Optional<MqttLink> link = MqttLink.connect(settings, who());
      told(link.isPresent());
      if (link.isEmpty()) {
        restWithoutBroker(ThreadLocalRandom.current().nextLong(pause / 2, pause));
        pause = Math.min(PAUSE_MILLIS_MOST, pause * 2);
        continue;
      }
      pause = PAUSE_MILLIS_LEAST;
      serveAndClose(link.get());
    }
  }

  /** Notes of the journal are no reason to try earlier. */
  private void restWithoutBroker(long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (!closed && System.nanoTime() - end < 0) {
      rest(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
    }
  }

  private void told(boolean connected) {
    if (connected != connectedBefore) {
      LOG.info(connected ? "broker {} is there" : "no broker at {}; dosing goes on", settings);
      connectedBefore = connected;
    }
  }

  private MqttLink.Who who() {
    return new MqttLink.Who(
        "mmt-" + topics.clinic(),
        Optional.of(status("offline")),
        arrived -> {
          if (replay.take(arrived)) {
            wake();
          }
        },
        this::wake);
  }

  private void serveAndClose(MqttLink link) {
    try (link) {
      serve(link);
      if (closed && !link.lost()) {
        publish(link, status("offline"), () -> {});
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSE_MILLIS / 3);
        while (link.pending() > 0 && !link.lost() && System.nanoTime() - end < 0) {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
      }
    } catch (RuntimeException e) {
      LOG.error("publishing failed; it begins again with a fresh connection", e);
    }
  }

  private void serve(MqttLink link) {
    if (!link.subscribe(topics.replayRequests())) {
      return;
    }
    states.all();
    publish(link, status("online"), () -> {});
    long from = Math.min(position.get(), journal.head());
    Acknowledged acknowledged = new Acknowledged(from);
    Progress progress = new Progress(from);
    while (!closed && !link.lost()) {
      boolean busy = publishStates(link);
      busy |= replay.answerOne(link, clock.instant());
      busy |= drain(link, acknowledged, progress);
      progress.look(link, acknowledged);
      if (!busy) {
        rest(LOOK_MILLIS);
      }
    }
    keep(acknowledged.position());
  }

  private boolean publishStates(MqttLink link) {
    boolean any = false;
    for (Optional<Outgoing> one = states.next(clock.instant());
        one.isPresent() && publish(link, one.get(), () -> {});
        one = states.next(clock.instant())) {
      any = true;
    }
    return any;
  }

  /** The next page of facts; only entries that the journal has said are durable. */
  private boolean drain(MqttLink link, Acknowledged acknowledged, Progress progress) {
    long head = journal.head();
    if (progress.sent >= head) {
      return false;
    }
    List<Entry> page =
        journal.entries(progress.sent + 1, (int) Math.min(PAGE, head - progress.sent));
    for (Entry entry : page) {
      long sequence = entry.sequence();
      Outgoing fact =
          Outgoing.event(topics.fact(entry.kind()), CloudEvents.fact(topics.clinic(), entry));
      acknowledged.handedOver(sequence);
      if (!publish(link, fact, () -> acknowledged.acknowledged(sequence))) {
        return true;
      }
      progress.sent = sequence;
    }
    return !page.isEmpty();
  }

  private void keep(long acknowledgedUpTo) {
    if (acknowledgedUpTo != position.get()) {
      position.set(acknowledgedUpTo);
    }
  }

  private Outgoing status(String word) {
    Instant now = clock.instant();
    long head = journal.head();
    ObjectNode data = CloudEvents.object().put("status", word).put("head", head);
    if (head > 0 && word.equals("online")) {
      journal.entries(head, 1).forEach(entry -> data.put("hash", entry.hash().toHex()));
    }
    return Outgoing.retained(
        topics.status(),
        CloudEvents.bytes(
            CloudEvents.event(topics.clinic(), CloudEvents.STATUS, word + "@" + now, now, data)));
  }

  /** How far one connection has come, and whether it still does. */
  private final class Progress {

    private long sent;
    private long statusOf;
    private long moved = System.nanoTime();
    private long kept = System.nanoTime();
    private long seen;

    private Progress(long sent) {
      this.sent = sent;
      this.seen = sent;
      this.statusOf = journal.head();
    }

    /** Keeps the position now and then, and the status when the journal has grown. */
    private void look(MqttLink link, Acknowledged acknowledged) {
      long now = System.nanoTime();
      long position = acknowledged.position();
      if (position != seen || link.pending() == 0) {
        seen = position;
        moved = now;
      } else if (now - moved > STALL_NANOS) {
        LOG.warn("the broker acknowledges nothing; a fresh connection is made");
        link.giveUp();
      }
      if (now - kept > STATUS_NANOS) {
        kept = now;
        keep(position);
        if (journal.head() != statusOf && sent == journal.head()) {
          statusOf = sent;
          publish(link, status("online"), () -> {});
        }
      }
    }
  }

  /** Says goodbye to the broker and ends, in at most three seconds. */
  @Override
  public void close() {
    closed = true;
    wake();
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
