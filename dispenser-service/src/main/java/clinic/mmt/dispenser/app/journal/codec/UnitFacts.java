package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.UnitFact;
import clinic.mmt.dispenser.domain.service.DeviceKind;
import clinic.mmt.dispenser.domain.service.Spare;
import clinic.mmt.dispenser.domain.staff.StaffId;

/** Kinds {@code unit.spare} and {@code unit.changed}. */
final class UnitFacts {

  static final String SPARE = "unit.spare";
  static final String CHANGED = "unit.changed";

  private UnitFacts() {}

  static Encoded write(UnitFact fact) {
    return switch (fact) {
      case UnitFact.SpareRegistered f ->
          new Encoded(
              SPARE,
              1,
              JsonText.object("kind", f.spare().kind().name())
                  .put("identity", f.spare().identity())
                  .put("by", f.by().value())
                  .end(),
              JsonText.object("words", f.words()).end());
      case UnitFact.UnitChanged f ->
          new Encoded(
              CHANGED,
              1,
              JsonText.object("station", f.station().value())
                  .put("device", f.device())
                  .put("kind", f.kind().name())
                  .put("identity", f.identity())
                  .put("day", f.day().toString())
                  .put("by", f.by().value())
                  .end(),
              JsonText.object("words", f.words()).end());
    };
  }

  static Fact spare(Members open, Members secret) {
    return new UnitFact.SpareRegistered(
        new Spare(open.oneOf(DeviceKind.class, "kind"), open.text("identity")),
        new StaffId(open.text("by")),
        secret.text("words"));
  }

  static Fact changed(Members open, Members secret) {
    return new UnitFact.UnitChanged(
        new StationId(open.text("station")),
        open.text("device"),
        open.oneOf(DeviceKind.class, "kind"),
        open.text("identity"),
        open.day("day"),
        new StaffId(open.text("by")),
        secret.text("words"));
  }
}
