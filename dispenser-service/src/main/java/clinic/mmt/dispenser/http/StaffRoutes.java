package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.counter.SignatureDesk;
import clinic.mmt.dispenser.app.counter.SignatureDesk.Credential;
import clinic.mmt.dispenser.app.counter.Step;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.staff.StaffRoom.NewStaff;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Logins, staff and signatures. */
final class StaffRoutes {

  static final String COOKIE = "mmt_session";

  private final Clinic clinic;
  private final Sessions sessions;

  StaffRoutes(Clinic clinic, Sessions sessions) {
    this.clinic = clinic;
    this.sessions = sessions;
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "setUp", this::setUp,
        "logIn", this::logIn,
        "logOut", this::logOut,
        "me", call -> call.ok(json(call.session())),
        "sign", this::sign,
        "owed", this::owed,
        "signOwed", this::signOwed);
  }

  private void setUp(Call call) {
    JsonObject b = call.body();
    NewStaff first =
        new NewStaff(
            b.getString("login"),
            b.getString("password"),
            b.getString("displayName"),
            Set.of(Role.ADMINISTRATOR, Role.HEAD));
    clinic
        .staff()
        .setUp(b.getString("code"), first, answer -> call.answer(answer, StaffRoutes::json));
  }

  private void logIn(Call call) {
    JsonObject b = call.body();
    clinic
        .staff()
        .login(
            b.getString("login"),
            b.getString("password"),
            b.getString("terminal", "counter"),
            answer -> loggedIn(call, answer));
  }

  private void loggedIn(Call call, Answered<Session> answer) {
    if (answer instanceof Answered.No<Session>(Refusal refusal)) {
      call.refuse(401, refusal);
      return;
    }
    call.answer(
        answer,
        session -> {
          String token = sessions.open(session);
          call.routing()
              .response()
              .addCookie(
                  Cookie.cookie(COOKIE, token)
                      .setHttpOnly(true)
                      .setPath("/")
                      .setSameSite(CookieSameSite.STRICT));
          return json(session).put("token", token);
        });
  }

  private void logOut(Call call) {
    ApiServer.token(call.routing()).ifPresent(sessions::close);
    clinic.counters().values().forEach(c -> c.signOut(call.session().staff()));
    call.ok(new JsonObject());
  }

  static Credential credential(JsonObject b) {
    return new Credential(
        b.getString("login"), b.getString("password"), b.getString("terminal", "counter"));
  }

  private void sign(Call call) {
    JsonObject b = call.body();
    clinic
        .signatures()
        .sign(
            credential(b),
            new SignatureDesk.Asked(
                new DoseId(b.getString("visit")),
                Step.of(b.getString("step")).orElseThrow(),
                CounterRoutes.fields(b)),
            answer -> call.answer(answer, token -> new JsonObject().put("signature", token)));
  }

  private void signOwed(Call call) {
    clinic
        .signatures()
        .signOwed(
            credential(call.body()),
            call.path("act"),
            answer -> call.answer(answer, act -> new JsonObject().put("act", act)));
  }

  private void owed(Call call) {
    clinic
        .house()
        .journal()
        .transact(
            new Transaction<List<Fact.SignatureOwed>>(
                call.session().staff().value(),
                clinic.house().clock().instant(),
                reads -> Decision.accept(List.of(), reads.owed())),
            outcome -> call.answer(Answered.of(outcome), StaffRoutes::json));
  }

  private static JsonObject json(List<Fact.SignatureOwed> owed) {
    JsonArray acts = new JsonArray();
    owed.forEach(
        o ->
            acts.add(
                new JsonObject()
                    .put("act", o.act())
                    .put("kind", o.kind())
                    .put("first", o.first().value())
                    .put("due", o.due().toString())));
    return new JsonObject().put("owed", acts);
  }

  static JsonObject json(StaffId id) {
    return new JsonObject().put("staff", id.value());
  }

  private static JsonObject json(Session s) {
    return new JsonObject()
        .put("staff", s.staff().value())
        .put("displayName", s.displayName())
        .put("roles", new JsonArray(s.roles().stream().map(Role::name).sorted().toList()));
  }
}
