package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.episode.AfterCare;
import clinic.mmt.dispenser.domain.episode.ContactAttempt;
import clinic.mmt.dispenser.domain.episode.Residence;
import clinic.mmt.dispenser.domain.episode.UrineResult;
import clinic.mmt.dispenser.domain.episode.UrineResult.Found;
import clinic.mmt.dispenser.domain.episode.UrineResult.Substance;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.RecordFact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Sex;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Attempts to get in touch, hand-overs to after-care and what later reports ask of a patient:
 * private as a whole.
 */
final class RecordFacts {

  static final String CONTACT = "contact.attempted";
  static final String DECIDED = "after-care.decided";
  static final String SENT = "after-care.sent";
  static final String ACKNOWLEDGED = "after-care.acknowledged";
  static final String RESIDENCE = "residence.noted";
  static final String SEX = "sex.noted";
  static final String URINE = "urine.tested";

  private RecordFacts() {}

  static Encoded write(RecordFact fact) {
    return switch (fact) {
      case RecordFact.ContactAttempted attempted -> write(attempted);
      case RecordFact.AfterCareNoted noted -> write(noted);
      case RecordFact.ResidenceNoted noted -> write(noted);
      case RecordFact.SexNoted noted -> write(noted);
      case RecordFact.UrineTested tested -> write(tested);
      case RecordFact.QuotaSet set -> DayFacts.write(set);
      case RecordFact.DayClosed closed -> DayFacts.write(closed);
      case RecordFact.DayHeld held -> DayFacts.write(held);
    };
  }

  private static Encoded write(RecordFact.ContactAttempted fact) {
    ContactAttempt attempt = fact.attempt();
    return closed(
        CONTACT,
        JsonText.object("attempt", attempt.id())
            .put("patient", attempt.patient().value())
            .put("day", attempt.day().toString())
            .put("how", attempt.how().name())
            .put("reached", attempt.reached())
            .put("words", attempt.words())
            .put("by", attempt.by().value()));
  }

  static Fact contact(Members secret) {
    return new RecordFact.ContactAttempted(
        new ContactAttempt(
            secret.text("attempt"),
            patient(secret),
            secret.day("day"),
            secret.oneOf(ContactAttempt.How.class, "how"),
            secret.flag("reached"),
            secret.text("words"),
            by(secret)));
  }

  private static Encoded write(RecordFact.AfterCareNoted fact) {
    AfterCare.Step step = fact.step();
    JsonText secret =
        JsonText.object("leaving", fact.leaving())
            .put("patient", fact.patient().value())
            .put("day", step.day().toString())
            .put("by", fact.by().value());
    return switch (step) {
      case AfterCare.Decided decided ->
          closed(
              DECIDED, secret.put("number", decided.number()).put("receiver", decided.receiver()));
      case AfterCare.Sent sent -> closed(SENT, secret);
      case AfterCare.Acknowledged done -> closed(ACKNOWLEDGED, secret.put("receivedBy", done.by()));
    };
  }

  static Fact decided(Members secret) {
    return noted(
        secret,
        new AfterCare.Decided(secret.text("number"), secret.day("day"), secret.text("receiver")));
  }

  static Fact sent(Members secret) {
    return noted(secret, new AfterCare.Sent(secret.day("day")));
  }

  static Fact acknowledged(Members secret) {
    return noted(secret, new AfterCare.Acknowledged(secret.day("day"), secret.text("receivedBy")));
  }

  private static Fact noted(Members secret, AfterCare.Step step) {
    return new RecordFact.AfterCareNoted(secret.text("leaving"), patient(secret), step, by(secret));
  }

  private static Encoded write(RecordFact.ResidenceNoted fact) {
    Residence residence = fact.residence();
    return closed(
        RESIDENCE,
        JsonText.object("patient", residence.patient().value())
            .put("from", residence.from().toString())
            .put("commune", residence.commune())
            .put("by", residence.by().value()));
  }

  static Fact residence(Members secret) {
    return new RecordFact.ResidenceNoted(
        new Residence(patient(secret), secret.day("from"), secret.text("commune"), by(secret)));
  }

  private static Encoded write(RecordFact.SexNoted fact) {
    return closed(
        SEX, JsonText.object("patient", fact.patient().value()).put("sex", fact.sex().name()));
  }

  static Fact sex(Members secret) {
    return new RecordFact.SexNoted(patient(secret), secret.oneOf(Sex.class, "sex"));
  }

  private static Encoded write(RecordFact.UrineTested fact) {
    UrineResult result = fact.result();
    Map<String, String> found = new TreeMap<>();
    result.found().forEach((substance, what) -> found.put(substance.name(), what.name()));
    return closed(
        URINE,
        JsonText.object("test", result.id())
            .put("patient", result.patient().value())
            .put("day", result.day().toString())
            .put("found", found)
            .put("words", result.words())
            .put("by", result.by().value()));
  }

  static Fact urine(Members secret) {
    Map<Substance, Found> found =
        secret.pairs("found").entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    e -> Substance.valueOf(e.getKey()), e -> Found.valueOf(e.getValue())));
    return new RecordFact.UrineTested(
        new UrineResult(
            secret.text("test"),
            patient(secret),
            secret.day("day"),
            found,
            secret.text("words"),
            by(secret)));
  }

  private static PatientId patient(Members secret) {
    return new PatientId(secret.text("patient"));
  }

  private static StaffId by(Members secret) {
    return new StaffId(secret.text("by"));
  }

  private static Encoded closed(String kind, JsonText secret) {
    return new Encoded(kind, 1, JsonText.object().end(), secret.end());
  }
}
