package clinic.mmt.dispenser.mqtt;

import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.journal.Journal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Answers consumers that lack entries (H76): a request names a position, the answer is the facts
 * from there, in order, at most {@link #ENTRIES_MOST} of them, then one message that tells how far
 * it went and how far the journal goes. Requests beyond {@link #WAITING_MOST} are dropped; a
 * consumer asks again.
 */
final class Replay {

  static final int ENTRIES_MOST = 1000;
  static final int WAITING_MOST = 32;
  private static final int PAGE = 100;

  private final Topics topics;
  private final Journal journal;
  private final BlockingQueue<Request> waiting = new ArrayBlockingQueue<>(WAITING_MOST);

  private record Request(long from, Outgoing end) {}

  Replay(Topics topics, Journal journal) {
    this.topics = topics;
    this.journal = journal;
  }

  /** Takes a request; false when it is none, or too many wait. Returns at once. */
  boolean take(Arrived arrived) {
    Optional<String> answerTo = arrived.answerTo().filter(topics::isReplayAnswers);
    Optional<Long> from =
        CloudEvents.read(arrived.payload().toArray())
            .map(json -> json.path("from"))
            .filter(f -> f.isIntegralNumber() && f.canConvertToLong() && f.longValue() > 0)
            .map(f -> f.longValue());
    if (!arrived.topic().equals(topics.replayRequests()) || answerTo.isEmpty() || from.isEmpty()) {
      return false;
    }
    Outgoing end =
        new Outgoing(
            answerTo.get(), arrived.payload(), false, Optional.empty(), arrived.correlation());
    return waiting.offer(new Request(from.get(), end));
  }

  /** Answers one request, if one waits; whether there was one. */
  boolean answerOne(MqttLink link, Instant now) {
    Request request = waiting.poll();
    if (request == null) {
      return false;
    }
    long head = journal.head();
    long next = request.from();
    long last = Math.min(head, request.from() + ENTRIES_MOST - 1);
    while (next <= last && !link.lost()) {
      List<Entry> page = journal.entries(next, (int) Math.min(PAGE, last - next + 1));
      if (page.isEmpty()) {
        break;
      }
      for (Entry entry : page) {
        byte[] fact = CloudEvents.fact(topics.clinic(), entry);
        if (!link.publish(Outgoing.event(request.end().topic(), fact), () -> {})) {
          return true; // The connection is lost; the consumer asks again.
        }
        next = entry.sequence() + 1;
      }
    }
    link.publish(ended(request, next - 1, head, now), () -> {});
    return true;
  }

  private Outgoing ended(Request request, long to, long head, Instant now) {
    ObjectNode data =
        CloudEvents.object().put("from", request.from()).put("to", to).put("head", head);
    byte[] event =
        CloudEvents.bytes(
            CloudEvents.event(
                topics.clinic(),
                CloudEvents.REPLAY_ENDED,
                request.from() + "-" + to + "@" + now,
                now,
                data));
    Outgoing end = request.end();
    return new Outgoing(
        end.topic(),
        clinic.mmt.dispenser.app.journal.Bytes.of(event),
        false,
        Optional.empty(),
        end.correlation());
  }
}
