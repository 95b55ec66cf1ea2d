package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.people.ClinicCard;
import clinic.mmt.dispenser.app.people.IssuedCard;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.Role;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The clinic's own cards: making one, and ending those that are lost. */
final class CardRoutes {

  private static final Set<Role> ISSUE =
      Set.of(Role.ADMINISTRATOR, Role.PRESCRIBER, Role.PHARMACIST);

  /** A lost card is ended by whoever hears of it first. */
  private static final Set<Role> REVOKE =
      Set.of(Role.ADMINISTRATOR, Role.PRESCRIBER, Role.PHARMACIST, Role.DISPENSER);

  private final Clinic clinic;

  CardRoutes(Clinic clinic) {
    this.clinic = clinic;
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "issueCard", call -> CareRoutes.with(call, ISSUE, c -> whose(c, this::issue)),
        "revokeCards", call -> CareRoutes.with(call, REVOKE, c -> whose(c, this::revoke)));
  }

  /** In a training with simulated devices whoever plays the people has their cards. */
  void play(Call call) {
    whose(call, this::issue);
  }

  /** The person by id, or by a card's number that the person has already. */
  private void whose(Call call, BiConsumer<Call, PatientId> then) {
    Optional<String> patient = Optional.ofNullable(call.body().getString("patient"));
    Optional<String> card = Optional.ofNullable(call.body().getString("card"));
    if (patient.isPresent() == card.isPresent()) {
      call.refuse(
          400,
          Refusal.of(
              "malformed-request", "", "Name the patient or a card.", "see docs/api/openapi.yaml"));
      return;
    }
    patient.ifPresent(id -> then.accept(call, new PatientId(id)));
    card.ifPresent(
        number ->
            people()
                .byToken(
                    number,
                    found ->
                        found.ifPresentOrElse(
                            id -> then.accept(call, id), () -> call.refuse(403, nobody()))));
  }

  private void issue(Call call, PatientId patient) {
    people().issueCard(patient, issued -> answer(call, issued));
  }

  private static void answer(Call call, IssuedCard issued) {
    switch (issued) {
      case IssuedCard.Made(ClinicCard card) ->
          call.ok(
              new JsonObject()
                  .put("payload", card.text())
                  .put("number", card.number())
                  .put("svg", CardDrawing.svg(card.text())));
      case IssuedCard.NoSuchPerson n -> call.refuse(403, nobody());
      case IssuedCard.Failed(String why) -> call.refuse(503, Call.failed(why));
    }
  }

  private void revoke(Call call, PatientId patient) {
    people()
        .revokeCards(
            patient,
            saved -> {
              switch (saved) {
                case People.Saved.Done d -> call.ok(new JsonObject());
                case People.Saved.Failed(String why) -> call.refuse(503, Call.failed(why));
              }
            });
  }

  private static Refusal nobody() {
    return Refusal.of(
        "no-such-person", "", "Nobody is registered so.", "register the patient first");
  }

  private People people() {
    return clinic.house().people();
  }
}
