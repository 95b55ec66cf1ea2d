package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Timers;
import clinic.mmt.dispenser.app.counter.Snapshot;
import clinic.mmt.dispenser.app.door.Namesakes;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.domain.patient.PatientId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The latest snapshot of every counter; tells sockets that something changed. */
public final class LiveHub {

  private final People people;
  private final Timers timers;
  private final long startNanos;
  private final Map<String, Snapshot> latest = new ConcurrentHashMap<>();
  private final Map<PatientId, Person> known = new ConcurrentHashMap<>();
  private final Optional<Namesakes> namesakes;
  private final Set<PatientId> alike = ConcurrentHashMap.newKeySet();
  private final Map<String, String> stationOfVisit = new ConcurrentHashMap<>();
  private final Set<Runnable> watchers = new CopyOnWriteArraySet<>();
  private final AtomicLong revision = new AtomicLong();

  /** A hub; {@code people} gives names of those who stand at a counter. */
  public LiveHub(People people, Timers timers) {
    this(people, timers, Optional.empty());
  }

  /** A hub that tells too whose name is like another's of today. */
  public LiveHub(People people, Timers timers, Namesakes namesakes) {
    this(people, timers, Optional.of(namesakes));
  }

  private LiveHub(People people, Timers timers, Optional<Namesakes> namesakes) {
    this.namesakes = namesakes;
    this.people = people;
    this.timers = timers;
    this.startNanos = timers.nanos();
  }

  /** A counter as it was last told. */
  Optional<Snapshot> at(String station) {
    return Optional.ofNullable(latest.get(station));
  }

  /** A counter changed; called on the counter's queue. */
  public void accept(Snapshot snapshot) {
    latest.put(snapshot.station().value(), snapshot);
    Stream.of(snapshot.onScale(), snapshot.watched())
        .flatMap(Optional::stream)
        .forEach(d -> stationOfVisit.put(d.dose().id().value(), snapshot.station().value()));
    if (stationOfVisit.size() > 5000) {
      stationOfVisit.keySet().removeIf(v -> latest.values().stream().noneMatch(s -> has(s, v)));
    }
    Set<PatientId> shown =
        latest.values().stream().flatMap(LiveHub::persons).collect(Collectors.toSet());
    known.keySet().retainAll(shown);
    alike.retainAll(shown);
    persons(snapshot).filter(p -> !known.containsKey(p)).forEach(this::lookUp);
    changed();
  }

  private static boolean has(Snapshot s, String visit) {
    return Stream.of(s.onScale(), s.watched())
        .flatMap(Optional::stream)
        .anyMatch(d -> d.dose().id().value().equals(visit));
  }

  private static Stream<PatientId> persons(Snapshot s) {
    return Stream.of(
            s.candidate(),
            s.onScale().map(d -> d.dose().patient()),
            s.watched().map(d -> d.dose().patient()))
        .flatMap(Optional::stream);
  }

  private void lookUp(PatientId id) {
    people.person(
        id,
        person ->
            person.ifPresent(
                p -> {
                  known.put(id, p);
                  changed();
                  namesakes.ifPresent(n -> n.today(found -> flag(id, found)));
                }));
  }

  private void flag(PatientId id, Set<PatientId> found) {
    if (found.contains(id)) {
      alike.add(id);
      changed();
    }
  }

  private void changed() {
    revision.incrementAndGet();
    watchers.forEach(Runnable::run);
  }

  void watch(Runnable watcher) {
    watchers.add(watcher);
  }

  void unwatch(Runnable watcher) {
    watchers.remove(watcher);
  }

  Optional<Snapshot> snapshot(String station) {
    return Optional.ofNullable(latest.get(station));
  }

  Optional<String> stationOf(String visit) {
    return Optional.ofNullable(stationOfVisit.get(visit));
  }

  JsonObject json(String station) {
    return snapshot(station)
        .map(s -> flagged(s, SnapshotJson.of(s, known)))
        .orElseGet(JsonObject::new);
  }

  /** Only the one whose dose is being reviewed, or who is about to be, is looked at so. */
  private JsonObject flagged(Snapshot s, JsonObject json) {
    if (s.candidate().filter(alike::contains).isPresent()) {
      json.getJsonObject("candidate").put("similarName", true);
    }
    if (s.onScale().filter(d -> alike.contains(d.dose().patient())).isPresent()) {
      json.getJsonObject("dose").getJsonObject("person").put("similarName", true);
    }
    return json;
  }

  /** All counters: replaces what a screen had. */
  JsonObject full() {
    JsonArray stations = new JsonArray();
    latest.keySet().stream().sorted().forEach(s -> stations.add(json(s)));
    return new JsonObject()
        .put("rev", revision.get())
        .put("serverMs", (timers.nanos() - startNanos) / 1_000_000)
        .put("full", true)
        .put("stations", stations);
  }

  static JsonObject withPhoto(Person p) {
    return new JsonObject()
        .put("familyName", p.familyName())
        .put("givenName", p.givenName())
        .put("birthYear", p.birthYear())
        .put("photoPng", Base64.getEncoder().encodeToString(p.photo().toArray()));
  }
}
