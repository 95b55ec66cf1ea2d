package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.episode.DayClose;
import clinic.mmt.dispenser.domain.episode.SiteQuota;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.RecordFact;
import clinic.mmt.dispenser.domain.staff.StaffId;

/** {@code day.closed}, {@code day.held} and {@code quota.set}: of the clinic, public as a whole. */
final class DayFacts {

  static final String CLOSED = "day.closed";
  static final String HELD = "day.held";
  static final String QUOTA = "quota.set";

  private DayFacts() {}

  static Encoded write(RecordFact.DayClosed fact) {
    DayClose close = fact.close();
    return open(
        CLOSED, JsonText.object("day", close.day().toString()).put("by", close.by().value()));
  }

  static Fact closed(Members open) {
    return new RecordFact.DayClosed(new DayClose(open.day("day"), new StaffId(open.text("by"))));
  }

  static Encoded write(RecordFact.DayHeld fact) {
    return open(
        HELD,
        JsonText.object("day", fact.day().toString())
            .put("clock", fact.clock().toString())
            .put("by", fact.by().value()));
  }

  static Fact held(Members open) {
    return new RecordFact.DayHeld(open.day("day"), open.day("clock"), new StaffId(open.text("by")));
  }

  static Encoded write(RecordFact.QuotaSet fact) {
    SiteQuota quota = fact.quota();
    return open(
        QUOTA,
        JsonText.object("site", quota.site())
            .put("from", quota.from().toString())
            .put("patients", quota.patients())
            .put("source", quota.source())
            .put("by", quota.by().value()));
  }

  static Fact quota(Members open) {
    return new RecordFact.QuotaSet(
        new SiteQuota(
            open.text("site"),
            open.day("from"),
            Math.toIntExact(open.whole("patients")),
            open.text("source"),
            new StaffId(open.text("by"))));
  }

  private static Encoded open(String kind, JsonText open) {
    return new Encoded(kind, 1, open.end(), JsonText.object().end());
  }
}
