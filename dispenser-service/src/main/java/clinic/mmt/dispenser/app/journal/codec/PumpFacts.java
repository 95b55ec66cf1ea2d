package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.PumpFact;
import clinic.mmt.dispenser.domain.service.Calibration;
import clinic.mmt.dispenser.domain.service.PurgeDue;
import clinic.mmt.dispenser.domain.service.ServiceAct;
import clinic.mmt.dispenser.domain.service.ServiceKind;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Volume;
import java.util.Optional;

/**
 * Kinds {@code pump.act}, {@code pump.purge-owed}, {@code pump.moved-alone}, {@code
 * pump.calibrated}.
 */
public final class PumpFacts {

  static final String ACT = "pump.act";
  static final String OWED = "pump.purge-owed";
  static final String ALONE = "pump.moved-alone";
  static final String CALIBRATED = "pump.calibrated";

  private PumpFacts() {}

  static Encoded write(PumpFact fact) {
    return switch (fact) {
      case PumpFact.ActMoved moved -> write(moved);
      case PumpFact.PurgeAsked asked -> write(asked);
      case PumpFact.MovedAlone moved -> new Encoded(ALONE, 1, kept(moved), FactCodec.none());
      case PumpFact.Calibrated(Calibration calibration) ->
          new Encoded(CALIBRATED, 1, body(calibration), FactCodec.none());
    };
  }

  private static Encoded write(PumpFact.ActMoved fact) {
    JsonText open = JsonText.object();
    act(open, fact.act());
    fact.due()
        .ifPresent(
            due ->
                open.put("purgeOwed", due.why().name())
                    .put("purgedMicrolitres", due.purged().microlitres())
                    .put("through", due.through()));
    fact.passed().ifPresent(passed -> open.put("passed", passed));
    Postings.write(open, fact.postings());
    return new Encoded(ACT, 1, open.end(), JsonText.object("words", fact.words()).end());
  }

  private static void act(JsonText open, ServiceAct a) {
    open.put("act", a.id())
        .put("station", a.station().value())
        .put("kind", a.kind().name())
        .put("to", a.to().name())
        .put("phase", a.phase().name())
        .put("day", a.day().toString())
        .put("commandedMicrolitres", a.commanded().microlitres());
    a.mounted()
        .ifPresent(m -> open.put("bottle", m.bottle().value()).put("batch", m.batch().value()));
    open.put("pump", a.pump())
        .put("counterBeforeMicrolitres", a.counterBefore().microlitres())
        .put("pumpedMicrolitres", a.pumped().microlitres());
    a.weighed().ifPresent(w -> open.put("weighedMicrolitres", w.microlitres()));
    open.put("by", a.by().value());
  }

  static Fact act(Members open, Members secret) {
    ServiceAct act = serviceAct(open);
    Optional<PurgeDue> due =
        open.has("purgeOwed")
            ? Optional.of(
                new PurgeDue(
                    open.oneOf(PurgeDue.Why.class, "purgeOwed"),
                    new Volume(open.whole("purgedMicrolitres")),
                    open.flag("through")))
            : Optional.empty();
    Optional<Boolean> passed =
        open.has("passed") ? Optional.of(open.flag("passed")) : Optional.empty();
    return new PumpFact.ActMoved(act, due, passed, secret.text("words"), Postings.read(open));
  }

  private static ServiceAct serviceAct(Members open) {
    return new ServiceAct(
        open.text("act"),
        new StationId(open.text("station")),
        open.oneOf(ServiceKind.class, "kind"),
        open.oneOf(ServiceKind.Destination.class, "to"),
        open.oneOf(ServiceAct.Phase.class, "phase"),
        open.day("day"),
        new Volume(open.whole("commandedMicrolitres")),
        open.has("bottle")
            ? Optional.of(
                new ServiceAct.Mounted(
                    new BottleId(open.text("bottle")), new BatchId(open.text("batch"))))
            : Optional.empty(),
        open.text("pump"),
        new Volume(open.whole("counterBeforeMicrolitres")),
        new Volume(open.whole("pumpedMicrolitres")),
        open.has("weighedMicrolitres")
            ? Optional.of(new Volume(open.whole("weighedMicrolitres")))
            : Optional.empty(),
        new StaffId(open.text("by")));
  }

