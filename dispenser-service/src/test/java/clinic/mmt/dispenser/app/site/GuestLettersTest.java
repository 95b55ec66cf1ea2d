package clinic.mmt.dispenser.app.site;

import static clinic.mmt.dispenser.app.UseCases.ask;
import static clinic.mmt.dispenser.app.UseCases.refused;
import static clinic.mmt.dispenser.app.UseCases.yes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.care.DropOuts;
import clinic.mmt.dispenser.app.care.Movements;
import clinic.mmt.dispenser.app.care.Notes;
import clinic.mmt.dispenser.app.care.Registry;
import clinic.mmt.dispenser.app.care.TransferPage;
import clinic.mmt.dispenser.app.care.Transfers;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.DoseStep;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.site.GuestLetterText;
import clinic.mmt.dispenser.domain.site.LastDose;
import clinic.mmt.dispenser.domain.site.SiteKind;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.store.PeopleStore;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sites, one letter (R-102, R-123, H102); and transfers between them. */
class GuestLettersTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Session DOCTOR = session("doctor", Role.PRESCRIBER);
  private static final Session NURSE = session("nurse", Role.DISPENSER);
  private static final SiteName A = new SiteName("clinic-a");
  private static final SiteName B = new SiteName("clinic-b");
  private static final SiteName C = new SiteName("clinic-c");

  @TempDir private Path folder = Path.of("");

  private final Map<SiteName, Site> sites = new HashMap<>();

  /** A house with its people, and the same patient registered there under a code of its own. */
  private static final class Site {
    final PeopleStore people;
    final UseCases use;
    final SiteBook book;
    final PatientId patient;

    Site(Path folder, SiteName name, Map<SiteName, PublicKey> others) throws Exception {
      this.people =
          PeopleStore.open(
              folder.resolve(name.value() + ".db"), folder.resolve(name.value() + ".key"));
      this.use = new UseCases(people);
      this.book = new SiteBook(name, SiteKind.TREATMENT, key(name), others);
      this.patient = register("Bịa", "0000000001");
    }

    PatientId register(String given, String card) {
      Person person = new Person("Người", given, 1980, Bytes.EMPTY);
      return yes(
          UseCases.<Answered<PatientId>>ask(
              reply ->
                  new Registry(use.house)
                      .register(
                          "desk",
                          new Registry.NewPatient(person, List.of(), List.of(card)),
                          reply)));
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
      assertTrue(outcome instanceof Outcome.Done<String>);
    }

    <T> T look(Function<Reads, T> question) {
      Outcome<T> outcome =
          ask(
              reply ->
                  use.house
                      .journal()
                      .transact(
                          new Transaction<T>(
                              "test",
                              use.now.get(),
                              reads -> Decision.accept(List.of(), question.apply(reads))),
                          reply));
      return outcome instanceof Outcome.Done<T> done ? done.answer() : fail();
    }

    private static <T> T fail() {
      throw new AssertionError("nothing can be read");
    }

    String stops() {
      Optional<String> code =
          look(
              reads ->
                  new Entitlement(use.house).stops(reads, patient).map(refusal -> refusal.code()));
      return code.orElse("");
    }

    void ordered(int days) {
      write(
          new Fact.PrescriptionSigned(
              new Prescription(
                  new PrescriptionId("rx-" + days),
                  patient,
                  Stage.MAINTENANCE,
                  List.of(new DoseStep(TODAY, Mass.ofMilligrams(60))),
                  TODAY,
                  TODAY.plusDays(days - 1L),
                  new Prescription.SignedBy(DOCTOR.staff(), TODAY, false))));
    }

    void dosed(LocalDate day) {
      Notes notes = new Notes(use.house);
      yes(
          UseCases.<Answered<String>>ask(
              reply ->
                  notes.outside(
                      DOCTOR,
                      new OutsideDose(
                          notes.nextId(),
                          patient,
                          day,
                          Mass.ofMilligrams(60),
                          Optional.of(Concentration.ofMilligramsPerMillilitre(10)),
                          DoseDay.Kind.OBSERVED,
                          new OutsideDose.Confirmation(true, "here", "seen"),
                          Optional.empty()),
                      reply)));
    }

    Answered<String> sign(Session by, SiteName site, int first, int last) {
      return ask(
          reply ->
              new GuestLetters(use.house, book)
                  .sign(
                      by,
                      new GuestLetters.Wish(
                          patient, site.value(), TODAY.plusDays(first), TODAY.plusDays(last)),
                      reply));
    }

    Answered<String> end(String letter) {
      return ask(
          reply -> new GuestLetters(use.house, book).end(DOCTOR, letter, "stays here", reply));
    }

    Answered<GuestLetters.Paper> paper(String letter) {
      return ask(reply -> new GuestLetters(use.house, book).paper(DOCTOR, letter, reply));
    }

    Answered<GuestLetterText> takeIn(PatientId patient, String code) {
      return ask(reply -> new Guests(use.house, book).takeIn(DOCTOR, patient, code, reply));
    }

    List<OutsideDose> outside() {
      return look(reads -> reads.outside(patient, TODAY.minusDays(30)));
    }

    void close() throws Exception {
      people.close();
    }
  }

  private static SiteKey key(SiteName name) {
    byte[] seed = new byte[32];
    seed[0] = (byte) name.value().charAt(name.value().length() - 1);
    return SiteKey.of(seed);
  }

  private static PublicKey publicKey(SiteName name) {
    return SiteKey.publicKey(key(name).publicText()).orElseThrow();
  }

  private static Session session(String id, Role role) {
    return new Session(new StaffId(id), id, Set.of(role), "terminal");
  }

  @BeforeEach
  void threeSites() throws Exception {
    Map<SiteName, PublicKey> all = Map.of(A, publicKey(A), B, publicKey(B), C, publicKey(C));
    for (SiteName name : List.of(A, B, C)) {
      Map<SiteName, PublicKey> others = new HashMap<>(all);
      others.remove(name);
      sites.put(name, new Site(folder, name, others));
    }
    site(A).ordered(20);
    site(A).dosed(TODAY.minusDays(1));
  }

  @AfterEach
  void close() throws Exception {
    for (Site site : sites.values()) {
      site.close();
    }
  }

  private Site site(SiteName name) {
    return java.util.Objects.requireNonNull(sites.get(name));
  }

  private void daysLater(int days) {
    sites.values().forEach(s -> s.use.now.updateAndGet(t -> t.plus(Duration.ofDays(days))));
  }

  @Test
  void homeIsBlockedForTheDaysOfTheLetterAndADoctorReleasesOne() {
    Site home = site(A);
    assertEquals("", home.stops(), "the control");
    yes(home.sign(DOCTOR, B, 0, 2));
    assertEquals("guest-elsewhere", home.stops());
    yes(
        UseCases.<Answered<String>>ask(
            reply ->
                new Notes(home.use.house)
                    .release(
                        DOCTOR, home.patient, Set.of("guest-elsewhere"), "asked B: none", reply)));
    assertEquals("", home.stops());
    daysLater(1);
    assertEquals("guest-elsewhere", home.stops(), "the next day is asked anew");
    daysLater(2);
    assertFalse(home.stops().equals("guest-elsewhere"), "after the last day");
  }

  @Test
  void aLetterIsEndedBeforeItsFirstDayOnly() {
    Site home = site(A);
    String today = yes(home.sign(DOCTOR, B, 0, 0));
    assertEquals(Optional.of("guest-days-begun"), refused(home.end(today)));
    String later = yes(home.sign(DOCTOR, B, 2, 3));
    yes(home.end(later));
    assertEquals(Optional.of("no-such-guest-letter"), refused(home.paper(later)));
    yes(home.sign(DOCTOR, C, 2, 3));
  }

  @Test
  void whatCannotBeSignedNamesWhy() {
    Site home = site(A);
    assertEquals(Optional.of("not-your-function"), refused(home.sign(NURSE, B, 1, 2)));
    assertEquals(Optional.of("unknown-site"), refused(home.sign(DOCTOR, A, 1, 2)));
    assertEquals(
        Optional.of("unknown-site"), refused(home.sign(DOCTOR, new SiteName("clinic-d"), 1, 2)));
    assertEquals(Optional.of("guest-days-past"), refused(home.sign(DOCTOR, B, -1, 2)));
    assertEquals(Optional.of("guest-days-past"), refused(home.sign(DOCTOR, B, 2, 1)));
    assertEquals(Optional.of("guest-days-too-many"), refused(home.sign(DOCTOR, B, 1, 15)));
    assertEquals(Optional.of("no-order-for-guest-days"), refused(home.sign(DOCTOR, B, 8, 20)));
    yes(home.sign(DOCTOR, B, 6, 19));
    assertEquals(Optional.of("guest-days-overlap"), refused(home.sign(DOCTOR, C, 5, 6)));
    Site only = site(B);
    SiteBook dispensing = new SiteBook(B, SiteKind.DISPENSING, only.book.key(), only.book.others());
    assertEquals(
        Optional.of("not-at-this-site"),
        refused(
            UseCases.<Answered<String>>ask(
                reply ->
                    new GuestLetters(only.use.house, dispensing)
                        .sign(
                            DOCTOR,
                            new GuestLetters.Wish(only.patient, "clinic-a", TODAY, TODAY),
                            reply))));
  }

  /** H102: two sites, one letter. */
  @Test
  void aLetterIsTakenInOnceAtTheSiteItNamesForThePersonItNames() {
    GuestLetters.Paper paper = yes(site(A).paper(yes(site(A).sign(DOCTOR, B, 0, 2))));
    Site guest = site(B);
    String forged = paper.code().substring(0, paper.code().length() - 6) + "AAAAAA";
    PatientId other = guest.register("Khác", "0000000002");
    assertEquals(
        Optional.of("letter-for-another-site"),
        refused(site(C).takeIn(site(C).patient, paper.code())));
    assertEquals(Optional.of("no-guest-letter"), refused(guest.takeIn(guest.patient, "MC1.x.y")));
    assertEquals(Optional.of("letter-forged"), refused(guest.takeIn(guest.patient, forged)));
    assertEquals(
        Optional.of("letter-of-another-person"), refused(guest.takeIn(other, paper.code())));
    assertEquals(List.of(), guest.outside(), "nothing was noted so far");
    GuestLetterText told = yes(guest.takeIn(guest.patient, paper.code()));
    assertEquals(Mass.ofMilligrams(60), told.dose());
    OutsideDose last = guest.outside().getFirst();
    assertEquals(TODAY.minusDays(1), last.day());
    assertTrue(last.confirmation().confirmed());
    assertEquals(Optional.of(Concentration.ofMilligramsPerMillilitre(10)), last.strength());
    assertEquals(
        Optional.of("guest-letter-used"), refused(guest.takeIn(guest.patient, paper.code())));
    guest.ordered(20);
    assertEquals("", guest.stops(), "the last dose is known: no new start");
    daysLater(3);
    assertEquals("guest-days-over", guest.stops());
  }

  /** nobody here misses whom another site doses; guests go home. */
  @Test
  void whoIsElsewhereIsNotProposedAsDroppedOut() {
    Site home = site(A);
    daysLater(40);
    assertEquals(1, proposals(home), "the control");
    move(home, "clinic-b", 40);
    assertEquals(0, proposals(home));
    yes(site(C).takeIn(site(C).patient, letterFor(C, 40)));
    daysLater(60);
    assertEquals(0, proposals(site(C)));
  }

  /** As the home site would print it, so many days later. */
  private String letterFor(SiteName site, int days) {
    GuestLetterText text =
        new GuestLetterText(
            "guest-99",
            A,
            site,
            new GuestLetterText.Named("Người", "Bịa", 1980),
            TODAY.plusDays(days),
            TODAY.plusDays(days),
            Mass.ofMilligrams(60),
            Optional.of(
                new LastDose(
                    TODAY.plusDays(days - 1L),
                    Mass.ofMilligrams(60),
                    Optional.of(Concentration.ofMilligramsPerMillilitre(10)),
                    true)),
            TODAY.plusDays(days));
    return key(A).seal(GuestLetters.KIND, text.write()).line();
  }

  private static int proposals(Site site) {
    return site.look(reads -> new DropOuts(site.use.house).proposals(reads).size());
  }

  @Test
  void aLetterThatIsOverIsNotTakenIn() {
    GuestLetters.Paper paper = yes(site(A).paper(yes(site(A).sign(DOCTOR, B, 0, 2))));
    daysLater(3);
    assertEquals(
        Optional.of("guest-letter-over"), refused(site(B).takeIn(site(B).patient, paper.code())));
  }

  /** one site at a time; a move in words of no site's name assigns to none. */
  @Test
  void whoIsAssignedToAnotherSiteIsNotDosedHere() {
    Site home = site(A);
    move(home, "cơ sở 2");
    assertEquals("", home.stops());
    move(home, "clinic-b");
    assertEquals("assigned-elsewhere", home.stops());
    home.write(new Fact.JournalOpened("clinic-a", "training", "UTC"));
    move(home, "clinic-a");
    assertEquals("", home.stops(), "back at this site");
  }

  private static void move(Site site, String to) {
    move(site, to, 0);
  }

  private static void move(Site site, String to, int days) {
    yes(
        UseCases.<Answered<String>>ask(
            reply ->
                new Movements(site.use.house)
                    .note(
                        DOCTOR,
                        site.patient,
                        new Movement.Moved(to),
                        TODAY.plusDays(days),
                        reply)));
  }

  private static Answered<String> comes(Site site, Optional<Transfers.Verified> last) {
    return ask(
        reply ->
            new Transfers(site.use.house)
                .in(DOCTOR, new Transfers.Coming(site.patient, TODAY, "A", last), reply));
  }

  private static Transfers.Verified told(LocalDate day, boolean readBack) {
    return new Transfers.Verified(
        day,
        Mass.ofMilligrams(60),
        Concentration.ofMilligramsPerMillilitre(10),
        "bs. Bịa",
        "by telephone",
        readBack);
  }

  @Test
  void aTransferTellsTheLastDoseAndEndsCareHere() {
    Site home = site(A);
    Transfers transfers = new Transfers(home.use.house);
    assertEquals(
        Optional.of("receiver-missing"),
        refused(
            UseCases.<Answered<String>>ask(
                reply -> transfers.out(DOCTOR, home.patient, TODAY, " ", reply))));
    String id =
        yes(
            UseCases.<Answered<String>>ask(
                reply -> transfers.out(DOCTOR, home.patient, TODAY, "Cơ sở B", reply)));
    assertEquals("left-care", home.stops());
    Transfers.Letter letter =
        yes(UseCases.<Answered<Transfers.Letter>>ask(reply -> transfers.letter(DOCTOR, id, reply)));
    String page = TransferPage.html(letter, "clinic-a", TODAY);
    for (String told : List.of("Cơ sở B", "Người Bịa, 1980", "2026-11-20", "60", "10", "đã xác")) {
      assertTrue(page.contains(told), told);
    }
    assertEquals(
        Optional.of("no-such-transfer"),
        refused(
            UseCases.<Answered<Transfers.Letter>>ask(
                reply -> transfers.letter(DOCTOR, "mov-none", reply))));
  }

  /** a verified last dose, or a new start. */
  @Test
  void whoComesIsANewStartUnlessTheLastDoseWasReadBack() {
    Site there = site(B);
    assertEquals(
        Optional.of("last-dose-not-verified"),
        refused(comes(there, Optional.of(told(TODAY.minusDays(1), false)))));
    assertEquals(
        Optional.of("last-dose-after-admission"),
        refused(comes(there, Optional.of(told(TODAY.plusDays(1), true)))));
    yes(comes(there, Optional.of(told(TODAY.minusDays(1), true))));
    there.ordered(20);
    assertEquals("", there.stops());
    Site start = site(C);
    yes(comes(start, Optional.empty()));
    start.ordered(20);
    assertEquals("first-dose-high", start.stops(), "60 mg is more than a first dose");
  }
}
