package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.people.EachPerson;
import clinic.mmt.dispenser.app.people.NameSearch;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.StaffAccount;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Patients by name, and what is known of one. What is looked for comes in the body: no name and no
 * patient is ever in an address.
 */
final class PatientRoutes {

  /** Whoever writes something of a patient has to find the right one. */
  private static final Set<Role> SEARCH =
      Set.of(Role.PRESCRIBER, Role.PHARMACIST, Role.DISPENSER, Role.HEAD, Role.ADMINISTRATOR);

  private static final Set<Role> TREAT = Set.of(Role.PRESCRIBER, Role.PHARMACIST);

  private final Vertx vertx;
  private final Clinic clinic;

  PatientRoutes(Vertx vertx, Clinic clinic) {
    this.vertx = vertx;
    this.clinic = clinic;
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "searchPatients", call -> CareRoutes.with(call, SEARCH, this::search),
        "patientHistory", call -> CareRoutes.with(call, TREAT, this::history));
  }

  private void search(Call call) {
    String text = call.body().getString("text");
    if (!NameSearch.enough(text)) {
      call.refuse(
          400,
          Refusal.of(
                  "search-too-short",
                  "",
                  "One letter lists half a clinic.",
                  "type two letters of the name or more")
              .vietnamese("Một chữ cái thì ra nửa cơ sở.", "gõ ít nhất hai chữ cái của tên"));
      return;
    }
    call.beside(
        vertx,
        () ->
            EachPerson.of(
                clinic.house().people(),
                clinic.house().journal().look(reads -> reads.patients()),
                people -> call.ok(json(NameSearch.find(people, text)))));
  }

  private static JsonObject json(NameSearch.Found<PatientId> found) {
    JsonArray hits = new JsonArray();
    found
        .hits()
        .forEach(
            hit -> hits.add(person(hit.key(), hit.person()).put("similarName", hit.similar())));
    return new JsonObject().put("found", hits).put("all", found.all());
  }

  private static JsonObject person(PatientId patient, Person p) {
    JsonObject json =
        new JsonObject()
            .put("patient", patient.value())
            .put("portrait", SnapshotJson.portrait(patient))
            .put("familyName", p.familyName())
            .put("givenName", p.givenName())
            .put("birthYear", p.birthYear());
    return p.photo().length() == 0
        ? json
        : json.put("photoPng", Base64.getEncoder().encodeToString(p.photo().toArray()));
  }

  private void history(Call call) {
    PatientId patient = new PatientId(call.body().getString("patient"));
    Future<Optional<Person>> person = person(patient);
    names()
        .compose(
            names ->
                vertx.executeBlocking(
                    () ->
                        clinic
                            .house()
                            .journal()
                            .look(
                                reads ->
                                    new HistoryJson(clinic.house(), reads, patient, names).json()),
                    false))
        .compose(
            json ->
                person.map(
                    known -> {
                      known.ifPresent(p -> json.mergeIn(person(patient, p)));
                      return json.put("patient", patient.value());
                    }))
        .onSuccess(call::ok)
        .onFailure(e -> call.refuse(503, Call.failed(String.valueOf(e.getMessage()))));
  }

  private Future<Optional<Person>> person(PatientId patient) {
    Promise<Optional<Person>> person = Promise.promise();
    clinic.house().people().person(patient, person::complete);
    return person.future();
  }

  private Future<Map<StaffId, String>> names() {
    Promise<List<StaffAccount>> accounts = Promise.promise();
    clinic.house().people().staff(accounts::complete);
    return accounts
        .future()
        .map(
            all ->
                all.stream()
                    .collect(Collectors.toMap(StaffAccount::staff, StaffAccount::displayName)));
  }
}
