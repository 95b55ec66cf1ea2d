package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.Pack;
import clinic.mmt.dispenser.domain.site.PackMark;
import clinic.mmt.dispenser.domain.site.PackNoted;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.util.List;
import java.util.Optional;

/**
 * Kinds {@code order-pack.…} and {@code dose-pack.…}. That a file went is public, with its digest;
 * by whom and of whom it was is private.
 */
final class PackFacts {

  static final String ORDERS_SENT = "order-pack.sent";
  static final String ORDERS_RECEIVED = "order-pack.received";
  static final String DOSES_SENT = "dose-pack.sent";
  static final String DOSES_RECEIVED = "dose-pack.received";

  private PackFacts() {}

  private static String kind(Pack pack) {
    return switch (pack.kind()) {
      case ORDERS ->
          switch (pack.way()) {
            case OUT -> ORDERS_SENT;
            case IN -> ORDERS_RECEIVED;
          };
      case DOSES ->
          switch (pack.way()) {
            case OUT -> DOSES_SENT;
            case IN -> DOSES_RECEIVED;
          };
    };
  }

  static Encoded write(PackNoted noted) {
    Pack pack = noted.pack();
    JsonText open =
        JsonText.object("site", pack.site().value())
            .put("number", pack.number())
            .put("made", pack.made().toString());
    pack.until().ifPresent(until -> open.put("until", until.toString()));
    open.put("digest", pack.digest());
    JsonText secret = JsonText.object("by", pack.by().value());
    String kind = kind(pack);
    if (kind.equals(DOSES_SENT)) {
      secret.put("upTo", pack.upTo());
    }
    secret.beginList("patients");
    noted.patients().forEach(patient -> secret.add(patient.value()));
    secret.endList();
    if (kind.equals(DOSES_RECEIVED)) {
      marks(noted.marks(), secret);
    }
    return new Encoded(kind, 1, open.end(), secret.end());
  }

  private static void marks(List<PackMark> marks, JsonText secret) {
    secret.beginList("marks");
    for (PackMark mark : marks) {
      secret.beginObject().put("about", mark.about());
      mark.patient().ifPresent(patient -> secret.put("patient", patient.value()));
      secret
          .put("day", mark.day().toString())
          .put("what", mark.what().name())
          .put("hold", mark.hold())
          .endObject();
    }
    secret.endList();
  }

  static Fact read(Pack.Kind kind, Pack.Way way, Members open, Members secret) {
    boolean told = kind == Pack.Kind.DOSES;
    return new Fact.SiteNoted(
        new PackNoted(
            new Pack(
                kind,
                way,
                new SiteName(open.text("site")),
                Math.toIntExact(open.whole("number")),
                open.instant("made"),
                open.maybeInstant("until"),
                open.text("digest"),
                told && way == Pack.Way.OUT ? secret.whole("upTo") : 0,
                new StaffId(secret.text("by"))),
            secret.texts("patients").stream().map(PatientId::new).toList(),
            told && way == Pack.Way.IN
                ? secret.objects("marks").stream().map(PackFacts::mark).toList()
                : List.of()));
  }

  private static PackMark mark(Members mark) {
    String about = mark.text("about");
    Optional<PatientId> patient = mark.maybeText("patient").map(PatientId::new);
    return new PackMark(
        about,
        patient,
        mark.day("day"),
        mark.oneOf(PackMark.What.class, "what"),
        mark.text("hold"));
  }
}
