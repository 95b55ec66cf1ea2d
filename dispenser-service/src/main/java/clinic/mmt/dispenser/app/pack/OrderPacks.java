package clinic.mmt.dispenser.app.pack;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.site.PackFile;
import clinic.mmt.dispenser.app.site.SiteBook;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.episode.MovementRules;
import clinic.mmt.dispenser.domain.pack.OrderPackText;
import clinic.mmt.dispenser.domain.pack.PackHead;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.GuestLetterText;
import clinic.mmt.dispenser.domain.site.Pack;
import clinic.mmt.dispenser.domain.site.SiteName;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Order packs of a treatment site: everybody who is assigned to one other site, with the
 * orders of the days for which the pack holds. One prescriber or pharmacist writes it: each order
 * in it has its own signatures already.
 */
public final class OrderPacks {

  private final House house;
  private final SiteBook sites;

  /** For one clinic. */
  public OrderPacks(House house, SiteBook sites) {
    this.house = house;
    this.sites = sites;
  }

  /** What the ledger tells, before names are put to it. */
  private record Draft(PackHead head, Instant until, List<PackPatient> patients) {}

  /** Writes the next pack for a site. Looks on the caller's thread: it is a long read. */
  public void write(Session by, String site, Consumer<Answered<Written>> reply) {
    Optional<Refusal> refusal = refusal(by, site);
    if (refusal.isPresent()) {
      reply.accept(new Answered.No<>(refusal.get()));
      return;
    }
    SiteName to = new SiteName(site);
    Draft draft = house.journal().look(reads -> draft(reads, to));
    house
        .people()
        .imports()
        .names(
            draft.patients().stream().map(PackPatient::patient).toList(),
            names -> write(by, draft, names, reply));
  }

  private Optional<Refusal> refusal(Session by, String site) {
    if (!Packs.may(by, Packs.WRITE_ORDERS)) {
      return Optional.of(PackRefusals.notYours());
    }
    if (!sites.kind().treats()) {
      return Optional.of(PackRefusals.notAtThisSite());
    }
    return SiteName.isName(site) && sites.knows(new SiteName(site))
        ? Optional.empty()
        : Optional.of(PackRefusals.unknownSite(site));
  }

  private Draft draft(Reads reads, SiteName to) {
    Instant made = house.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Instant until =
        made.plus(Duration.ofDays(house.rules(reads).treatment().notices().orderPackHolds()));
    PackPatients patients = new PackPatients(house, to, made, until);
    int number = Packs.latest(reads, Pack.Kind.ORDERS, Pack.Way.OUT, to) + 1;
    return new Draft(
        new PackHead(sites.name(), to, number, made),
        until,
        reads.patients().stream()
            .filter(patient -> isAssigned(reads, patient, to))
            .map(patient -> patients.of(reads, patient))
            .toList());
  }

  private static boolean isAssigned(Reads reads, PatientId patient, SiteName to) {
    List<Movement> movements = reads.episodes().movements(patient);
    return MovementRules.inCare(movements)
        && MovementRules.assigned(movements).filter(to::equals).isPresent();
  }

  /** Whose name is not there any more was erased, and is told nowhere. */
  private void write(
      Session by, Draft draft, Map<PatientId, Person> names, Consumer<Answered<Written>> reply) {
    List<OrderPackText.Listed> listed =
        draft.patients().stream()
            .flatMap(
                patient ->
                    Stream.ofNullable(names.get(patient.patient()))
                        .map(person -> patient.named(named(person))))
            .toList();
    String text = new OrderPackText(draft.head(), draft.until(), listed).write();
    PackFile file = Packs.close(house, sites, Packs.ORDERS, draft.head().to(), text);
    if (file.text().length() > PackFile.CHARACTERS_MOST) {
      reply.accept(new Answered.No<>(PackRefusals.tooLarge()));
      return;
    }
    Pack pack =
        new Pack(
            Pack.Kind.ORDERS,
            Pack.Way.OUT,
            draft.head().to(),
            draft.head().number(),
            draft.head().made(),
            Optional.of(draft.until()),
            Digests.sha256(file.text()),
            0,
            by.staff());
    List<PatientId> patients = listed.stream().map(OrderPackText.Listed::patient).toList();
    Packs.note(house, by, new Written(pack, patients.size(), file.text()), patients, reply);
  }

  static GuestLetterText.Named named(Person person) {
    return new GuestLetterText.Named(
        OrderPackText.plain(person.familyName()),
        OrderPackText.plain(person.givenName()),
        person.birthYear());
  }
}
