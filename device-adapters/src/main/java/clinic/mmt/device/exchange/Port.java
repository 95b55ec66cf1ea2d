package clinic.mmt.device.exchange;

import clinic.mmt.device.Answer;
import clinic.mmt.device.Fault;
import clinic.mmt.device.FrameRecord;
import clinic.mmt.device.LineCounters;
import clinic.mmt.device.LinkState;
import clinic.mmt.device.link.Link;
import java.util.List;
import java.util.function.Consumer;

/**
 * One port with its two threads: a reader that fills the inbox, and an owner that runs operations
 * one after the other and is the only one to write. A lost port is opened again by itself.
 *
 * @param <M> the protocol's messages
 */
public final class Port<M extends Message> implements AutoCloseable {

  private static final long CLOSE_MILLIS_MAX = 2000;

  private final String name;
  private final Inbox<M> inbox;
  private final FrameRing frames = new FrameRing();
  private final Counters counters = new Counters();
  private final LinkWatch watch = new LinkWatch();
  private final Owner<M> owner;
  private final Thread thread;

  /** A port of the device called {@code name}; {@link #start} opens it. */
  public Port(
      String name, Link link, Protocol<M> protocol, PortSettings settings, PortEvents<M> events) {
    this.name = name;
    this.inbox = new Inbox<>(settings.graceMillis());
    Line.Diary diary = new Line.Diary(frames, counters);
    Line.Parts<M> parts = new Line.Parts<>(inbox, protocol, settings, diary);
    this.owner = new Owner<>(name, link, parts, events, watch);
    this.thread = Thread.ofPlatform().daemon().name("port-" + name + "-owner").unstarted(owner);
  }

  /** Begins to open the port; returns at once. */
  public void start() {
    thread.start();
  }

  /** Runs {@code operation} after those submitted before it. */
  public <T> Ticket submit(String command, Operation<M, T> operation, Consumer<Answer<T>> reply) {
    Job<M, T> job = new Job<>(command, operation, reply);
    if (!inbox.offer(job)) {
      job.refuse(new Fault.PortLost(command, "closed, or too much is waiting"));
    }
    return () -> inbox.cancel(job);
  }

  /**
   * Runs {@code operation} before everything: what waits is cancelled, what runs is interrupted. It
   * begins within the grace of {@link PortSettings} after this call.
   */
  public <T> void submitUrgent(
      String command, Operation<M, T> operation, Consumer<Answer<T>> reply) {
    Job<M, T> job = new Job<>(command, operation, reply);
    if (!inbox.offerUrgent(job)) {
      job.refuse(new Fault.PortLost(command, "closed"));
    }
  }

  /**
   * From now on runs {@code operation} whenever nothing was written for {@code quietMillis}; until
   * the port is lost. Called on the owner's thread.
   */
  public void keepAlive(long quietMillis, Operation<M, ?> operation) {
    owner.keepAlive(quietMillis, operation);
  }

  /** Ends what {@link #keepAlive} began. Called on the owner's thread. */
  public void endKeepAlive() {
    owner.endKeepAlive();
  }

  /** Tells listeners that the device began anew: down, and up again. */
  public void announceRestart() {
    watch.announceRestart();
  }

  /** Sets who hears of the line; called at once with the present state. */
  public void onLink(Consumer<LinkState> listener) {
    watch.listen(listener);
  }

  /** The name of its device. */
  public String name() {
    return name;
  }

  /** The last frames, oldest first. */
  public List<FrameRecord> frames() {
    return frames.last();
  }

  /** Counters since the start. */
  public LineCounters counters() {
    return counters.snapshot();
  }

  /** Answers everything that waits, ends both threads and frees the port. */
  @Override
  public void close() {
    inbox.close();
    if (Thread.currentThread().equals(thread)) {
      return;
    }
    try {
      thread.join(CLOSE_MILLIS_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
