package clinic.mmt.dispenser.mqtt;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Chain;
import clinic.mmt.dispenser.app.journal.PublicEntry;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A consumer that keeps its position and checks the chain. It trusts neither the broker's memory
 * nor its order: what it has is dropped (H77), what it lacks is asked for (H76), and every entry
 * must follow the one before. Runs on the caller's thread.
 */
public final class Follower {

  private static final int QUEUE_MAX = 10_000;
  private static final long LOOK_MILLIS = 200;
  private static final long ASK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** How long silence lasts before it asks: what was lost at the end shows itself in no gap. */
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final long PAUSE_MILLIS = 500;

  private final BrokerSettings settings;
  private final Topics topics;
  private final String consumer;
  private final Sink sink;
  private final BlockingQueue<Arrived> queue = new ArrayBlockingQueue<>(QUEUE_MAX);

  /** The entry before the first one wanted is only the anchor of the chain. */
  private final long wantedFrom;

  private Chain chain;
  private boolean anchored;
  private long asked;
  private boolean asking;
  private volatile boolean closed;

  /** Takes what comes. */
  public interface Sink {
    /** The next entry, checked; false to end. */
    boolean entry(PublicEntry entry);

    /** Why an entry does not follow; nothing comes after it. */
    void fault(long sequence, String why);

    /** Whether the broker is there just now. */
    default void connected(boolean is) {}
  }

  /**
   * Of one clinic.
   *
   * @param consumer a word of its own for the topic of replayed entries: letters, digits, - and _
   * @param from first sequence wanted, from 1
   */
  public Follower(BrokerSettings settings, Topics topics, String consumer, long from, Sink sink) {
    this.settings = settings;
    this.topics = topics;
    this.consumer = consumer;
    this.sink = sink;
    this.wantedFrom = from;
    this.anchored = from == 1;
    this.chain = from == 1 ? Chain.GENESIS : new Chain(from - 2, Chain.GENESIS.hash());
  }

  /** Follows until the sink has enough, an entry does not follow, or {@link #close}. */
  public void run() throws InterruptedException {
    boolean more = true;
    while (more && !closed) {
      Optional<MqttLink> link =
          MqttLink.connect(
              settings,
              new MqttLink.Who("mmt-follow-" + consumer, Optional.empty(), queue::offer, () -> {}));
      sink.connected(link.isPresent());
      if (link.isEmpty()) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        continue;
      }
      try (MqttLink open = link.get()) {
        more = follow(open);
      }
    }
  }

  /** Ends soon. */
  public void close() {
    closed = true;
  }

  private boolean follow(MqttLink link) throws InterruptedException {
    queue.clear();
    if (!link.subscribe(topics.replayAnswers(consumer)) || !link.subscribe(topics.facts())) {
      return true;
    }
    ask(link);
    while (!closed && !link.lost()) {
      Arrived arrived = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      if (arrived != null && !take(link, arrived)) {
        return false;
      }
      if (System.nanoTime() - asked > (asking ? ASK_AGAIN_NANOS : IDLE_NANOS)) {
        ask(link);
      }
    }
    return true;
  }

  private void ask(MqttLink link) {
    asking = true;
    asked = System.nanoTime();
    ObjectNode request = CloudEvents.object().put("from", chain.sequence() + 1);
    link.publish(
        new Outgoing(
            topics.replayRequests(),
            Bytes.of(CloudEvents.bytes(request)),
            false,
            Optional.of(topics.replayAnswers(consumer)),
            Optional.of(Bytes.of(consumer.getBytes(StandardCharsets.UTF_8)))),
        () -> {});
  }

  /** False when nothing more is wanted. */
  private boolean take(MqttLink link, Arrived arrived) {
    Optional<ObjectNode> event = CloudEvents.read(arrived.payload().toArray());
    if (event.isEmpty()) {
      return true;
    }
    if (event.get().path("type").asText().equals(CloudEvents.REPLAY_ENDED)) {
      ended(link, event.get());
      return true;
    }
    Optional<PublicEntry> entry = CloudEvents.entry(event.get());
    return entry.isEmpty() || take(link, entry.get());
  }

  private void ended(MqttLink link, ObjectNode event) {
    asking = false;
    if (event.path("data").path("head").asLong() > chain.sequence()) {
      ask(link);
    }
  }

  private boolean take(MqttLink link, PublicEntry entry) {
    if (entry.sequence() <= chain.sequence()) {
      return true; // It has this one.
    }
    if (entry.sequence() > chain.sequence() + 1) {
      if (!asking) {
        ask(link);
      }
      return true; // It comes again, in its place.
    }
    asked = System.nanoTime();
    if (!anchored) {
      anchored = true;
      chain = entry.chain();
      return true;
    }
    Optional<String> fault = entry.fault(chain);
    if (fault.isPresent()) {
      sink.fault(entry.sequence(), fault.get());
      return false;
    }
    chain = entry.chain();
    return entry.sequence() < wantedFrom || sink.entry(entry);
  }
}
