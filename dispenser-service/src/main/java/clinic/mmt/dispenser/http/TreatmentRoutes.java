package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.care.Notes;
import clinic.mmt.dispenser.app.care.Prescribing;
import clinic.mmt.dispenser.app.care.Prescribing.NewPrescription;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.Hold;
import clinic.mmt.dispenser.domain.eligibility.OrderRules;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.eligibility.Reason;
import clinic.mmt.dispenser.domain.eligibility.Verdict;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Traits;
import clinic.mmt.dispenser.domain.prescription.DoseStep;
import clinic.mmt.dispenser.domain.prescription.Schedule;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prescriptions, and what staff note about a patient's doses. */
final class TreatmentRoutes {

  private final Clinic clinic;
  private final Prescribing prescribing;
  private final Notes notes;
  private final Entitlement entitlement;

  TreatmentRoutes(Clinic clinic) {
    this.clinic = clinic;
    this.prescribing = new Prescribing(clinic.house());
    this.notes = new Notes(clinic.house());
    this.entitlement = new Entitlement(clinic.house());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "prescribe", this::prescribe,
        "previewPrescription", this::preview,
        "signPrescription", this::sign,
        "eligibility", this::eligibility,
        "noteOutsideDose", this::outside,
        "placeHold", this::hold,
        "liftHold", this::lift,
        "releaseDay", this::release,
        "noteTraits", this::traits);
  }

  private static NewPrescription prescription(JsonObject b) {
    LocalDate first = day(b, "firstDay");
    JsonArray steps = b.getJsonArray("steps", new JsonArray());
    return new NewPrescription(
        patient(b),
        Stage.valueOf(b.getString("stage", Stage.MAINTENANCE.name())),
        schedule(b)
            .map(schedule -> schedule.steps(first))
            .orElseGet(
                () ->
                    steps.isEmpty()
                        ? List.of(new DoseStep(first, dose(b), later(b)))
                        : steps.stream().map(s -> step((JsonObject) s)).toList()),
        first,
        day(b, "lastDay"),
        b.getString("reason", ""));
  }

  /** A dose that rises or falls step by step, ordered in one act. */
  private static Optional<Schedule> schedule(JsonObject b) {
    return Optional.ofNullable(b.getJsonObject("change"))
        .map(
            change ->
                new Schedule(
                    dose(b),
                    Mass.ofMicrograms(change.getLong("toMicrograms")),
                    Mass.ofMicrograms(change.getLong("byMicrograms")),
                    change.getInteger("everyDays")));
  }

  private static Optional<Refusal> scheduleFault(JsonObject b) {
    boolean stepsToo = b.containsKey("steps") || b.containsKey("laterMicrograms");
    return schedule(b)
        .flatMap(
            schedule ->
                schedule
                    .fault(day(b, "firstDay"), day(b, "lastDay"))
                    .map(Schedule.Fault::name)
                    .or(() -> stepsToo ? Optional.of("STEPS_TOO") : Optional.empty()))
        .map(
            fault ->
                Refusal.of(
                    "schedule-not-possible",
                    "R-15",
                    "This change of the dose cannot be made into steps: " + fault + ".",
                    "name a dose to reach, a step and days that reach it by the last day; or the"
                        + " steps one by one, not both"));
  }

  private static DoseStep step(JsonObject s) {
    return new DoseStep(day(s, "from"), dose(s), later(s));
  }

  private static Optional<Mass> later(JsonObject b) {
    return Optional.ofNullable(b.getLong("laterMicrograms")).map(Mass::ofMicrograms);
  }

  /** Goes on with the order, or says that a later part is no part of its day. */
  private static void with(Call call, JsonObject b, Consumer<NewPrescription> then) {
    boolean partOfDay =
        Stream.concat(
                Stream.of(b),
                b.getJsonArray("steps", new JsonArray()).stream().map(JsonObject.class::cast))
            .allMatch(step -> later(step).map(part -> part.isLessThan(dose(step))).orElse(true));
    Optional<Refusal> impossible = scheduleFault(b);
    if (impossible.isPresent()) {
      call.refuse(400, impossible.get());
    } else if (partOfDay) {
      then.accept(prescription(b));
    } else {
      call.refuse(
          400,
          Refusal.of(
              "later-part-too-large",
              "R-125",
              "The later part of a split dose is less than the day's dose.",
              "correct the later part"));
    }
  }

  private void prescribe(Call call) {
    JsonObject b = call.body();
    with(
        call,
        b,
        asked ->
            clinic
                .signatures()
                .take(
                    Optional.ofNullable(b.getString("signature")),
                    second ->
                        prescribing.sign(
                            call.session(),
                            second,
                            asked,
                            answer ->
                                call.answer(
                                    answer,
                                    id -> new JsonObject().put("prescription", id.value())))));
  }

  private void preview(Call call) {
    with(
        call,
        call.body(),
        asked ->
            prescribing.preview(
                call.session(), asked, answer -> call.answer(answer, TreatmentRoutes::json)));
  }

  private void sign(Call call) {
    JsonObject b = call.body();
    with(
        call,
        b.getJsonObject("prescription"),
        asked ->
            clinic
                .signatures()
                .signDigest(
                    StaffRoutes.credential(b),
                    asked.digest(),
                    answer ->
                        call.answer(answer, token -> new JsonObject().put("signature", token))));
  }

  private static JsonObject json(OrderRules.Looked looked) {
    JsonArray days = new JsonArray();
    looked
        .days()
        .forEach(
            d ->
                days.add(
                    new JsonObject()
                        .put("day", d.day().toString())
                        .put("doseMicrograms", d.dose().micrograms())
                        .put("reasons", reasons(d.reasons()))));
    return new JsonObject()
        .put("days", days)
        .put("faults", reasons(looked.faults()))
        .put("second", reasons(looked.second()));
  }

  private void eligibility(Call call) {
    PatientId patient = patient(call.body());
    clinic
        .house()
        .journal()
        .transact(
            new Transaction<Verdict>(
                call.session().staff().value(),
                clinic.house().clock().instant(),
                reads ->
                    reads
                        .prescription(patient, clinic.house().calendar().today())
                        .<Decision<Verdict>>map(
                            p -> Decision.accept(List.of(), entitlement.verdict(reads, p)))
                        .orElseGet(
                            () -> Decision.refuse(Entitlement.noPrescription(reads, patient)))),
            outcome -> call.answer(Answered.of(outcome), TreatmentRoutes::json));
  }

  private static JsonObject json(Verdict verdict) {
    return new JsonObject()
        .put("decision", verdict.decision().name())
        .put("doseMicrograms", verdict.dose().micrograms())
        .put("proposedMicrograms", verdict.proposed().micrograms())
        .put("reasons", reasons(verdict.reasons()));
  }

  private static JsonArray reasons(List<Reason> reasons) {
    JsonArray all = new JsonArray();
    reasons.forEach(
        r ->
            all.add(
                new JsonObject()
                    .put("code", r.code().code())
                    .put("rule", r.code().rule())
                    .put("text", r.english())
                    .put("liftedBy", r.code().lifter().english())
                    .put("releasable", r.code().releasable())
                    .put(
                        "vietnamese",
                        new JsonObject()
                            .put("text", r.vietnamese())
                            .put("liftedBy", r.code().lifter().vietnamese()))));
    return all;
  }

  private void outside(Call call) {
    JsonObject b = call.body();
    String note = b.getString("note");
    notes.outside(
        call.session(),
        new OutsideDose(
            note == null ? notes.nextId() : note,
            patient(b),
            day(b, "day"),
            dose(b),
            Optional.ofNullable(b.getLong("microgramsPerMillilitre")).map(Concentration::new),
            DoseDay.Kind.valueOf(b.getString("kind")),
            new OutsideDose.Confirmation(
                b.getBoolean("confirmed"), b.getString("by"), b.getString("how")),
            Optional.ofNullable(b.getString("at")).map(Instant::parse)),
        answer -> call.answer(answer, id -> new JsonObject().put("note", id)));
  }

  private void hold(Call call) {
    JsonObject b = call.body();
    notes.hold(
        call.session(),
        patient(b),
        new Hold(b.getString("reason"), Hold.By.valueOf(b.getString("by"))),
        Optional.ofNullable(b.getString("lastDay")).map(LocalDate::parse),
        answer -> call.answer(answer, id -> new JsonObject().put("hold", id)));
  }

  private void lift(Call call) {
    JsonObject b = call.body();
    notes.lift(
        call.session(),
        patient(b),
        b.getString("hold"),
        b.getString("reason"),
        answer -> call.answer(answer, id -> new JsonObject().put("hold", id)));
  }

  private void release(Call call) {
    JsonObject b = call.body();
    Set<String> codes =
        b.getJsonArray("reasons").stream().map(Object::toString).collect(Collectors.toSet());
    notes.release(
        call.session(),
        patient(b),
        codes,
        b.getString("reason"),
        answer -> call.answer(answer, day -> new JsonObject().put("day", day)));
  }

  private void traits(Call call) {
    JsonObject b = call.body();
    notes.traits(
        call.session(),
        patient(b),
        new Traits(
            Optional.ofNullable(b.getInteger("birthYear")),
            b.getBoolean("representativeConsents"),
            b.getBoolean("pregnant")),
        answer -> call.answer(answer, id -> new JsonObject()));
  }

  private static PatientId patient(JsonObject b) {
    return new PatientId(b.getString("patient"));
  }

  private static LocalDate day(JsonObject b, String name) {
    return LocalDate.parse(b.getString(name));
  }

  private static Mass dose(JsonObject b) {
    return Mass.ofMicrograms(b.getLong("doseMicrograms"));
  }
}
