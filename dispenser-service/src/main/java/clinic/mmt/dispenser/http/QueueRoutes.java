package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.door.DayQueue;
import clinic.mmt.dispenser.app.door.Namesakes;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.queue.Arrival;
import clinic.mmt.dispenser.domain.queue.Comer;
import clinic.mmt.dispenser.domain.queue.QueueOrder.Queue;
import clinic.mmt.dispenser.domain.queue.QueueOrder.Standing;
import clinic.mmt.dispenser.domain.queue.Waits;
import clinic.mmt.dispenser.domain.staff.Role;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Today's queue with names, for screens of staff: in order, and who waits for a doctor and why. */
final class QueueRoutes {

  private static final int WAITING_MOST = 40;
  private static final int ABSENT_MOST = 40;
  private static final int DOSED_MOST = 12;

  private static final Set<Role> DOCTORS_LIST =
      Set.of(Role.PRESCRIBER, Role.PHARMACIST, Role.DISPENSER, Role.HEAD);

  private final Vertx vertx;
  private final Clinic clinic;
  private final DayQueue queue;
  private final Namesakes namesakes;

  QueueRoutes(Vertx vertx, Clinic clinic) {
    this.vertx = vertx;
    this.clinic = clinic;
    this.queue = new DayQueue(clinic.house());
    this.namesakes = new Namesakes(clinic.house());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "queue",
        call -> queue(call, ABSENT_MOST),
        "wholeQueue",
        call -> queue(call, Integer.MAX_VALUE),
        "doctorQueue",
        call -> CareRoutes.with(call, DOCTORS_LIST, this::doctor));
  }

  /** What is known of today before names are. */
  private record Looked(DayQueue.Today today, Set<PatientId> alike) {}

  /** With so many of those who have not come: a screen that looks for one wants all of them. */
  private void queue(Call call, int absent) {
    looked(
        call,
        looked -> {
          Queue queue = looked.today().queue();
          JsonObject json =
              new JsonObject()
                  .put("day", clinic.house().calendar().today().toString())
                  .put("waiting", queue.next().size())
                  .put("atDoctor", queue.doctor().size())
                  .put("absent", queue.absent().size())
                  .put("dosed", queue.dosed().size());
          List<Standing> dosed = queue.dosed();
          return Future.all(
                  rows(json, "next", first(queue.next(), WAITING_MOST), looked),
                  rows(json, "doctor", first(queue.doctor(), WAITING_MOST), looked),
                  rows(json, "notYet", first(queue.absent(), absent), looked),
                  rows(
                      json,
                      "done",
                      dosed.subList(Math.max(0, dosed.size() - DOSED_MOST), dosed.size()),
                      looked))
              .map(done -> json);
        });
  }

  private void doctor(Call call) {
    looked(
        call,
        looked -> {
          JsonObject json = new JsonObject();
          return rows(json, "doctor", looked.today().queue().doctor(), looked)
              .map(
                  rows -> {
                    why(rows, looked.today());
                    return json;
                  });
        });
  }

  /** Beside each name what stops the dose, and what the counter said that sent the patient. */
  private static void why(JsonArray rows, DayQueue.Today today) {
    List<Standing> waiting = today.queue().doctor();
    for (int i = 0; i < rows.size(); i++) {
      Comer who = waiting.get(i).who();
      JsonObject row = rows.getJsonObject(i);
      Optional<Refusal> stop = Optional.ofNullable(today.stopped().get(who.patient()));
      stop.ifPresent(refusal -> row.put("stopped", Call.json(refusal)));
      if (who.desk().withDoctor()) {
        row.put("why", who.desk().why());
      }
    }
  }

  private static List<Standing> first(List<Standing> some, int most) {
    return some.subList(0, Math.min(most, some.size()));
  }

  private void looked(Call call, Function<Looked, Future<JsonObject>> then) {
    Promise<Set<PatientId>> alike = Promise.promise();
    vertx
        .executeBlocking(
            () -> {
              namesakes.today(alike::complete);
              return clinic.house().journal().look(queue::today);
            },
            false)
        .compose(today -> alike.future().map(a -> new Looked(today, a)))
        .compose(then)
        .onSuccess(call::ok)
        .onFailure(e -> call.refuse(503, Call.failed(String.valueOf(e.getMessage()))));
  }

  private Future<JsonArray> rows(JsonObject into, String name, List<Standing> some, Looked looked) {
    List<Future<JsonObject>> rows = some.stream().map(s -> row(s, looked)).toList();
    return Future.all(rows)
        .map(
            all -> {
              JsonArray array = new JsonArray(all.<JsonObject>list());
              into.put(name, array);
              return array;
            });
  }

  private Future<JsonObject> row(Standing standing, Looked looked) {
    PatientId patient = standing.who().patient();
    JsonObject json = json(standing);
    if (looked.alike().contains(patient)) {
      json.put("similarName", true);
    }
    Promise<JsonObject> row = Promise.promise();
    clinic
        .house()
        .people()
        .person(
            patient, person -> row.complete(named(json.put("patient", patient.value()), person)));
    return row.future();
  }

  private static JsonObject named(JsonObject json, Optional<Person> person) {
    person.ifPresent(p -> json.put("familyName", p.familyName()).put("givenName", p.givenName()));
    return json;
  }

  private JsonObject json(Standing standing) {
    Comer who = standing.who();
    JsonObject json =
        new JsonObject()
            .put("phase", who.phase().map(Phase::name).orElse(""))
            .put("waits", word(standing.waits()));
    who.ticket()
        .ifPresent(t -> json.put("number", t.label(clinic.house().calendar().intake().several())));
    if (who.arrived().map(Arrival.Placed::first).orElse(false)) {
      json.put("first", true);
    }
    if (standing.waits() instanceof Waits.Until(Instant again)) {
      // Rounded up: nobody is called by this time before it has come.
      Instant shown = again.plusSeconds(59).truncatedTo(ChronoUnit.MINUTES);
      json.put("until", clinic.house().calendar().time(shown).toString());
    }
    return json;
  }

  private static String word(Waits waits) {
    return switch (waits) {
      case Waits.Ready r -> "ready";
      case Waits.AtCounter c -> "counter";
      case Waits.Until u -> "until";
      case Waits.ForDoctor d -> "doctor";
      case Waits.Dosed d -> "dosed";
      case Waits.Absent a -> "absent";
    };
  }
}
