package clinic.mmt.dispenser.app.pack;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.importing.Importing;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.people.ImportedPeople.Newcomer;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.site.SiteBook;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.pack.OrderPackText;
import clinic.mmt.dispenser.domain.pack.PackRules;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.Pack;
import clinic.mmt.dispenser.domain.site.PackNoted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Order packs at a site that doses by them: taken in once, all or nothing, by one person at
 * the counter. Persons who are new here are staged first, as those of an import are; the journal
 * says whether they stay.
 */
public final class OrderPackIntake {

  private final House house;
  private final SiteBook sites;

  /** For one clinic. */
  public OrderPackIntake(House house, SiteBook sites) {
    this.house = house;
    this.sites = sites;
  }

  /** A file that is genuine and for here. */
  private record Incoming(OrderPackText text, Pack pack) {}

  /**
   * Takes in a file, or only looks at it. Looks on the caller's thread: it is a long read.
   *
   * @param dry true: nothing is noted
   */
  public void take(Session by, String file, boolean dry, Consumer<Answered<Report>> reply) {
    Optional<Refusal> refusal = refusal(by);
    if (refusal.isPresent()) {
      reply.accept(new Answered.No<>(refusal.get()));
      return;
    }
    switch (Packs.open(sites, Packs.ORDERS, file)) {
      case Packs.Opened.No(Refusal no) -> reply.accept(new Answered.No<>(no));
      case Packs.Opened.Text text ->
          incoming(by, text)
              .ifPresentOrElse(
                  pack -> named(by, pack, dry, reply),
                  () -> reply.accept(new Answered.No<>(PackRefusals.unreadable())));
    }
  }

  private Optional<Refusal> refusal(Session by) {
    if (!Packs.may(by, Packs.CARRY)) {
      return Optional.of(PackRefusals.notYours());
    }
    return sites.kind().dosesByPacks()
        ? Optional.empty()
        : Optional.of(PackRefusals.notAtThisSite());
  }

  private Optional<Incoming> incoming(Session by, Packs.Opened.Text opened) {
    return OrderPackText.read(opened.text())
        .filter(text -> text.head().from().equals(opened.from()))
        .filter(text -> text.head().to().equals(sites.name()))
        .map(
            text ->
                new Incoming(
                    text,
                    new Pack(
                        Pack.Kind.ORDERS,
                        Pack.Way.IN,
                        opened.from(),
                        text.head().number(),
                        text.head().made(),
                        Optional.of(text.until()),
                        opened.digest(),
                        0,
                        by.staff())));
  }

  private void named(Session by, Incoming incoming, boolean dry, Consumer<Answered<Report>> reply) {
    List<PatientId> all =
        incoming.text().patients().stream().map(OrderPackText.Listed::patient).toList();
    house
        .people()
        .imports()
        .names(
            all,
            known -> {
              if (dry) {
                transact(by, incoming, known, true, reply);
              } else {
                staged(by, incoming, known, reply);
              }
            });
  }

  private void staged(
      Session by,
      Incoming incoming,
      Map<PatientId, Person> known,
      Consumer<Answered<Report>> reply) {
    Optional<Refusal> refusal = house.journal().look(reads -> refusal(reads, incoming));
    Set<PatientId> registered = house.journal().look(reads -> registered(reads, incoming.text()));
    List<Newcomer> newcomers =
        incoming.text().patients().stream()
            .filter(listed -> !registered.contains(listed.patient()))
            .map(OrderPackIntake::newcomer)
            .toList();
    if (refusal.isPresent() || newcomers.isEmpty()) {
      transact(by, incoming, known, false, reply);
      return;
    }
    String as = Pack.stagedAs(incoming.pack().site(), incoming.pack().number());
    house
        .people()
        .imports()
        .stage(
            as,
            newcomers,
            written -> {},
            saved -> {
              switch (saved) {
                case People.Saved.Done d ->
                    transact(by, incoming, known, false, answer -> settle(as, answer, reply));
                case People.Saved.Failed f -> reply.accept(new Answered.Failed<>(f.why()));
              }
            });
  }

  private static Set<PatientId> registered(Reads reads, OrderPackText text) {
    return text.patients().stream()
        .map(OrderPackText.Listed::patient)
        .filter(reads::registered)
        .collect(Collectors.toSet());
  }

  private static Newcomer newcomer(OrderPackText.Listed listed) {
    Person person =
        new Person(
            listed.person().family(),
            listed.person().given(),
            listed.person().birthYear(),
            Bytes.EMPTY);
    return new Newcomer(listed.patient(), person, Optional.empty(), List.of());
  }

  /** Whatever came of it, the journal says whether the staged persons stay. */
  private void settle(String as, Answered<Report> answer, Consumer<Answered<Report>> reply) {
    new Importing(house)
        .settleOnly(
            as,
            done ->
                reply.accept(
                    answer instanceof Answered.Yes<Report>
                            && done instanceof Answered.Failed<Set<String>>(String why)
                        ? new Answered.Failed<>("taken in, and not tidied up: " + why)
                        : answer));
  }

  private void transact(
      Session by,
      Incoming incoming,
      Map<PatientId, Person> known,
      boolean dry,
      Consumer<Answered<Report>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads ->
                    refusal(reads, incoming)
                        .<Decision<Report>>map(Decision::refuse)
                        .orElseGet(() -> decide(reads, incoming, known, dry))),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private Optional<Refusal> refusal(Reads reads, Incoming incoming) {
    Pack pack = incoming.pack();
    int latest = Packs.latest(reads, Pack.Kind.ORDERS, Pack.Way.IN, pack.site());
    Duration holds = Duration.ofDays(house.rules(reads).treatment().notices().orderPackHolds());
    return PackRules.orders(incoming.text(), latest, house.clock().instant(), holds)
        .map(fault -> PackRefusals.of(fault, pack.number(), latest))
        .or(() -> collides(reads, incoming) ? Optional.of(PackRefusals.collides()) : none());
  }

  private static Optional<Refusal> none() {
    return Optional.empty();
  }

  /** Who is registered here was registered by an earlier pack of the same site. */
  private static boolean collides(Reads reads, Incoming incoming) {
    return incoming.text().patients().stream()
        .map(OrderPackText.Listed::patient)
        .filter(reads::registered)
        .anyMatch(
            patient ->
                reads
                    .packs()
                    .orders(patient)
                    .filter(orders -> orders.site().equals(incoming.pack().site()))
                    .isEmpty());
  }

  private Decision<Report> decide(
      Reads reads, Incoming incoming, Map<PatientId, Person> known, boolean dry) {
    PatientTaken each =
        new PatientTaken(
            reads,
            incoming.pack(),
            house.calendar().today(),
            house.calendar().dayOf(incoming.text().until()));
    List<Fact> facts = new ArrayList<>();
    List<Report.Line> lines = new ArrayList<>();
    List<PatientId> patients = new ArrayList<>();
    for (OrderPackText.Listed listed : incoming.text().patients()) {
      patients.add(listed.patient());
      each.take(listed, Optional.ofNullable(known.get(listed.patient())), facts, lines);
    }
    each.gone(patients, lines);
    facts.add(new Fact.SiteNoted(new PackNoted(incoming.pack(), patients, List.of())));
    Report report = new Report(incoming.pack(), !dry, lines);
    return dry ? Decision.accept(List.of(), report) : Decision.accept(facts, report);
  }
}
