package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.care.Registry.NewPatient;
import clinic.mmt.dispenser.app.counter.Counter;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.people.CitizenCard;
import clinic.mmt.dispenser.app.people.InsuranceCard;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.dispenser.app.stock.StockRoom;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.DensityReadings;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Volume;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Patients and stock in their first form. */
final class CareRoutes {

  private static final Set<Role> STOCK = Set.of(Role.PHARMACIST, Role.STORE_KEEPER);
  private static final Set<Role> REGISTER =
      Set.of(Role.ADMINISTRATOR, Role.PRESCRIBER, Role.PHARMACIST);
  private static final Set<Role> CHECK = Set.of(Role.PHARMACIST, Role.DISPENSER);

  private final Clinic clinic;

  CareRoutes(Clinic clinic) {
    this.clinic = clinic;
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "addPatient", call -> with(call, REGISTER, this::addPatient),
        "receiveBatch", call -> with(call, STOCK, this::receiveBatch),
        "remeasureBatch", this::remeasureBatch,
        "signMeasurement", this::signMeasurement,
        "mountBottle", call -> with(call, STOCK, this::mountBottle),
        "checkStation", call -> with(call, CHECK, this::checkStation));
  }

  static void with(Call call, Set<Role> any, Consumer<Call> then) {
    if (call.session().roles().stream().anyMatch(any::contains)) {
      then.accept(call);
    } else {
      call.refuse(
          403,
          Refusal.of(
              "not-your-function",
              "",
              "Your functions do not include this.",
              "one of " + any.stream().map(Role::name).sorted().toList()));
    }
  }

  private void addPatient(Call call) {
    JsonObject b = call.body();
    JsonArray templates = b.getJsonArray("templates", new JsonArray());
    if (!templates.isEmpty() && !clinic.training()) {
      call.refuse(
          403,
          Refusal.of(
              "enrol-at-the-reader",
              "",
              "Templates come from the reader in production mode.",
              "enrol the finger at the reader, with two staff"));
      return;
    }
    List<StoredFinger> fingers = new ArrayList<>();
    for (int i = 0; i < templates.size(); i++) {
      fingers.add(
          new StoredFinger(
              i + 1, "zfm-20", Bytes.of(HexFormat.of().parseHex(templates.getString(i)))));
    }
    Person person =
        new Person(
            b.getString("familyName"),
            b.getString("givenName"),
            b.getInteger("birthYear"),
            Bytes.EMPTY);
    List<String> cards =
        new ArrayList<>(b.getJsonArray("cards").stream().map(Object::toString).toList());
    Optional.ofNullable(b.getString("citizenNumber"))
        .ifPresent(number -> cards.add(CitizenCard.token(number)));
    Optional.ofNullable(b.getString("insuranceNumber"))
        .ifPresent(number -> cards.add(InsuranceCard.token(number)));
    clinic
        .registry()
        .register(
            call.session().staff().value(),
            new NewPatient(person, fingers, cards, RecordRoutes.recorded(b)),
            answer -> call.answer(answer, id -> new JsonObject().put("patient", id.value())));
  }

  private static Optional<Density> density(JsonObject b) {
    return Optional.ofNullable(b.getLong("densityMicrogramsPerMillilitre")).map(Density::new);
  }

  private void receiveBatch(Call call) {
    JsonObject b = call.body();
    clinic
        .stock()
        .receive(
            call.session().staff().value(),
            new StockRoom.NewBatch(
                new BatchId(b.getString("batch")),
                new Concentration(b.getLong("microgramsPerMillilitre")),
                density(b),
                Volume.ofMicrolitres(b.getLong("receivedMicrolitres"))),
            answer -> call.answer(answer, id -> new JsonObject().put("batch", id.value())));
  }

  private static StockRoom.Remeasured remeasured(Call call) {
    JsonArray readings = call.body().getJsonArray("readingsMicrogramsPerMillilitre");
    return new StockRoom.Remeasured(
        new BatchId(call.path("batch")),
        Optional.ofNullable(readings)
            .map(
                all ->
                    new DensityReadings(
                        all.stream().map(v -> new Density(((Number) v).longValue())).toList())),
        call.body().getString("detail"));
  }

  /** After the first doses of a batch did not agree (H90); signed by two. */
  private void remeasureBatch(Call call) {
    clinic
        .signatures()
        .take(
            Optional.ofNullable(call.body().getString("second")),
            second ->
                clinic
                    .stock()
                    .remeasure(
                        call.session(),
                        second,
                        remeasured(call),
                        answer -> {
                          clinic.counters().values().forEach(Counter::stockChanged);
                          call.answer(answer, id -> new JsonObject().put("batch", id.value()));
                        }));
  }

  private void signMeasurement(Call call) {
    clinic
        .signatures()
        .signDigest(
            StaffRoutes.credential(call.body()),
            remeasured(call).digest(),
            answer -> call.answer(answer, token -> new JsonObject().put("signature", token)));
  }

  private void mountBottle(Call call) {
    JsonObject b = call.body();
    String station = call.path("station");
    clinic
        .stock()
        .mount(
            call.session().staff().value(),
            new StockRoom.NewBottle(
                new StationId(station),
                new BottleId(b.getString("bottle")),
                new BatchId(b.getString("batch")),
                Volume.ofMicrolitres(b.getLong("volumeMicrolitres")),
                Volume.ofMicrolitres(b.getLong("lineMicrolitres"))),
            answer -> {
              changed(station);
              call.answer(answer, id -> new JsonObject().put("bottle", id.value()));
            });
  }

  private void checkStation(Call call) {
    JsonObject b = call.body();
    String station = call.path("station");
    clinic
        .stock()
        .checked(
            call.session().staff().value(),
            new StationId(station),
            b.getBoolean("passed"),
            b.getString("detail"),
            answer -> {
              changed(station);
              call.answer(answer, day -> new JsonObject().put("day", day.toString()));
            });
  }

  private void changed(String station) {
    Optional.ofNullable(clinic.counters().get(station)).ifPresent(c -> c.stockChanged());
  }
}
