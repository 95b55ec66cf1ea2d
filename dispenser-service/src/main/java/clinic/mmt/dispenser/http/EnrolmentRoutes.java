package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.counter.Counter;
import clinic.mmt.dispenser.app.device.StationDevices;
import clinic.mmt.dispenser.app.identity.EnrolmentPages;
import clinic.mmt.dispenser.app.identity.Enrolments;
import clinic.mmt.dispenser.app.identity.LookBackPage;
import clinic.mmt.dispenser.app.importing.Paper;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.people.CitizenCard;
import clinic.mmt.dispenser.app.people.InsuranceCard;
import clinic.mmt.dispenser.domain.identity.Enrolment;
import clinic.mmt.dispenser.domain.patient.PatientId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Enrolments by two of the staff, their look-back page, and the form filled by a citizen card. */
final class EnrolmentRoutes {

  /** As for other sheets, and the photo, which is in the page itself. */
  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'sha256-%s'; base-uri 'none'; frame-ancestors 'none'"
          .formatted(
              Base64.getEncoder()
                  .encodeToString(HexFormat.of().parseHex(Digests.sha256(Paper.STYLE))));

  private final Clinic clinic;
  private final Enrolments enrolments;
  private final EnrolmentPages pages;

  EnrolmentRoutes(Clinic clinic) {
    this.clinic = clinic;
    this.enrolments = new Enrolments(clinic.house());
    this.pages = new EnrolmentPages(clinic.house());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "readCitizenCard", EnrolmentRoutes::citizenCard,
        "beginEnrolment", this::begin,
        "enrolPhoto", this::photo,
        "enrolFinger", this::finger,
        "lookForSamePerson", this::lookUp,
        "signEnrolment", this::sign,
        "completeEnrolment", this::complete,
        "enrolmentPage", this::page,
        "latestEnrolment", this::latest);
  }

  /** Fills the form and keeps nothing. */
  private static void citizenCard(Call call) {
    Optional<InsuranceCard> insurance = InsuranceCard.read(call.body().getString("text"));
    if (insurance.isPresent()) {
      call.ok(json(insurance.get()));
      return;
    }
    switch (CitizenCard.read(call.body().getString("text"))) {
      case CitizenCard.Read.Bad(CitizenCard.Fault fault) ->
          call.refuse(
              403,
              Refusal.of(
                  "no-citizen-card",
                  "",
                  "This is not the code of a citizen card: " + fault + ".",
                  "scan the code of the card once more, or type what the card says"));
      case CitizenCard.Read.Card(CitizenCard card) -> call.ok(json(card));
    }
  }

  private static JsonObject named(String name) {
    int family = name.indexOf(' ');
    return new JsonObject()
        .put("familyName", family < 0 ? name : name.substring(0, family))
        .put("givenName", family < 0 ? "" : name.substring(family + 1));
  }

  private static JsonObject json(InsuranceCard card) {
    return named(card.name())
        .put("insuranceNumber", card.number())
        .put("birthYear", card.birthYear())
        .put("birth", card.birth().map(Object::toString).orElse(""))
        .put("sex", card.female() ? "female" : "male");
  }

  private static JsonObject json(CitizenCard card) {
    return named(card.name())
        .put("number", card.number())
        .put("birthYear", card.birthYear())
        .put("birth", card.birth().map(Object::toString).orElse(""))
        .put("sex", card.female() ? "female" : "male")
        .put("address", card.address())
        .put("oddities", new JsonArray(card.oddities().stream().map(Enum::name).sorted().toList()));
  }

  private void begin(Call call) {
    JsonObject b = call.body();
    enrolments.begin(
        call.session(),
        new PatientId(b.getString("patient")),
        b.getString("card"),
        answer -> call.answer(answer, id -> new JsonObject().put("enrolment", id)));
  }

  private static String enrolment(Call call) {
    return call.body().getString("enrolment");
  }

  private void photo(Call call) {
    Bytes png;
    try {
      png = Bytes.of(Base64.getDecoder().decode(call.body().getString("png")));
    } catch (IllegalArgumentException e) {
      png = Bytes.EMPTY;
    }
    enrolments.photo(
        call.session(),
        enrolment(call),
        png,
        answer -> call.answer(answer, id -> new JsonObject().put("enrolment", id)));
  }

  /** A reader is asked only where nobody is being identified or served. */
  private void atFree(Call call, Consumer<StationDevices> then) {
    Optional<Counter> counter =
        Optional.ofNullable(clinic.counters().get(call.body().getString("station")));
    if (counter.isEmpty()) {
      call.refuse(400, CounterRoutes.noStation());
      return;
    }
    counter
        .get()
        .whetherFree(
            free -> {
              if (free) {
                then.accept(counter.get().devices());
              } else {
                call.refuse(403, Enrolments.busy());
              }
            });
  }

  private void finger(Call call) {
    atFree(
        call,
        devices ->
            enrolments.finger(
                call.session(),
                enrolment(call),
                call.body().getInteger("finger"),
                devices,
                answer -> call.answer(answer, score -> new JsonObject().put("proof", score))));
  }

  private void lookUp(Call call) {
    atFree(
        call,
        devices ->
            enrolments.lookUp(
                call.session(),
                enrolment(call),
                devices,
                answer -> call.answer(answer, EnrolmentRoutes::found)));
  }

  private static JsonObject found(List<Enrolments.Found> found) {
    JsonArray all = new JsonArray();
    found.forEach(
        f ->
            all.add(
                new JsonObject()
                    .put("patient", f.patient().value())
                    .put("name", f.name())
                    .put("birthYear", f.birthYear())
                    .put("by", f.byFinger() ? "FINGER" : "NAME")));
    return new JsonObject().put("alike", all);
  }

  private static String words(Call call) {
    return call.body().getString("words", "");
  }

  private void sign(Call call) {
    Optional<String> digest = enrolments.digest(call.session(), enrolment(call), words(call));
    if (digest.isEmpty()) {
      call.refuse(403, Enrolments.noDraft());
      return;
    }
    clinic
        .signatures()
        .signDigest(
            StaffRoutes.credential(call.body()),
            digest.get(),
            answer -> call.answer(answer, token -> new JsonObject().put("signature", token)));
  }

  private void complete(Call call) {
    clinic
        .signatures()
        .take(
            Optional.ofNullable(call.body().getString("second")),
            second ->
                enrolments.complete(
                    call.session(),
                    enrolment(call),
                    words(call),
                    second,
                    answer -> call.answer(answer, id -> new JsonObject().put("enrolment", id))));
  }

  private void page(Call call) {
    pages.of(
        call.session(),
        call.path("enrolment"),
        answer -> {
          if (answer instanceof Answered.Yes<LookBackPage.Of>(LookBackPage.Of of)) {
            call.page(LookBackPage.html(of, clinic.house().calendar().today()), POLICY);
          } else {
            call.answer(answer, of -> new JsonObject());
          }
        });
  }

  private void latest(Call call) {
    pages.latest(
        call.session(),
        new PatientId(call.body().getString("patient")),
        answer -> call.answer(answer, this::json));
  }

  private JsonObject json(Optional<Enrolment> enrolment) {
    return enrolment
        .map(
            e ->
                new JsonObject()
                    .put("enrolment", e.id())
                    .put("day", e.day().toString())
                    .put("fingers", e.fingers().size())
                    .put("photoDays", LookBackPage.photoDays(e, clinic.house().calendar().today())))
        .orElseGet(JsonObject::new);
  }
}
