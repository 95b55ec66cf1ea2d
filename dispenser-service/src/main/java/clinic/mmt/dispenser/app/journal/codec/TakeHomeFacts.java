package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.TakeHomeFact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.takehome.Approval;
import clinic.mmt.dispenser.domain.takehome.Collection;
import clinic.mmt.dispenser.domain.takehome.Criterion;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code take-home.approved}, {@code take-home.ended}, {@code take-home.filled}, {@code
 * take-home.handed-over} and {@code take-home.changed}: private as a whole.
 */
final class TakeHomeFacts {

  static final String APPROVED = "take-home.approved";
  static final String ENDED = "take-home.ended";
  static final String FILLED = "take-home.filled";
  static final String HANDED_OVER = "take-home.handed-over";
  static final String CHANGED = "take-home.changed";

  private TakeHomeFacts() {}

  static Encoded write(TakeHomeFact fact) {
    return switch (fact) {
      case TakeHomeFact.TakeHomeApproved approved -> write(approved);
      case TakeHomeFact.TakeHomeEnded ended -> write(ended);
      case TakeHomeFact.TakeHomeFilled filled -> write(filled);
      case TakeHomeFact.TakeHomeHandedOver out -> write(out);
      case TakeHomeFact.TakeHomeChanged changed -> write(changed);
    };
  }

  private static Encoded write(TakeHomeFact.TakeHomeApproved fact) {
    Approval a = fact.approval();
    JsonText secret =
        JsonText.object("approval", a.id())
            .put("patient", a.patient().value())
            .put("from", a.from().toString())
            .put("to", a.to().toString())
            .put("days", a.days())
            .beginList("ticked");
    a.ticked().stream().sorted(Comparator.naturalOrder()).forEach(c -> secret.add(c.name()));
    secret.endList().put("commitment", a.commitment());
    a.emergency()
        .ifPresent(
            e ->
                secret
                    .put("decision", e.number())
                    .put("decisionDay", e.day().toString())
                    .put("head", e.head().value()));
    return closed(APPROVED, secret.put("by", a.by().value()));
  }

  static Fact approved(Members secret) {
    return new TakeHomeFact.TakeHomeApproved(
        new Approval(
            secret.text("approval"),
            new PatientId(secret.text("patient")),
            secret.day("from"),
            secret.day("to"),
            Math.toIntExact(secret.whole("days")),
            Set.copyOf(secret.manyOf(Criterion.class, "ticked")),
            secret.text("commitment"),
            secret
                .maybeText("decision")
                .map(
                    number ->
                        new Approval.Emergency(
                            number, secret.day("decisionDay"), new StaffId(secret.text("head")))),
            new StaffId(secret.text("by"))));
  }

  private static Encoded write(TakeHomeFact.TakeHomeEnded fact) {
    return closed(
        ENDED,
        JsonText.object("approval", fact.approval())
            .put("patient", fact.patient().value())
            .put("reason", fact.reason())
            .put("by", fact.by().value()));
  }

  static Fact ended(Members secret) {
    return new TakeHomeFact.TakeHomeEnded(
        secret.text("approval"),
        new PatientId(secret.text("patient")),
        secret.text("reason"),
        new StaffId(secret.text("by")));
  }

  private static Encoded write(TakeHomeFact.TakeHomeFilled fact) {
    TakeHomeBottle b = fact.bottle();
    JsonText secret =
        JsonText.object("label", b.label().value())
            .put("patient", b.patient().value())
            .put("day", b.day().toString())
            .put("part", b.part().number())
            .put("micrograms", b.dose().micrograms())
            .put("batch", b.content().batch().value())
            .put("strength", b.content().strength().microgramsPerMillilitre())
            .put("microlitres", b.content().volume().microlitres())
            .put("by", fact.by().value())
            .put("second", fact.second().value());
    Postings.write(secret, fact.postings());
    return closed(FILLED, secret);
  }

  static Fact filled(Members secret) {
    return new TakeHomeFact.TakeHomeFilled(
        new TakeHomeBottle(
            new BottleId(secret.text("label")),
            new PatientId(secret.text("patient")),
            secret.day("day"),
            new DosePart(Math.toIntExact(secret.whole("part"))),
            new Mass(secret.whole("micrograms")),
            new TakeHomeBottle.Content(
                new BatchId(secret.text("batch")),
                new Concentration(secret.whole("strength")),
                new Volume(secret.whole("microlitres"))),
            TakeHomeBottle.State.FILLED),
        new StaffId(secret.text("by")),
        new StaffId(secret.text("second")),
        Postings.read(secret));
  }

  private static Encoded write(TakeHomeFact.TakeHomeHandedOver fact) {
    Collection c = fact.collection();
    JsonText secret =
        JsonText.object("collection", c.id())
            .put("patient", c.patient().value())
            .put("day", c.day().toString());
    labels(secret, "labels", c.labels());
    c.representative()
        .ifPresent(
            r -> {
              secret
                  .put("representative", r.who())
                  .put("form04", r.form04())
                  .put("confirmedBy", r.confirmedBy())
                  .put("form05", r.form05());
              labels(secret, "tight", r.tight());
            });
    secret.put("by", c.by().value());
    Postings.write(secret, fact.postings());
    return closed(HANDED_OVER, secret);
  }

  static Fact handedOver(Members secret) {
    return new TakeHomeFact.TakeHomeHandedOver(
        new Collection(
            secret.text("collection"),
            new PatientId(secret.text("patient")),
            secret.day("day"),
            labels(secret, "labels"),
            representative(secret),
            new StaffId(secret.text("by"))),
        Postings.read(secret));
  }

  private static Optional<Collection.Representative> representative(Members secret) {
    return secret
        .maybeText("representative")
        .map(
            who ->
                new Collection.Representative(
                    who,
                    secret.text("form04"),
                    secret.text("confirmedBy"),
                    secret.text("form05"),
                    labels(secret, "tight")));
  }

  private static Encoded write(TakeHomeFact.TakeHomeChanged fact) {
    JsonText secret =
        JsonText.object("label", fact.label().value())
            .put("patient", fact.patient().value())
            .put("to", fact.to().name())
            .put("day", fact.day().toString())
            .put("words", fact.words())
            .put("by", fact.by().value());
    Postings.write(secret, fact.postings());
    return closed(CHANGED, secret);
  }

  static Fact changed(Members secret) {
    return new TakeHomeFact.TakeHomeChanged(
        new BottleId(secret.text("label")),
        new PatientId(secret.text("patient")),
        secret.oneOf(TakeHomeBottle.State.class, "to"),
        secret.day("day"),
        secret.text("words"),
        new StaffId(secret.text("by")),
        Postings.read(secret));
  }

  private static void labels(JsonText secret, String name, List<BottleId> labels) {
    secret.beginList(name);
    labels.forEach(label -> secret.add(label.value()));
    secret.endList();
  }

  private static List<BottleId> labels(Members secret, String name) {
    return secret.texts(name).stream().map(BottleId::new).toList();
  }

  private static Encoded closed(String kind, JsonText secret) {
    return new Encoded(kind, 1, JsonText.object().end(), secret.end());
  }
}
