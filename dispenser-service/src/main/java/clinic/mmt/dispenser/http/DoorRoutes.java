package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.counter.CardRefusals;
import clinic.mmt.dispenser.app.door.Arrivals;
import clinic.mmt.dispenser.app.door.Arrivals.Arrived;
import clinic.mmt.dispenser.app.door.Arrivals.Coming;
import clinic.mmt.dispenser.app.door.DayQueue;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.people.ClinicCard;
import clinic.mmt.dispenser.app.people.EachPerson;
import clinic.mmt.dispenser.app.people.FoundCard;
import clinic.mmt.dispenser.app.people.NameSearch;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.queue.Arrival.How;
import clinic.mmt.dispenser.domain.queue.Comer;
import clinic.mmt.dispenser.domain.queue.Ticket;
import clinic.mmt.dispenser.domain.staff.Role;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Arrivals: at the desk, where staff hear what stops a dose, and at a kiosk that everybody can see
 * and that nobody is logged in at. The kiosk learns a number and where to go, never a name, a code,
 * a dose or a reason.
 */
final class DoorRoutes {

  private static final Set<Role> DESK =
      Set.of(Role.DISPENSER, Role.PHARMACIST, Role.PRESCRIBER, Role.HEAD, Role.ADMINISTRATOR);

  private final Vertx vertx;
  private final Clinic clinic;
  private final Arrivals arrivals;
  private final DayQueue queue;
  private final KioskGuard guard;

