package clinic.mmt.dispenser.app.events;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last events handed to the broker, to be looked at in a training. Holds at most {@link
 * #EVENTS_MOST}; any thread may use it.
 */
public final class SentEvents {

  /** How many are kept. */
  public static final int EVENTS_MOST = 100;

  private static final int TEXT_MOST = 4096;

  /**
   * One event.
   *
   * @param number of the events since the start, from 1
   * @param at when it was handed over
   * @param topic of MQTT
   * @param payload its text, at most 4,096 letters of it
   */
  public record Sent(long number, Instant at, String topic, String payload) {}

  private final Deque<Sent> events = new ArrayDeque<>();
  private long count;

  /** Keeps an event, and forgets the oldest when there are too many. */
  public synchronized void add(Instant at, String topic, String payload) {
    count++;
    if (events.size() == EVENTS_MOST) {
      events.removeFirst();
    }
    String text = payload.length() > TEXT_MOST ? payload.substring(0, TEXT_MOST) : payload;
    events.addLast(new Sent(count, at, topic, text));
  }

  /** Those that are kept and have a higher number, oldest first. */
  public synchronized List<Sent> after(long number) {
    return events.stream().filter(sent -> sent.number() > number).toList();
  }
}
