package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.care.Transfers;
import clinic.mmt.dispenser.app.importing.Paper;
import clinic.mmt.dispenser.app.site.GuestLetters;
import clinic.mmt.dispenser.app.site.GuestPage;
import clinic.mmt.dispenser.app.site.Guests;
import clinic.mmt.dispenser.app.site.SiteBook;
import clinic.mmt.dispenser.app.site.TransferPage;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.GuestLetterText;
import clinic.mmt.dispenser.domain.site.LastDose;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Transfers, guest letters and guests. */
final class SiteRoutes {

  /** As for other sheets; the code is drawn in the page itself. */
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; frame-ancestors 'none'"
          .formatted(
              Base64.getEncoder()
                  .encodeToString(HexFormat.of().parseHex(Digests.sha256(Paper.STYLE))));

  private final Clinic clinic;
  private final Transfers transfers;
  private final GuestLetters letters;
  private final Guests guests;

  SiteRoutes(Clinic clinic) {
    this.clinic = clinic;
    this.transfers = new Transfers(clinic.house());
    this.letters = new GuestLetters(clinic.house(), clinic.sites());
    this.guests = new Guests(clinic.house(), clinic.sites());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "site", this::site,
        "transferOut", this::out,
        "transferIn", this::in,
        "transferLetter", this::transferLetter,
        "signGuestLetter", this::sign,
        "endGuestLetter", this::end,
        "guestLetter", this::letter,
        "takeInGuest", this::takeIn);
  }

  private void site(Call call) {
    SiteBook sites = clinic.sites();
    call.ok(
        new JsonObject()
            .put("site", sites.name().value())
            .put("type", sites.kind().name().toLowerCase(Locale.ROOT))
            .put("key", sites.key().publicText())
            .put("sites", new JsonArray(sites.names().stream().map(SiteName::value).toList())));
  }

  private static PatientId patient(JsonObject body) {
    return new PatientId(body.getString("patient"));
  }

  private static LocalDate day(JsonObject body, String name) {
    return LocalDate.parse(body.getString(name));
  }

  private void out(Call call) {
    JsonObject b = call.body();
    transfers.out(
        call.session(),
        patient(b),
        day(b, "day"),
        b.getString("receiver"),
        answer -> call.answer(answer, id -> new JsonObject().put("movement", id)));
  }

  private void in(Call call) {
    JsonObject b = call.body();
    transfers.in(
        call.session(),
        new Transfers.Coming(
            patient(b),
            day(b, "day"),
            b.getString("from"),
            Optional.ofNullable(b.getJsonObject("lastDose")).map(SiteRoutes::verified)),
        answer -> call.answer(answer, id -> new JsonObject().put("movement", id)));
  }

  private static Transfers.Verified verified(JsonObject last) {
    return new Transfers.Verified(
        day(last, "day"),
        new Mass(last.getLong("doseMicrograms")),
        new Concentration(last.getLong("microgramsPerMillilitre")),
        last.getString("by"),
        last.getString("how"),
        last.getBoolean("readBack"));
  }

  private void transferLetter(Call call) {
    transfers.letter(
        call.session(),
        call.path("movement"),
        answer -> {
          if (answer instanceof Answered.Yes<Transfers.Letter>(Transfers.Letter letter)) {
            call.page(
                TransferPage.html(
                    letter, clinic.sites().name().value(), clinic.house().calendar().today()),
                POLICY);
          } else {
            call.answer(answer, letter -> new JsonObject());
          }
        });
  }

  private void sign(Call call) {
    JsonObject b = call.body();
    letters.sign(
        call.session(),
        new GuestLetters.Wish(patient(b), b.getString("site"), day(b, "from"), day(b, "to")),
        answer -> call.answer(answer, id -> new JsonObject().put("letter", id)));
  }

  private void end(Call call) {
    JsonObject b = call.body();
    letters.end(
        call.session(),
        b.getString("letter"),
        b.getString("reason"),
        answer -> call.answer(answer, id -> new JsonObject().put("letter", id)));
  }

  private void letter(Call call) {
    letters.paper(
        call.session(),
        call.path("letter"),
        answer -> {
          if (answer instanceof Answered.Yes<GuestLetters.Paper>(GuestLetters.Paper paper)) {
            call.page(GuestPage.html(paper.text(), CardDrawing.svg(paper.code())), POLICY);
          } else {
            call.answer(answer, paper -> new JsonObject());
          }
        });
  }

  private void takeIn(Call call) {
    JsonObject b = call.body();
    guests.takeIn(
        call.session(),
        patient(b),
        b.getString("letter"),
        answer -> call.answer(answer, SiteRoutes::json));
  }

  /** What a doctor of the guest site needs for the order; the name is not said again. */
  private static JsonObject json(GuestLetterText text) {
    JsonObject json =
        new JsonObject()
            .put("letter", text.letter())
            .put("home", text.home().value())
            .put("from", text.first().toString())
            .put("to", text.last().toString())
            .put("doseMicrograms", text.dose().micrograms());
    text.lastDose().ifPresent(last -> json.put("lastDose", json(last)));
    return json;
  }

  private static JsonObject json(LastDose last) {
    JsonObject json =
        new JsonObject()
            .put("day", last.day().toString())
            .put("doseMicrograms", last.dose().micrograms())
            .put("confirmed", last.confirmed());
    last.strength()
        .ifPresent(s -> json.put("microgramsPerMillilitre", s.microgramsPerMillilitre()));
    return json;
  }
}