  private static Encoded write(PumpFact.PurgeAsked fact) {
    JsonText open =
        JsonText.object("station", fact.station().value())
            .put("why", fact.why().name())
            .put("by", fact.by().value());
    return new Encoded(OWED, 1, open.end(), JsonText.object("words", fact.words()).end());
  }

  static Fact owed(Members open, Members secret) {
    return new PumpFact.PurgeAsked(
        new StationId(open.text("station")),
        open.oneOf(PurgeDue.Why.class, "why"),
        new StaffId(open.text("by")),
        secret.text("words"));
  }

  static PumpFact.MovedAlone movedAlone(Members open) {
    return new PumpFact.MovedAlone(
        new StationId(open.text("station")),
        open.day("day"),
        open.oneOf(PumpFact.MovedAlone.How.class, "how"),
        new Volume(open.whole("missingMicrolitres")),
        Postings.read(open));
  }

  /** An incident as a view keeps it. */
  public static Bytes kept(PumpFact.MovedAlone moved) {
    JsonText open =
        JsonText.object("station", moved.station().value())
            .put("day", moved.day().toString())
            .put("how", moved.how().name())
            .put("missingMicrolitres", moved.missing().microlitres());
    Postings.write(open, moved.postings());
    return open.end();
  }

  /** A kept incident. */
  public static PumpFact.MovedAlone keptMoved(Bytes kept) {
    return movedAlone(Members.of(kept));
  }

  private static Bytes body(Calibration c) {
    JsonText open =
        JsonText.object("calibration", c.id())
            .put("station", c.station().value())
            .put("day", c.day().toString())
            .put("method", c.method().name())
            .put("pump", c.pump())
            .beginList("shots");
    c.shots()
        .forEach(
            shot ->
                open.beginObject()
                    .put("act", shot.act())
                    .put("commandedMicrolitres", shot.commanded().microlitres())
                    .put("measuredMicrolitres", shot.measured().microlitres())
                    .endObject());
    return open.endList()
        .put("factorBeforeMillionths", c.factorBefore())
        .put("factorAfterMillionths", c.factorAfter())
        .put("passed", c.passed())
        .put("by", c.by().value())
        .end();
  }

  static Fact calibrated(Members open) {
    return new PumpFact.Calibrated(calibration(open));
  }

  private static Calibration calibration(Members open) {
    return new Calibration(
        open.text("calibration"),
        new StationId(open.text("station")),
        open.day("day"),
        open.oneOf(Calibration.Method.class, "method"),
        open.text("pump"),
        open.objects("shots").stream().map(PumpFacts::shot).toList(),
        open.whole("factorBeforeMillionths"),
        open.whole("factorAfterMillionths"),
        open.flag("passed"),
        new StaffId(open.text("by")));
  }

  private static Calibration.Shot shot(Members from) {
    Calibration.Shot shot =
        new Calibration.Shot(
            from.text("act"),
            new Volume(from.whole("commandedMicrolitres")),
            new Volume(from.whole("measuredMicrolitres")));
    from.end();
    return shot;
  }

  /** A service act as a view keeps it. */
  public static Bytes kept(ServiceAct act) {
    JsonText open = JsonText.object();
    act(open, act);
    return open.end();
  }

  /** A kept service act. */
  public static ServiceAct keptAct(Bytes kept) {
    return serviceAct(Members.of(kept));
  }

  /** A calibration as a view keeps it. */
  public static Bytes kept(Calibration calibration) {
    return body(calibration);
  }

  /** A kept calibration. */
  public static Calibration keptCalibration(Bytes kept) {
    return calibration(Members.of(kept));
  }
}
