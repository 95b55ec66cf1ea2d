package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.GuestLetter;
import clinic.mmt.dispenser.domain.site.GuestStep;
import clinic.mmt.dispenser.domain.site.PackNoted;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.dispenser.domain.staff.StaffId;

/** {@code guest-letter.signed}, {@code guest-letter.ended}, {@code guest.received}: all private. */
final class SiteFacts {

  static final String SIGNED = "guest-letter.signed";
  static final String ENDED = "guest-letter.ended";
  static final String RECEIVED = "guest.received";

  private SiteFacts() {}

  static Encoded write(Fact.SiteNoted fact) {
    return switch (fact.step()) {
      case PackNoted noted -> PackFacts.write(noted);
      case GuestStep.Began(GuestLetter letter) ->
          switch (letter.way()) {
            case OUT -> closed(SIGNED, letter(letter));
            case IN -> closed(RECEIVED, letter(letter));
          };
      case GuestStep.Ended ended ->
          closed(
              ENDED,
              JsonText.object("letter", ended.letter())
                  .put("patient", ended.patient().value())
                  .put("by", ended.by().value())
                  .put("reason", ended.reason()));
    };
  }

  private static JsonText letter(GuestLetter letter) {
    return JsonText.object("letter", letter.id())
        .put("patient", letter.patient().value())
        .put("site", letter.site().value())
        .put("firstDay", letter.first().toString())
        .put("lastDay", letter.last().toString())
        .put("by", letter.by().value());
  }

  static Fact began(Members secret, GuestLetter.Way way) {
    return new Fact.SiteNoted(
        new GuestStep.Began(
            new GuestLetter(
                secret.text("letter"),
                new PatientId(secret.text("patient")),
                way,
                new SiteName(secret.text("site")),
                secret.day("firstDay"),
                secret.day("lastDay"),
                new StaffId(secret.text("by")))));
  }

  static Fact ended(Members secret) {
    return new Fact.SiteNoted(
        new GuestStep.Ended(
            secret.text("letter"),
            new PatientId(secret.text("patient")),
            new StaffId(secret.text("by")),
            secret.text("reason")));
  }

  private static Encoded closed(String kind, JsonText secret) {
    return new Encoded(kind, 1, JsonText.object().end(), secret.end());
  }
}
