package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.queue.Arrival;
import clinic.mmt.dispenser.domain.queue.Ticket;

/**
 * {@code patient.arrived}, {@code priority.set} and {@code referral.ended}: all about a person, so
 * all of it is private.
 */
final class DoorFacts {

  static final String ARRIVED = "patient.arrived";
  static final String PRIORITY = "priority.set";
  static final String SEEN = "referral.ended";

  private DoorFacts() {}

  static Encoded write(Fact.PatientArrived fact) {
    Arrival a = fact.arrival();
    var secret =
        JsonText.object("patient", a.patient().value())
            .put("day", a.day().toString())
            .put("sitting", a.ticket().sitting())
            .put("number", a.ticket().number())
            .put("how", a.how().name())
            .put("sentToDoctor", a.sentToDoctor());
    a.admitted().ifPresent(reason -> secret.put("admitted", reason));
    return closed(ARRIVED, secret);
  }

  static Fact arrived(Members secret) {
    return new Fact.PatientArrived(
        new Arrival(
            new PatientId(secret.text("patient")),
            secret.day("day"),
            new Ticket(
                Math.toIntExact(secret.whole("sitting")), Math.toIntExact(secret.whole("number"))),
            secret.oneOf(Arrival.How.class, "how"),
            secret.flag("sentToDoctor"),
            secret.maybeText("admitted")));
  }

  static Encoded write(Fact.PrioritySet fact) {
    return closed(
        PRIORITY,
        JsonText.object("patient", fact.patient().value())
            .put("day", fact.day().toString())
            .put("first", fact.first())
            .put("reason", fact.reason()));
  }

  static Fact priority(Members secret) {
    return new Fact.PrioritySet(
        new PatientId(secret.text("patient")),
        secret.day("day"),
        secret.flag("first"),
        secret.text("reason"));
  }

  static Encoded write(Fact.ReferralEnded fact) {
    return closed(
        SEEN,
        JsonText.object("patient", fact.patient().value())
            .put("day", fact.day().toString())
            .put("reason", fact.reason()));
  }

  static Fact seen(Members secret) {
    return new Fact.ReferralEnded(
        new PatientId(secret.text("patient")), secret.day("day"), secret.text("reason"));
  }

  private static Encoded closed(String kind, JsonText secret) {
    return new Encoded(kind, 1, JsonText.object().end(), secret.end());
  }
}
