package clinic.mmt.dispenser.app.pack;

import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.site.SamePerson;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.eligibility.PlacedHold;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.pack.OrderPackText;
import clinic.mmt.dispenser.domain.pack.PackOrderLines;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.site.Pack;
import clinic.mmt.dispenser.domain.site.PackOrders;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an order pack changes of each patient. Only what differs from what is known is noted, so
 * that the pack of every day does not write everything again.
 */
final class PatientTaken {

  private static final String HOLD = "ph-";
  private static final String ORDER = "pk-";
  private static final int NAME_LETTERS = 16;

  private final Reads reads;
  private final Pack pack;
  private final LocalDate today;
  private final LocalDate last;

  PatientTaken(Reads reads, Pack pack, LocalDate today, LocalDate last) {
    this.reads = reads;
    this.pack = pack;
    this.today = today;
    this.last = last;
  }

  /** Adds the facts of one patient, and the lines that tell them. */
  void take(
      OrderPackText.Listed listed,
      Optional<Person> known,
      List<Fact> facts,
      List<Report.Line> lines) {
    PatientId patient = listed.patient();
    boolean isNew = !reads.registered(patient);
    if (isNew) {
      facts.add(new Fact.PatientRegistered(patient));
      lines.add(line(patient, "new", false, "new here", "mới tại đây"));
    }
    if (!reads.traits(patient).equals(listed.traits())) {
      facts.add(new Fact.TraitsNoted(patient, listed.traits()));
    }
    boolean renamed =
        known.map(p -> !SamePerson.are(OrderPacks.named(p), listed.person())).orElse(false);
    if (renamed) {
      lines.add(
          line(
              patient,
              "named-otherwise",
              true,
              "name or year of birth is another than here: compare the identity document",
              "tên hoặc năm sinh khác ở đây: so với giấy tờ"));
    }
    orders(listed, facts, lines);
    holds(listed, facts);
    given(listed, facts);
  }

  private void orders(OrderPackText.Listed listed, List<Fact> facts, List<Report.Line> lines) {
    PatientId patient = listed.patient();
    List<Prescription> here = PackPatients.orders(reads, patient, today, last);
    List<Prescription> ordered = listed.orders();
    if (ordered.stream().noneMatch(order -> order.covers(today))) {
      lines.add(line(patient, "no-order", true, "no order for today", "không có y lệnh hôm nay"));
    }
    if (same(here, stillAhead(ordered))) {
      return;
    }
    here.forEach(
        order ->
            facts.add(
                new Fact.PrescriptionEnded(order.id(), patient, "order pack " + pack.number())));
    ordered.forEach(order -> facts.add(new Fact.PrescriptionSigned(named(order))));
    lines.add(line(patient, "orders", false, "other orders", "y lệnh thay đổi"));
  }

  private List<Prescription> stillAhead(List<Prescription> ordered) {
    return ordered.stream().filter(order -> !order.lastDay().isBefore(today)).toList();
  }

  private static boolean same(List<Prescription> here, List<Prescription> ordered) {
    if (here.size() != ordered.size()) {
      return false;
    }
    for (int i = 0; i < here.size(); i++) {
      if (!PackOrderLines.same(here.get(i), ordered.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Signed once under an id: an order that comes back after another is one of its own here. */
  private Prescription named(Prescription order) {
    return new Prescription(
        new PrescriptionId(ORDER + name(order.id().value()) + "-" + pack.number()),
        order.patient(),
        order.stage(),
        order.steps(),
        order.firstDay(),
        order.lastDay(),
        order.signature());
  }

  private String name(String id) {
    return Digests.sha256(pack.site().value() + " " + id).substring(0, NAME_LETTERS);
  }

  private void holds(OrderPackText.Listed listed, List<Fact> facts) {
    Set<String> ordered = new HashSet<>();
    List<PlacedHold> here = reads.holds(listed.patient());
    for (PlacedHold hold : listed.holds()) {
      String name = HOLD + name(hold.id()) + "-";
      ordered.add(name);
      if (here.stream().noneMatch(h -> h.id().startsWith(name))) {
        facts.add(
            new Fact.HoldPlaced(
                new PlacedHold(
                    name + pack.number(), listed.patient(), hold.hold(), hold.lastDay())));
      }
    }
    here.stream()
        .filter(hold -> hold.id().startsWith(HOLD))
        .filter(hold -> ordered.stream().noneMatch(hold.id()::startsWith))
        .forEach(
            hold ->
                facts.add(
                    new Fact.HoldLifted(
                        hold.id(), listed.patient(), "order pack " + pack.number())));
  }

  private void given(OrderPackText.Listed listed, List<Fact> facts) {
    LocalDate since = today.minusDays(2L * PackPatients.DAYS_BACK);
    List<OutsideDose> here = reads.outside(listed.patient(), since);
    for (OrderPackText.Given given : listed.given()) {
      OutsideDose dose =
          new OutsideDose(
              pack.site().value() + "." + listed.patient().value() + "." + given.day(),
              listed.patient(),
              given.day(),
              given.dose(),
              given.strength(),
              given.kind(),
              new OutsideDose.Confirmation(
                  given.confirmed(), pack.site().value(), "order pack, signature checked"),
              given.at());
      if (!here.contains(dose)) {
        facts.add(new Fact.OutsideDoseNoted(dose));
      }
    }
  }

  /** Tells whom the pack before had and this one has not: nobody of them is dosed here now. */
  void gone(List<PatientId> patients, List<Report.Line> lines) {
    Set<PatientId> now = Set.copyOf(patients);
    reads.patients().stream()
        .filter(patient -> !now.contains(patient))
        .filter(
            patient ->
                reads
                    .packs()
                    .orders(patient)
                    .filter(orders -> orders.site().equals(pack.site()))
                    .map(PackOrders::listed)
                    .orElse(false))
        .forEach(
            patient ->
                lines.add(
                    line(
                        patient,
                        "gone",
                        true,
                        "no longer ordered for here: no dose",
                        "không còn y lệnh tại đây: không cấp liều")));
  }

  private static Report.Line line(
      PatientId about, String what, boolean looked, String english, String vietnamese) {
    return new Report.Line(about.value(), what, looked, english, vietnamese);
  }
}
