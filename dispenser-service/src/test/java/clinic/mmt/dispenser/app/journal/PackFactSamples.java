package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.site.Pack;
import clinic.mmt.dispenser.domain.site.PackMark;
import clinic.mmt.dispenser.domain.site.PackNoted;
import clinic.mmt.dispenser.domain.site.SiteName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One sample of each fact about packs of orders and of doses. */
final class PackFactSamples {

  static final SiteName OTHER = new SiteName("clinic-b");
  static final Instant MADE = Instant.parse("2026-03-02T00:30:00Z");

  private PackFactSamples() {}

  static void put(Map<String, Fact> facts) {
    facts.put("order-pack.sent", noted(Pack.Kind.ORDERS, Pack.Way.OUT, 3));
    facts.put("order-pack.received", noted(Pack.Kind.ORDERS, Pack.Way.IN, 4));
    facts.put("dose-pack.sent", noted(Pack.Kind.DOSES, Pack.Way.OUT, 5));
    facts.put("dose-pack.received", noted(Pack.Kind.DOSES, Pack.Way.IN, 6));
  }

  static Fact noted(Pack.Kind kind, Pack.Way way, int number) {
    boolean received = kind == Pack.Kind.DOSES && way == Pack.Way.IN;
    return new Fact.SiteNoted(
        new PackNoted(
            pack(kind, way, number), List.of(Facts.PATIENT), received ? marks() : List.of()));
  }

  static Pack pack(Pack.Kind kind, Pack.Way way, int number) {
    Instant made = MADE.plus(Duration.ofHours(number));
    return new Pack(
        kind,
        way,
        OTHER,
        number,
        made,
        kind == Pack.Kind.ORDERS ? Optional.of(made.plus(Duration.ofDays(3))) : Optional.empty(),
        "ab".repeat(32),
        kind == Pack.Kind.DOSES && way == Pack.Way.OUT ? 17 : 0,
        Facts.PHARMACIST);
  }

  static List<PackMark> marks() {
    return List.of(
        new PackMark(
            Facts.PATIENT.value(),
            Optional.of(Facts.PATIENT),
            Facts.DAY,
            PackMark.What.KNOWN_HERE,
            "H-9"),
        new PackMark("P-lost", Optional.empty(), Facts.DAY, PackMark.What.UNKNOWN_PATIENT, ""));
  }
}
