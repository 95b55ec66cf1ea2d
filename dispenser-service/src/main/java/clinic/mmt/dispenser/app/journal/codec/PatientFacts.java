package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.Hold;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.eligibility.PlacedHold;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Traits;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code patient.noted}, {@code outside-dose.noted}, {@code hold.placed}, {@code hold.lifted} and
 * {@code day.released}: all about a person, so all of it is private.
 */
final class PatientFacts {

  static final String TRAITS = "patient.noted";
  static final String OUTSIDE = "outside-dose.noted";
  static final String HOLD = "hold.placed";
  static final String LIFTED = "hold.lifted";
  static final String RELEASED = "day.released";

  private PatientFacts() {}

  static Encoded write(Fact.TraitsNoted fact) {
    Traits traits = fact.traits();
    var secret = JsonText.object("patient", fact.patient().value());
    traits.birthYear().ifPresent(year -> secret.put("birthYear", year));
    secret
        .put("representativeConsents", traits.representativeConsents())
        .put("pregnant", traits.pregnant());
    return closed(TRAITS, secret);
  }

  static Fact traits(Members secret) {
    return new Fact.TraitsNoted(
        new PatientId(secret.text("patient")),
        new Traits(
            secret.has("birthYear")
                ? Optional.of(Math.toIntExact(secret.whole("birthYear")))
                : Optional.empty(),
            secret.flag("representativeConsents"),
            secret.flag("pregnant")));
  }

  static Encoded write(Fact.OutsideDoseNoted fact) {
    OutsideDose dose = fact.dose();
    var secret =
        JsonText.object("note", dose.id())
            .put("patient", dose.patient().value())
            .put("day", dose.day().toString())
            .put("micrograms", dose.dose().micrograms());
    dose.strength().ifPresent(s -> secret.put("microgramsPerMl", s.microgramsPerMillilitre()));
    secret
        .put("source", dose.kind().name())
        .put("confirmed", dose.confirmation().confirmed())
        .put("by", dose.confirmation().by())
        .put("how", dose.confirmation().how());
    dose.at().ifPresent(at -> secret.put("at", at.toString()));
    return closed(OUTSIDE, secret);
  }

  static Fact outside(Members secret) {
    return new Fact.OutsideDoseNoted(
        new OutsideDose(
            secret.text("note"),
            new PatientId(secret.text("patient")),
            secret.day("day"),
            new Mass(secret.whole("micrograms")),
            secret.has("microgramsPerMl")
                ? Optional.of(new Concentration(secret.whole("microgramsPerMl")))
                : Optional.empty(),
            secret.oneOf(DoseDay.Kind.class, "source"),
            new OutsideDose.Confirmation(
                secret.flag("confirmed"), secret.text("by"), secret.text("how")),
            secret.maybeInstant("at")));
  }

  static Encoded write(Fact.HoldPlaced fact) {
    PlacedHold placed = fact.hold();
    var secret =
        JsonText.object("hold", placed.id())
            .put("patient", placed.patient().value())
            .put("by", placed.hold().by().name())
            .put("reason", placed.hold().reason());
    placed.lastDay().ifPresent(day -> secret.put("lastDay", day.toString()));
    return closed(HOLD, secret);
  }

  static Fact hold(Members secret) {
    return new Fact.HoldPlaced(
        new PlacedHold(
            secret.text("hold"),
            new PatientId(secret.text("patient")),
            new Hold(secret.text("reason"), secret.oneOf(Hold.By.class, "by")),
            secret.has("lastDay") ? Optional.of(secret.day("lastDay")) : Optional.empty()));
  }

  static Encoded write(Fact.HoldLifted fact) {
    return closed(
        LIFTED,
        JsonText.object("hold", fact.hold())
            .put("patient", fact.patient().value())
            .put("reason", fact.reason()));
  }

  static Fact lifted(Members secret) {
    return new Fact.HoldLifted(
        secret.text("hold"), new PatientId(secret.text("patient")), secret.text("reason"));
  }

  static Encoded write(Fact.DoseReleased fact) {
    var secret =
        JsonText.object("patient", fact.patient().value())
            .put("day", fact.day().toString())
            .beginList("reasons");
    new TreeSet<>(fact.codes()).forEach(secret::add);
    return closed(RELEASED, secret.endList().put("reason", fact.reason()));
  }

  static Fact released(Members secret) {
    List<String> codes = secret.texts("reasons");
    return new Fact.DoseReleased(
        new PatientId(secret.text("patient")),
        secret.day("day"),
        Set.copyOf(codes),
        secret.text("reason"));
  }

  private static Encoded closed(String kind, JsonText secret) {
    return new Encoded(kind, 1, JsonText.object().end(), secret.end());
  }
}
