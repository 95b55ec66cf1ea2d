package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.care.OrderedDays;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.dispense.AddedDose;
import clinic.mmt.dispenser.domain.dispense.Observation;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.PlacedHold;
import clinic.mmt.dispenser.domain.episode.MovementRules;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Traits;
import clinic.mmt.dispenser.domain.prescription.DoseStep;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.site.GuestLetter;
import clinic.mmt.dispenser.domain.staff.StaffId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is known of one patient for who treats the patient: orders, doses of ten weeks, days missed,
 * holds, reviews, letters, observations, second doses of today. Amounts in micrograms.
 */
final class HistoryJson {

  private static final int WEEKS_DAYS = 70;
  private static final int AHEAD_DAYS = 35;

  private final House house;
  private final Reads reads;
  private final PatientId patient;
  private final Map<StaffId, String> names;
  private final LocalDate today;
  private final LocalDate since;

  HistoryJson(House house, Reads reads, PatientId patient, Map<StaffId, String> names) {
    this.house = house;
    this.reads = reads;
    this.patient = patient;
    this.names = Map.copyOf(names);
    this.today = house.calendar().today();
    this.since = today.minusDays(WEEKS_DAYS);
  }

  JsonObject json() {
    List<DoseDay> doses = new Entitlement(house).doses(reads, patient, since);
    OrderedDays orders = OrderedDays.of(reads, patient, since, today.plusDays(AHEAD_DAYS));
    JsonArray missed = new JsonArray();
    orders
        .missed(doses, house.calendar().closedDays(), today)
        .forEach(day -> missed.add(day.toString()));
    Traits traits = reads.traits(patient);
    return new JsonObject()
        .put("today", today.toString())
        .put("since", since.toString())
        .put("inCare", MovementRules.inCare(reads.episodes().movements(patient)))
        .put("pregnant", traits.pregnant())
        .put("representativeConsents", traits.representativeConsents())
        .put("prescriptions", array(orders.each(), this::json))
        .put("doses", array(inTime(doses), HistoryJson::json))
        .put("missed", missed)
        .put("holds", array(reads.holds(patient), HistoryJson::json))
        .put(
            "reviews",
            array(
                reads.reviews(patient),
                r ->
                    new JsonObject()
                        .put("review", r.id())
                        .put("from", r.from().toString())
                        .put("reason", r.reason())))
        .put("letters", array(reads.guests().letters(patient), HistoryJson::json))
        .put(
            "observations",
            array(
                reads.observations().stream().filter(o -> o.patient().equals(patient)).toList(),
                HistoryJson::json))
        .put("added", array(reads.added(patient, today), this::json));
  }

  private static <T> JsonArray array(Collection<T> all, Function<T, JsonObject> one) {
    JsonArray array = new JsonArray();
    all.forEach(each -> array.add(one.apply(each)));
    return array;
  }

  private List<DoseDay> inTime(List<DoseDay> doses) {
    return doses.stream().filter(d -> !d.day().isBefore(since)).toList();
  }

  private String name(StaffId staff) {
    return names.getOrDefault(staff, staff.value());
  }

  private JsonObject json(Prescription p) {
    return new JsonObject()
        .put("prescription", p.id().value())
        .put("stage", p.stage().name())
        .put("firstDay", p.firstDay().toString())
        .put("lastDay", p.lastDay().toString())
        .put("steps", array(p.steps(), HistoryJson::json))
        .put("now", p.covers(today))
        .put("by", name(p.signature().prescriber()))
        .put("signedOn", p.signature().day().toString())
        .put("overLimits", p.signature().overLimits())
        .put("reason", p.signature().reason());
  }

  private static JsonObject json(DoseStep step) {
    JsonObject json =
        new JsonObject()
            .put("from", step.from().toString())
            .put("doseMicrograms", step.dose().micrograms());
    step.later().ifPresent(later -> json.put("laterMicrograms", later.micrograms()));
    return json;
  }

  private static JsonObject json(DoseDay d) {
    JsonObject json =
        new JsonObject()
            .put("day", d.day().toString())
            .put("kind", d.kind().name())
            .put("place", d.place().name())
            .put("doseMicrograms", d.dose().micrograms())
            .put("takenMicrograms", d.taken().micrograms())
            .put("confirmed", d.confirmed())
            .put("vomited", d.vomited());
    d.at().ifPresent(at -> json.put("at", at.toString()));
    return json;
  }

  private static JsonObject json(PlacedHold placed) {
    JsonObject json =
        new JsonObject()
            .put("hold", placed.id())
            .put("by", placed.hold().by().name())
            .put("reason", placed.hold().reason());
    placed.lastDay().ifPresent(last -> json.put("lastDay", last.toString()));
    return json;
  }

  private static JsonObject json(GuestLetter letter) {
    return new JsonObject()
        .put("letter", letter.id())
        .put("way", letter.way().name())
        .put("site", letter.site().value())
        .put("from", letter.first().toString())
        .put("to", letter.last().toString());
  }

  private static JsonObject json(Observation o) {
    return new JsonObject()
        .put("observation", o.id())
        .put("cause", o.cause().name())
        .put("until", o.until().toString());
  }

  private JsonObject json(AddedDose a) {
    return new JsonObject()
        .put("kind", a.kind().name())
        .put("doseMicrograms", a.dose().micrograms())
        .put("reason", a.reason());
  }
}
