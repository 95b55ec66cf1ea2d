package clinic.mmt.dispenser.mqtt;

import clinic.mmt.dispenser.app.counter.Snapshot;
import clinic.mmt.dispenser.app.device.DeviceStatus;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The latest state of each station and device, lossy and without numbers: what was not published
 * yet is replaced. Nobody's name, code or dose is in it: a state tells what a place is doing.
 */
final class States {

  private final Topics topics;

  /** The latest of each station that was not looked at yet. */
  private final Map<String, Snapshot> taken = new ConcurrentHashMap<>();

  /** The latest checkpoint that was not looked at yet. */
  private final AtomicReference<@Nullable Checkpoint> signed = new AtomicReference<>();

  /** By topic: type and data as last told. */
  private final Map<String, Told> latest = new LinkedHashMap<>();

  /** Topics to publish. */
  private final Map<String, Told> fresh = new LinkedHashMap<>();

  private record Told(String type, ObjectNode data) {}

  States(Topics topics) {
    this.topics = topics;
  }

  /** Takes a counter's snapshot, on the counter's thread: it is looked at later, on ours. */
  void take(Snapshot snapshot) {
    taken.put(snapshot.station().value(), snapshot);
  }

  /** Takes a checkpoint, on any thread. */
  void take(Checkpoint checkpoint) {
    signed.set(checkpoint);
  }

  private void look() {
    Checkpoint checkpoint = signed.getAndSet(null);
    if (checkpoint != null) {
      tell(topics.checkpoint(), new Told(CloudEvents.CHECKPOINT, checkpoint(checkpoint)));
    }
    for (String station : List.copyOf(taken.keySet())) {
      Snapshot snapshot = taken.remove(station);
      if (snapshot != null) {
        tell(topics.station(station), new Told(CloudEvents.STATION, station(snapshot)));
        for (DeviceStatus device : snapshot.devices()) {
          tell(
              topics.device(station, device.name()),
              new Told(CloudEvents.DEVICE, device(station, device)));
        }
      }
    }
  }

  private void tell(String topic, Told told) {
    if (!told.equals(latest.put(topic, told))) {
      fresh.put(topic, told);
    }
  }

  /** A new connection: everything is to be published again. */
  void all() {
    look();
    fresh.putAll(latest);
  }

  /** The next message, if there is one. */
  Optional<Outgoing> next(Instant now) {
    look();
    var first = fresh.entrySet().stream().findFirst();
    first.ifPresent(one -> fresh.remove(one.getKey()));
    return first.map(
        one ->
            Outgoing.retained(
                one.getKey(),
                CloudEvents.bytes(
                    CloudEvents.event(
                        topics.clinic(),
                        one.getValue().type(),
                        one.getKey() + "@" + now,
                        now,
                        one.getValue().data()))));
  }

  private static ObjectNode checkpoint(Checkpoint checkpoint) {
    return CloudEvents.object()
        .put("number", checkpoint.number())
        .put("sequence", checkpoint.sequence())
        .put("hash", checkpoint.hash())
        .put("at", checkpoint.at().toString())
        .put("key", checkpoint.key())
        .put("signature", checkpoint.signature());
  }

  private static ObjectNode station(Snapshot snapshot) {
    ObjectNode data =
        CloudEvents.object()
            .put("station", snapshot.station().value())
            .put("stage", word(snapshot.stage()))
            .put("staffSignedIn", snapshot.users().size())
            .put("ready", snapshot.ready());
    snapshot.onScale().map(State::phase).ifPresent(phase -> data.put("onScale", word(phase)));
    snapshot.watched().map(State::phase).ifPresent(phase -> data.put("watched", word(phase)));
    snapshot.notice().ifPresent(notice -> data.put("notice", notice.code()));
    return data;
  }

  private static ObjectNode device(String station, DeviceStatus device) {
    return CloudEvents.object()
        .put("station", station)
        .put("device", device.name())
        .put("kind", device.kind())
        .put("up", device.up());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
