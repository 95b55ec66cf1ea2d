package clinic.mmt.dispenser.app.pack;

import static clinic.mmt.dispenser.app.UseCases.ask;
import static clinic.mmt.dispenser.app.UseCases.yes;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.care.Registry;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Facts;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.site.SiteBook;
import clinic.mmt.dispenser.app.site.SiteKey;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.site.SiteKind;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.store.PeopleStore;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One site with its ledger and people, for tests in which sites exchange files. */
final class PackClinic {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  static final SiteName A = new SiteName("clinic-a");
  static final SiteName B = new SiteName("clinic-b");
  static final SiteName C = new SiteName("clinic-c");
  static final Session DOCTOR = session("doctor", Role.PRESCRIBER);
  static final Session NURSE = session("nurse", Role.DISPENSER);
  static final Session KEEPER = session("keeper", Role.STORE_KEEPER);

  final UseCases use;
  final SiteBook book;
  private final PeopleStore people;
  private int orders;

  PackClinic(Path folder, SiteName name, SiteKind kind) throws Exception {
    this.people =
        PeopleStore.open(
            folder.resolve(name.value() + ".db"), folder.resolve(name.value() + ".key"));
    this.use = new UseCases(people);
    Map<SiteName, PublicKey> others = new HashMap<>();
    for (SiteName other : List.of(A, B)) {
      others.put(other, SiteKey.publicKey(key(other).publicText()).orElseThrow());
    }
    others.remove(name);
    this.book = new SiteBook(name, kind, key(name), others);
    write(new Fact.JournalOpened(name.value(), "training", "UTC"), Facts.received());
  }

  /** The same each time, as the file of a site is. */
  static SiteKey key(SiteName name) {
    byte[] seed = new byte[32];
    seed[0] = (byte) name.value().charAt(name.value().length() - 1);
    return SiteKey.of(seed);
  }

  private static Session session(String id, Role role) {
    return new Session(new StaffId(id), id, Set.of(role), "terminal");
  }

  PatientId register(String given, String card) {
    Person person = new Person("Người", given, 1980, Bytes.EMPTY);
    return yes(
        UseCases.<Answered<PatientId>>ask(
            reply ->
                new Registry(use.house)
                    .register(
                        "desk", new Registry.NewPatient(person, List.of(), List.of(card)), reply)));
  }

  void write(Fact... facts) {
    Outcome<String> outcome =
        ask(
            reply ->
                use.house
                    .journal()
                    .transact(
                        new Transaction<String>(
                            "setup", use.now.get(), reads -> Decision.accept(List.of(facts), "")),
                        reply));
    assertTrue(outcome instanceof Outcome.Done<String>, outcome.toString());
  }

  <T> T look(Function<Reads, T> question) {
    return use.house.journal().look(question);
  }

  /** Why nothing is poured; empty when it may be. */
  String stops(PatientId patient) {
    return look(
        reads -> new Entitlement(use.house).stops(reads, patient).map(no -> no.code()).orElse(""));
  }

  List<OutsideDose> outside(PatientId patient) {
    return look(reads -> reads.outside(patient, TODAY.minusDays(60)));
  }

  void ordered(PatientId patient, int milligrams, int firstDay, int days) {
    write(
        new Fact.PrescriptionSigned(
            Prescription.daily(
                new PrescriptionId("rx-" + ++orders),
                patient,
                Mass.ofMilligrams(milligrams),
                new Prescription.Days(
                    TODAY.plusDays(firstDay), TODAY.plusDays(firstDay + days - 1L)),
                DOCTOR.staff())));
  }

  /** A dose that was taken before, confirmed. */
  void took(PatientId patient, LocalDate day) {
    write(
        new Fact.OutsideDoseNoted(
            new OutsideDose(
                "before-" + day,
                patient,
                day,
                Mass.ofMilligrams(60),
                Optional.of(Concentration.ofMilligramsPerMillilitre(10)),
                DoseDay.Kind.OBSERVED,
                new OutsideDose.Confirmation(true, "here", "seen"),
                Optional.empty())));
  }

  void moved(PatientId patient, SiteName to, int day) {
    write(
        new Fact.MovementNoted(
            new Movement(
                "mov-" + patient.value() + to.value() + day,
                patient,
                new Movement.Moved(to.value()),
                TODAY.plusDays(day),
                DOCTOR.staff())));
  }

  /** A dose of this site comes to this end. */
  void dose(String id, PatientId patient, int day, Phase end) {
    Dose bare = Facts.dose(id, patient, Facts.STATION);
    Instant at = use.now.get();
    Dose dose =
        new Dose(
            bare.id(),
            patient,
            bare.station(),
            TODAY.plusDays(day),
            DosePart.WHOLE,
            bare.source(),
            bare.identification(),
            bare.user(),
            Optional.empty(),
            Optional.of(
                new Order(
                    new PrescriptionId("rx"),
                    Mass.ofMilligrams(60),
                    Volume.ofMillilitres(6),
                    Volume.ofMillilitres(7),
                    Facts.BOTTLE,
                    Facts.BATCH)),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(at),
            Volume.ZERO);
    write(
        new Fact.DoseMoved(
            "moved", Optional.empty(), State.of(end, dose), "", Map.of(), List.of()));
  }

  Answered<Written> orders(Session by, SiteName to) {
    return ask(reply -> new OrderPacks(use.house, book).write(by, to.value(), reply));
  }

  Answered<Report> takeOrders(Session by, String file, boolean dry) {
    return ask(reply -> new OrderPackIntake(use.house, book).take(by, file, dry, reply));
  }

  Answered<Written> doses(Session by, SiteName to, Optional<Integer> after) {
    return ask(reply -> new DosePacks(use.house, book).write(by, to.value(), after, reply));
  }

  Answered<Report> takeDoses(Session by, String file, boolean dry) {
    return ask(reply -> new DosePackIntake(use.house, book).take(by, file, dry, reply));
  }

  /** What a report says, line by line. */
  static List<String> whats(Answered<Report> report) {
    return yes(report).lines().stream().map(Report.Line::what).toList();
  }

  void close() throws Exception {
    people.close();
  }
}
