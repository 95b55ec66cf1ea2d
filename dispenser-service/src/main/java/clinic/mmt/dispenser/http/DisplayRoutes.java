package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.counter.Snapshot;
import clinic.mmt.dispenser.app.door.DayQueue;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.queue.QueueOrder.Standing;
import clinic.mmt.dispenser.domain.queue.Ticket;
import clinic.mmt.dispenser.domain.queue.Waits;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a screen in the waiting room shows, where nobody is logged in: numbers, and at which counter
 * each one that was called stands. Nothing else.
 */
final class DisplayRoutes {

  private static final Duration HOLDS = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final Clinic clinic;
  private final LiveHub hub;
  private final Fresh<JsonObject> numbers;

  DisplayRoutes(Vertx vertx, Clinic clinic, LiveHub hub) {
    this.vertx = vertx;
    this.clinic = clinic;
    this.hub = hub;
    DayQueue queue = new DayQueue(clinic.house());
    // Anybody can ask, and as often as they like: it is read once a second.
    this.numbers =
        new Fresh<>(
            clinic.house().timers(),
            HOLDS,
            () -> json(clinic.house().journal().look(queue::today)));
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of("publicDisplay", call -> call.beside(vertx, () -> call.ok(numbers.get())));
  }

  private JsonObject json(DayQueue.Today today) {
    Map<PatientId, String> stations = atStations();
    JsonArray at = new JsonArray();
    for (Standing standing : today.queue().next()) {
      Optional<Ticket> ticket = standing.who().ticket();
      if (standing.waits() instanceof Waits.AtCounter && ticket.isPresent()) {
        JsonObject one = new JsonObject().put("number", label(ticket.get()));
        Optional.ofNullable(stations.get(standing.who().patient()))
            .ifPresent(station -> one.put("station", station));
        at.add(one);
      }
    }
    JsonArray next = new JsonArray();
    today.queue().callable().forEach(ticket -> next.add(label(ticket)));
    return new JsonObject()
        .put("time", clinic.house().calendar().time().toString().substring(0, 5))
        .put("at", at)
        .put("next", next);
  }

  private Map<PatientId, String> atStations() {
    Map<PatientId, String> at = new HashMap<>();
    for (String station : clinic.counters().keySet()) {
      hub.at(station).stream()
          .flatMap(DisplayRoutes::persons)
          .forEach(patient -> at.put(patient, station));
    }
    return at;
  }

  private static Stream<PatientId> persons(Snapshot counter) {
    return Stream.of(counter.onScale(), counter.watched())
        .flatMap(Optional::stream)
        .map(State::dose)
        .map(dose -> dose.patient());
  }

  private String label(Ticket ticket) {
    return ticket.label(clinic.house().calendar().intake().several());
  }
}