  DoorRoutes(Vertx vertx, Clinic clinic) {
    this.vertx = vertx;
    this.clinic = clinic;
    this.arrivals = new Arrivals(clinic.house());
    this.queue = new DayQueue(clinic.house());
    this.guard = new KioskGuard(clinic.house().timers());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "arrive", call -> CareRoutes.with(call, DESK, this::desk),
        "arriveAtKiosk", this::kiosk,
        "searchToday", call -> CareRoutes.with(call, DESK, this::search),
        "setPriority", this::priority,
        "publicNumbers", this::numbers);
  }

  private void desk(Call call) {
    JsonObject b = call.body();
    Optional<String> patient = Optional.ofNullable(b.getString("patient"));
    Optional<String> card = Optional.ofNullable(b.getString("card"));
    if (patient.isPresent() == card.isPresent()) {
      call.refuse(
          400,
          Refusal.of(
              "malformed-request", "", "Name the patient or a card.", "see docs/api/openapi.yaml"));
      return;
    }
    Optional<String> admitted = Optional.ofNullable(b.getString("admit"));
    Consumer<Coming> comes =
        coming ->
            arrivals.arrive(
                call.session().staff().value(), coming, answer -> toStaff(call, answer));
    patient.ifPresent(id -> comes.accept(new Coming(new PatientId(id), How.DESK, admitted)));
    card.ifPresent(
        text ->
            whose(
                text,
                (id, how) -> comes.accept(new Coming(id, how, admitted)),
                no -> call.refuse(403, no)));
  }

  private void toStaff(Call call, Answered<Arrived> answer) {
    withPlace(
        call,
        answer,
        (arrived, json) -> {
          json.put("again", arrived.again());
          arrived.stopped().ifPresent(stop -> json.put("stopped", Call.json(stop)));
          call.ok(json);
        });
  }

  private void kiosk(Call call) {
    if (guard.closed()) {
      call.refuse(403, seeTheDesk());
      return;
    }
    whose(
        call.body().getString("card"),
        (id, how) ->
            arrivals.arrive(
                "door", new Coming(id, how, Optional.empty()), answer -> toAll(call, answer)),
        no -> {
          guard.unknownCard();
          call.refuse(403, seeTheDesk());
        });
  }

  /** Whatever is refused but the hour says something of a person: the desk says what. */
  private void toAll(Call call, Answered<Arrived> answer) {
    if (answer instanceof Answered.No<Arrived>(Refusal no)
        && !no.code().equals("after-last-intake")) {
      call.refuse(403, seeTheDesk());
      return;
    }
    withPlace(call, answer, (arrived, json) -> call.ok(json));
  }

  private static Refusal seeTheDesk() {
    return Refusal.of(
        "see-the-desk", "", "This card opens nothing here.", "please ask the staff at the desk");
  }

  /** Adds what may be said in public: number, place, where to go. */
  private void withPlace(
      Call call, Answered<Arrived> answer, BiConsumer<Arrived, JsonObject> then) {
    if (!(answer instanceof Answered.Yes<Arrived>(Arrived arrived))) {
      call.answer(answer, a -> new JsonObject());
      return;
    }
    JsonObject json = new JsonObject().put("number", label(arrived.ticket()));
    boolean doctorFirst = arrived.stopped().isPresent();
    json.put("doctorFirst", doctorFirst)
        .put(
            "say",
            doctorFirst
                ? say("xin gặp bác sĩ trước", "please see the doctor first")
                : say("xin chờ gọi số", "please wait for your number"));
    if (doctorFirst) {
      then.accept(arrived, json);
      return;
    }
    vertx
        .executeBlocking(() -> clinic.house().journal().look(queue::today), false)
        .onSuccess(
            today -> {
              today.queue().before(arrived.ticket()).ifPresent(n -> json.put("before", n));
              then.accept(arrived, json);
            })
        .onFailure(e -> then.accept(arrived, json));
  }

  private static JsonObject say(String vietnamese, String english) {
    return new JsonObject().put("vi", vietnamese).put("en", english);
  }

  /** Names come in the body: an address is written down in too many places. */
  private void search(Call call) {
    String words = call.body().getString("words");
    call.beside(vertx, () -> search(call, words));
  }

  private void search(Call call, String words) {
    Map<PatientId, Comer> today = new HashMap<>();
    clinic
        .house()
        .journal()
        .look(queue::today)
        .queue()
        .everybody()
        .forEach(standing -> today.put(standing.who().patient(), standing.who()));
    EachPerson.of(
        clinic.house().people(),
        List.copyOf(today.keySet()),
        people -> {
          NameSearch.Found<PatientId> found = NameSearch.find(people, words);
          JsonArray hits = new JsonArray();
          found.hits().forEach(hit -> hits.add(json(hit.key(), today, hit.person())));
          call.ok(
              new JsonObject().put("found", hits).put("more", found.all() > found.hits().size()));
        });
  }

  private JsonObject json(PatientId patient, Map<PatientId, Comer> today, Person person) {
    JsonObject json =
        new JsonObject()
            .put("patient", patient.value())
            .put("familyName", person.familyName())
            .put("givenName", person.givenName())
            .put("birthYear", person.birthYear());
    Optional.ofNullable(today.get(patient))
        .flatMap(Comer::ticket)
        .ifPresent(ticket -> json.put("number", label(ticket)));
    return json;
  }

  private void priority(Call call) {
    JsonObject b = call.body();
    arrivals.priority(
        call.session(),
        new PatientId(b.getString("patient")),
        b.getBoolean("first"),
        b.getString("reason"),
        answer -> call.answer(answer, ticket -> new JsonObject().put("number", label(ticket))));
  }

  /** For a screen in the waiting room: who may be called now, by number and in order. */
  private void numbers(Call call) {
    vertx
        .executeBlocking(() -> clinic.house().journal().look(queue::today), false)
        .onSuccess(
            today -> {
              JsonArray next = new JsonArray();
              today.queue().callable().forEach(ticket -> next.add(label(ticket)));
              call.ok(new JsonObject().put("next", next));
            })
        .onFailure(e -> call.refuse(503, Call.failed(String.valueOf(e.getMessage()))));
  }

  private String label(Ticket ticket) {
    return ticket.label(clinic.house().calendar().intake().several());
  }

  /** Whose card a text is, and which sort of card. */
  private void whose(String card, BiConsumer<PatientId, How> then, Consumer<Refusal> no) {
    People people = clinic.house().people();
    if (!ClinicCard.isClaimedBy(card)) {
      people.byToken(
          card,
          found ->
              found.ifPresentOrElse(id -> then.accept(id, How.CARD), () -> no.accept(unknown())));
      return;
    }
    people.byCard(
        card,
        found -> {
          switch (found) {
            case FoundCard.Holder(PatientId id) -> then.accept(id, How.QR);
            case FoundCard.Unknown u -> no.accept(unknown());
            case FoundCard.Revoked r -> no.accept(CardRefusals.revoked());
            case FoundCard.OfAnotherClinic o -> no.accept(CardRefusals.ofAnotherClinic());
            case FoundCard.Forged f -> no.accept(CardRefusals.forged());
          }
        });
  }

  private static Refusal unknown() {
    return Refusal.of("unknown-card", "", "This card belongs to nobody here.", "use another card");
  }
}
