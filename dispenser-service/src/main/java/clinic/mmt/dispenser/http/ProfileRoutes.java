package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.people.StaffAccount;
import clinic.mmt.dispenser.app.rules.ProfileActs;
import clinic.mmt.dispenser.app.rules.ProfileState;
import clinic.mmt.dispenser.domain.profile.ProfileValue;
import clinic.mmt.dispenser.domain.profile.Signers;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import clinic.mmt.dispenser.domain.staff.Signature;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The rule values in force: to read, to print, to sign and to replace. */
final class ProfileRoutes {

  private final Clinic clinic;
  private final ProfileActs acts;

  ProfileRoutes(Clinic clinic) {
    this.clinic = clinic;
    this.acts = new ProfileActs(clinic.house());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "profile", call -> acts.look(call.session(), a -> call.answer(a, ProfileRoutes::json)),
        "profileList", this::list,
        "signValues", this::sign,
        "signValuesSignature", this::signSignature,
        "changeValue", this::change,
        "changeValueSignature", this::changeSignature);
  }

  private void list(Call call) {
    acts.look(
        call.session(),
        answer -> {
          switch (answer) {
            case Answered.Yes<ProfileState>(ProfileState state) -> named(call, state);
            case Answered.No<ProfileState>(Refusal refusal) -> call.refuse(403, refusal);
            case Answered.Failed<ProfileState>(String why) -> call.refuse(503, Call.failed(why));
          }
        });
  }

  /** People sign with their names, not with their ids. */
  private void named(Call call, ProfileState state) {
    clinic
        .house()
        .people()
        .staff(
            accounts -> {
              Map<String, String> names = new HashMap<>();
              for (StaffAccount account : accounts) {
                names.put(account.staff().value(), account.displayName());
              }
              call.page(new ProfilePage(state, names).html(), ProfilePage.POLICY);
            });
  }

  private static ProfileActs.Signing signing(JsonObject b) {
    Map<String, String> texts = new HashMap<>();
    b.getJsonArray("values")
        .forEach(
            v -> texts.put(((JsonObject) v).getString("key"), ((JsonObject) v).getString("text")));
    return new ProfileActs.Signing(texts);
  }

  private void sign(Call call) {
    take(
        call,
        second ->
            acts.sign(
                call.session(),
                second,
                signing(call.body()),
                answer -> call.answer(answer, left -> new JsonObject().put("unsigned", left))));
  }

  private void take(Call call, Consumer<Optional<Signature>> then) {
    clinic.signatures().take(Optional.ofNullable(call.body().getString("signature")), then);
  }

  private void signSignature(Call call) {
    signature(call, signing(call.body()).digest());
  }

  private void signature(Call call, String digest) {
    clinic
        .signatures()
        .signDigest(
            StaffRoutes.credential(call.body()),
            digest,
            answer -> call.answer(answer, token -> new JsonObject().put("signature", token)));
  }

  private static ProfileActs.Replacing replacing(JsonObject b) {
    return new ProfileActs.Replacing(
        b.getString("key"),
        b.getString("text").strip(),
        LocalDate.parse(b.getString("from")),
        b.getString("reason"));
  }

  private void change(Call call) {
    take(
        call,
        second ->
            acts.replace(
                call.session(),
                second,
                replacing(call.body()),
                answer -> call.answer(answer, ProfileRoutes::json)));
  }

  private void changeSignature(Call call) {
    signature(call, replacing(call.body()).digest());
  }

  private static JsonObject json(ValueChange change) {
    return new JsonObject()
        .put("change", change.id())
        .put("key", change.key())
        .put("before", change.before())
        .put("after", change.after())
        .put("from", change.from().toString())
        .put("reason", change.reason())
        .put("signed", json(change.by()));
  }

  private static JsonObject json(Signers by) {
    return new JsonObject()
        .put("doctor", by.doctor().value())
        .put("head", by.head().value())
        .put("day", by.day().toString());
  }

  private static JsonObject json(ProfileState state) {
    List<ProfileValue> unsigned = state.unsigned();
    JsonArray values = new JsonArray();
    state
        .inForce()
        .profile()
        .values()
        .forEach(value -> values.add(json(state, value, unsigned.contains(value))));
    JsonArray changes = new JsonArray();
    state.changes().forEach(change -> changes.add(json(change)));
    return new JsonObject()
        .put("profile", state.inForce().profile().name())
        .put("version", state.inForce().version())
        .put("day", state.today().toString())
        .put("draft", state.draft())
        .put("unsigned", unsigned.size())
        .put("doses", !(state.production() && state.draft()))
        .put("values", values)
        .put("changes", changes);
  }

  private static JsonObject json(ProfileState state, ProfileValue value, boolean unsigned) {
    ValueNames.Name name = ValueNames.of(value.key());
    JsonObject json =
        new JsonObject()
            .put("key", value.key())
            .put("name", name.english())
            .put("vietnamese", name.vietnamese())
            .put("rule", value.rule())
            .put("text", value.text())
            .put("source", value.source())
            .put("confidence", value.confidence())
            .put("confirmed", value.confirmed())
            .put("unsigned", unsigned);
    state.signatureOf(value).ifPresent(s -> json.put("signed", json(s.by())));
    state.changeOf(value).ifPresent(c -> json.put("change", c.id()));
    return json;
  }
}
