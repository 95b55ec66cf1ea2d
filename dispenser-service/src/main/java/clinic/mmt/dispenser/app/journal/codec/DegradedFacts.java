package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.degraded.Downtime;
import clinic.mmt.dispenser.domain.degraded.Mode;
import clinic.mmt.dispenser.domain.degraded.Opening;
import clinic.mmt.dispenser.domain.degraded.Rest;
import clinic.mmt.dispenser.domain.degraded.RunningMode;
import clinic.mmt.dispenser.domain.degraded.SheetRow;
import clinic.mmt.dispenser.domain.degraded.Trace;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.DegradedFact;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Mass;

/**
 * Kinds {@code mode.…}, {@code day.opened} and {@code downtime.…}. That a mode runs is public; what
 * people write about it, and all about a patient, is private.
 */
final class DegradedFacts {

  static final String ENTERED = "mode.entered";
  static final String LEFT = "mode.left";
  static final String OPENED = "day.opened";
  static final String DOWNTIME = "downtime.noted";
  static final String ROW = "downtime.row";
  static final String SHEET = "downtime.sheet";

  private DegradedFacts() {}

  static Encoded write(DegradedFact fact) {
    return switch (fact) {
      case DegradedFact.ModeEntered entered -> write(entered);
      case DegradedFact.ModeLeft left -> write(left);
      case DegradedFact.DayOpened opened -> write(opened);
      case DegradedFact.DowntimeNoted noted -> write(noted);
      case DegradedFact.SheetRowEntered entered -> write(entered);
      case DegradedFact.SheetIn in -> write(in);
    };
  }

  private static Encoded write(DegradedFact.ModeEntered fact) {
    RunningMode mode = fact.mode();
    var open =
        JsonText.object("id", mode.id())
            .put("station", mode.station().value())
            .put("mode", mode.mode().name())
            .put("since", mode.since().toString())
            .put("countsFrom", mode.countsFrom().toString())
            .put("by", mode.by().value());
    return new Encoded(ENTERED, 1, open.end(), JsonText.object("reason", mode.reason()).end());
  }

  static Fact entered(Members open, Members secret) {
    return new DegradedFact.ModeEntered(
        new RunningMode(
            open.text("id"),
            new StationId(open.text("station")),
            open.oneOf(Mode.class, "mode"),
            open.instant("since"),
            open.instant("countsFrom"),
            new StaffId(open.text("by")),
            secret.text("reason")));
  }

  private static Encoded write(DegradedFact.ModeLeft fact) {
    var open =
        JsonText.object("id", fact.id())
            .put("station", fact.station().value())
            .put("mode", fact.mode().name())
            .put("by", fact.by().value());
    return new Encoded(LEFT, 1, open.end(), JsonText.object("reason", fact.reason()).end());
  }

  static Fact left(Members open, Members secret) {
    return new DegradedFact.ModeLeft(
        open.text("id"),
        new StationId(open.text("station")),
        open.oneOf(Mode.class, "mode"),
        new StaffId(open.text("by")),
        secret.text("reason"));
  }

  private static Encoded write(DegradedFact.DayOpened fact) {
    Opening opening = fact.opening();
    var open =
        JsonText.object("day", opening.day().toString())
            .put("trace", opening.trace().name())
            .put("by", opening.by().value());
    return new Encoded(OPENED, 1, open.end(), FactCodec.none());
  }

  static Fact opened(Members open) {
    return new DegradedFact.DayOpened(
        new Opening(
            open.day("day"), open.oneOf(Trace.class, "trace"), new StaffId(open.text("by"))));
  }

  private static Encoded write(DegradedFact.DowntimeNoted fact) {
    Downtime downtime = fact.downtime();
    var open = JsonText.object("downtime", downtime.id());
    downtime.station().ifPresent(station -> open.put("station", station.value()));
    open.put("day", downtime.day().toString())
        .put("from", downtime.from().toString())
        .put("standing", downtime.standing().name())
        .put("by", downtime.by());
    return new Encoded(DOWNTIME, 1, open.end(), JsonText.object("reason", downtime.reason()).end());
  }

  static Fact downtime(Members open, Members secret) {
    return new DegradedFact.DowntimeNoted(
        new Downtime(
            open.text("downtime"),
            open.maybeText("station").map(StationId::new),
            open.day("day"),
            open.instant("from"),
            open.oneOf(Downtime.Standing.class, "standing"),
            open.text("by"),
            secret.text("reason")));
  }

  private static Encoded write(DegradedFact.SheetRowEntered fact) {
    SheetRow row = fact.row();
    var secret =
        JsonText.object("patient", row.patient().value())
            .put("told", row.told().name())
            .put("doseMicrograms", row.dose().micrograms());
    row.at().ifPresent(at -> secret.put("at", at.toString()));
    row.givenBy().ifPresent(by -> secret.put("givenBy", by.value()));
    return new Encoded(ROW, 1, JsonText.object("downtime", fact.downtime()).end(), secret.end());
  }

  static Fact row(Members open, Members secret) {
    return new DegradedFact.SheetRowEntered(
        open.text("downtime"),
        new SheetRow(
            new PatientId(secret.text("patient")),
            secret.oneOf(SheetRow.Told.class, "told"),
            new Mass(secret.whole("doseMicrograms")),
            secret.maybeInstant("at"),
            secret.maybeText("givenBy").map(StaffId::new)));
  }

  private static Encoded write(DegradedFact.SheetIn fact) {
    var open =
        JsonText.object("downtime", fact.downtime())
            .put("rest", fact.rest().name())
            .put("empty", fact.empty())
            .put("by", fact.by().value());
    return new Encoded(SHEET, 1, open.end(), FactCodec.none());
  }

  static Fact sheet(Members open) {
    return new DegradedFact.SheetIn(
        open.text("downtime"),
        open.oneOf(Rest.class, "rest"),
        open.flag("empty"),
        new StaffId(open.text("by")));
  }
}
