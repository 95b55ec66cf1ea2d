package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.counter.Snapshot;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.people.StaffAccount;
import clinic.mmt.dispenser.app.staff.StaffRoom.NewStaff;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Who works here with which functions: the list, new colleagues, changed functions, the end. */
final class StaffListRoutes {

  private final Clinic clinic;
  private final Sessions sessions;
  private final LiveHub hub;

  StaffListRoutes(Clinic clinic, Sessions sessions, LiveHub hub) {
    this.clinic = clinic;
    this.sessions = sessions;
    this.hub = hub;
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "staffList", this::list,
        "addStaff", call -> administering(call, this::add),
        "changeFunctions", call -> administering(call, this::change));
  }

  private static void administering(Call call, Consumer<Call> then) {
    if (call.session().roles().contains(Role.ADMINISTRATOR)) {
      then.accept(call);
    } else {
      call.refuse(
          403,
          Refusal.of(
              "not-your-function",
              "",
              "Only an administrator changes who works here.",
              "an administrator"));
    }
  }

  /** Names and functions for everybody who works here; login names for an administrator. */
  private void list(Call call) {
    boolean logins = call.session().roles().contains(Role.ADMINISTRATOR);
    clinic
        .house()
        .people()
        .staff(
            accounts -> {
              Map<StaffId, Set<Role>> roles =
                  clinic
                      .house()
                      .journal()
                      .look(
                          reads ->
                              accounts.stream()
                                  .collect(
                                      Collectors.toMap(
                                          StaffAccount::staff, a -> reads.roles(a.staff()))));
              List<JsonObject> rows =
                  accounts.stream()
                      .sorted(Comparator.comparing(StaffAccount::displayName))
                      .map(a -> json(a, roles.getOrDefault(a.staff(), Set.of()), logins))
                      .toList();
              call.ok(new JsonObject().put("found", new JsonArray(rows)));
            });
  }

  private static JsonObject json(StaffAccount account, Set<Role> roles, boolean login) {
    JsonObject json =
        new JsonObject()
            .put("staff", account.staff().value())
            .put("displayName", account.displayName())
            .put("roles", new JsonArray(roles.stream().map(Role::name).sorted().toList()));
    return login ? json.put("login", account.login()) : json;
  }

  private static Set<Role> roles(JsonObject b) {
    return b.getJsonArray("roles").stream()
        .map(r -> Role.valueOf((String) r))
        .collect(Collectors.toSet());
  }

  private void add(Call call) {
    JsonObject b = call.body();
    clinic
        .staff()
        .register(
            call.session().staff().value(),
            new NewStaff(
                b.getString("login"),
                b.getString("password"),
                b.getString("displayName"),
                roles(b)),
            answer -> call.answer(answer, StaffRoutes::json));
  }

  /** Whoever stands at a counter leaves it first: no cup is left alone by a change on paper. */
  private void change(Call call) {
    JsonObject b = call.body();
    StaffId of = new StaffId(b.getString("staff"));
    Optional<String> at =
        clinic.counters().keySet().stream()
            .filter(
                station ->
                    hub.at(station).map(Snapshot::users).orElse(List.of()).contains(of.value()))
            .findFirst();
    if (at.isPresent()) {
      call.refuse(
          403,
          Refusal.of(
              "signed-in-somewhere",
              "",
              "This person is signed in at a counter.",
              "the person signs out there, then try again"));
      return;
    }
    clinic
        .staff()
        .functions(
            call.session(),
            of,
            roles(b),
            answer -> {
              if (answer instanceof Answered.Yes<StaffId>) {
                sessions.closeAll(of);
              }
              call.answer(answer, StaffRoutes::json);
            });
  }
}
