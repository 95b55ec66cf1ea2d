package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.staff.StaffId;

/** {@code act.owed} and {@code act.signed}. */
final class ActFacts {

  static final String OWED = "act.owed";
  static final String SIGNED = "act.signed";

  private ActFacts() {}

  static Encoded write(Fact.SignatureOwed fact) {
    var open =
        JsonText.object("act", fact.act())
            .put("kind", fact.kind())
            .put("digest", fact.digest())
            .put("first", fact.first().value())
            .put("due", fact.due().toString());
    return new Encoded(OWED, 1, open.end(), FactCodec.none());
  }

  static Fact owed(Members open) {
    return new Fact.SignatureOwed(
        open.text("act"),
        open.text("kind"),
        open.text("digest"),
        new StaffId(open.text("first")),
        open.day("due"));
  }

  static Encoded write(Fact.ActSigned fact) {
    var open =
        JsonText.object("act", fact.act())
            .put("kind", fact.kind())
            .put("digest", fact.digest())
            .put("first", fact.first().value())
            .put("second", fact.second().value())
            .put("mode", fact.mode())
            .put("flagged", fact.flagged());
    return new Encoded(SIGNED, 1, open.end(), FactCodec.none());
  }

  static Fact signed(Members open) {
    return new Fact.ActSigned(
        open.text("act"),
        open.text("kind"),
        open.text("digest"),
        new StaffId(open.text("first")),
        new StaffId(open.text("second")),
        open.text("mode"),
        open.flag("flagged"));
  }
}
