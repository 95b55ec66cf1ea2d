package clinic.mmt.dispenser.app.pack;

import static clinic.mmt.dispenser.app.UseCases.refused;
import static clinic.mmt.dispenser.app.UseCases.yes;
import static clinic.mmt.dispenser.app.pack.PackClinic.A;
import static clinic.mmt.dispenser.app.pack.PackClinic.B;
import static clinic.mmt.dispenser.app.pack.PackClinic.DOCTOR;
import static clinic.mmt.dispenser.app.pack.PackClinic.KEEPER;
import static clinic.mmt.dispenser.app.pack.PackClinic.NURSE;
import static clinic.mmt.dispenser.app.pack.PackClinic.TODAY;
import static clinic.mmt.dispenser.app.pack.PackClinic.whats;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.importing.Importing;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.people.ImportedPeople.Newcomer;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.domain.eligibility.Hold;
import clinic.mmt.dispenser.domain.eligibility.PlacedHold;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.site.Pack;
import clinic.mmt.dispenser.domain.site.SiteKind;
import clinic.mmt.quantity.Mass;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A treatment site and a site that doses by its orders (R-132, H110). */
class OrderPacksTest {

  @TempDir private Path folder = Path.of("");
  private PackClinic home;
  private PackClinic away;
  private PatientId patient = new PatientId("none");

  @SuppressWarnings("NullAway.Init")
  OrderPacksTest() {}

  @BeforeEach
  void assigned() throws Exception {
    home = new PackClinic(folder, A, SiteKind.TREATMENT);
    away = new PackClinic(folder, B, SiteKind.DISPENSING);
    patient = home.register("Bịa", "0000000001");
    home.ordered(patient, 60, -10, 30);
    home.took(patient, TODAY.minusDays(2));
    home.took(patient, TODAY.minusDays(1));
    home.moved(patient, B, 0);
  }

  @AfterEach
  void close() throws Exception {
    home.close();
    away.close();
  }

  private String written() {
    return yes(home.orders(DOCTOR, B)).file();
  }

  private void later(Duration time) {
    home.use.now.updateAndGet(t -> t.plus(time));
    away.use.now.updateAndGet(t -> t.plus(time));
  }

  @Test
  void thePatientIsDosedThereByThePackAndNotBefore() {
    assertEquals("assigned-elsewhere", home.stops(patient));
    String file = written();
    assertFalse(file.contains("Bịa") || file.contains(patient.value() + " "), file);
    assertEquals("no-prescription-today", away.stops(patient), "the control");
    assertEquals(List.of("new", "orders"), whats(away.takeOrders(NURSE, file, false)));
    assertEquals("", away.stops(patient));
    Optional<Person> person = UseCases.ask(reply -> away.use.house.people().person(patient, reply));
    assertEquals("Bịa", person.orElseThrow().givenName());
    assertEquals(
        List.of(TODAY.minusDays(2), TODAY.minusDays(1)),
        away.outside(patient).stream().map(d -> d.day()).toList(),
        "the last doses are known: no new start");
    assertTrue(away.outside(patient).getLast().confirmation().confirmed());
  }

  @Test
  void aDryRunTellsTheSameAndNotesNothing() {
    String file = written();
    assertEquals(List.of("new", "orders"), whats(away.takeOrders(NURSE, file, true)));
    assertEquals(List.of(), away.look(reads -> reads.patients()));
    Optional<Person> person = UseCases.ask(reply -> away.use.house.people().person(patient, reply));
    assertEquals(Optional.empty(), person);
    yes(away.takeOrders(NURSE, file, false));
  }

  @Test
  void aPackIsTakenInOnceAndNoOlderOneAfterIt() {
    String first = written();
    String second = written();
    String third = written();
    yes(away.takeOrders(NURSE, first, false));
    assertEquals(Optional.of("pack-taken"), refused(away.takeOrders(NURSE, first, false)));
    yes(away.takeOrders(NURSE, third, false));
    assertEquals(Optional.of("pack-older"), refused(away.takeOrders(NURSE, second, false)));
    assertEquals(Optional.of("pack-older"), refused(away.takeOrders(NURSE, first, true)));
  }

  /** H110: the last second is good, the next one is not; a doctor who asked releases a day. */
  @Test
  void itHoldsThreeTimes24HoursAndNotASecondMore() throws Exception {
    String file = written();
    String unused = written();
    yes(away.takeOrders(NURSE, file, false));
    later(Duration.ofDays(3));
    for (int day = 0; day < 3; day++) {
      away.took(patient, TODAY.plusDays(day));
    }
    assertEquals("", away.stops(patient));
    assertTrue(yes(away.takeOrders(NURSE, unused, true)).lines().isEmpty(), "good to the end");
    later(Duration.ofSeconds(1));
    assertEquals("order-pack-old", away.stops(patient));
    assertEquals(Optional.of("pack-expired"), refused(away.takeOrders(NURSE, unused, false)));
    away.write(
        new Fact.DoseReleased(patient, TODAY.plusDays(3), Set.of("order-pack-old"), "asked A"));
    assertEquals("", away.stops(patient));
    away.took(patient, TODAY.plusDays(3));
    later(Duration.ofDays(1));
    assertEquals("order-pack-old", away.stops(patient), "the next day is asked anew");
    yes(away.takeOrders(NURSE, written(), false));
    assertEquals("", away.stops(patient));
  }

  @Test
  void whatIsWrongWithAFileIsSaidAndNothingIsNoted() throws Exception {
    String file = written();
    String altered = file.substring(0, file.length() - 9) + "AAAAAAAA\n";
    assertEquals(Optional.of("pack-altered"), refused(away.takeOrders(NURSE, altered, false)));
    String renamed = file.replace("from: clinic-a", "from: clinic-c");
    assertEquals(Optional.of("unknown-site"), refused(away.takeOrders(NURSE, renamed, false)));
    String readdressed = file.replace("to: clinic-b", "to: clinic-c");
    assertEquals(
        Optional.of("pack-for-another-site"), refused(away.takeOrders(NURSE, readdressed, false)));
    assertEquals(
        Optional.of("no-pack"), refused(away.takeOrders(NURSE, file.replace("MO1", "MD1"), false)));
    assertEquals(Optional.of("no-pack"), refused(away.takeOrders(NURSE, "", false)));
    assertEquals(Optional.of("not-your-function"), refused(away.takeOrders(KEEPER, file, false)));
    away.use.now.updateAndGet(t -> t.minus(Duration.ofMinutes(61)));
    assertEquals(Optional.of("pack-clock"), refused(away.takeOrders(NURSE, file, false)));
    away.use.now.updateAndGet(t -> t.plus(Duration.ofMinutes(1)));
    assertEquals(List.of(), away.look(reads -> reads.patients()));
    yes(away.takeOrders(NURSE, file, false));
  }

  /** Another site that is known too can't write in the name of the first. */
  @Test
  void theSiteThatIsNamedHasWrittenIt() throws Exception {
    home.close();
    PackClinic known = new PackClinic(folder, PackClinic.C, SiteKind.TREATMENT);
    String forged =
        known
            .book
            .close(
                Packs.ORDERS,
                "whatever",
                B,
                new byte[] {
                  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,
                  24, 25, 26, 27, 28, 29, 30, 31, 32
                })
            .text();
    known.close();
    assertEquals(Optional.of("unknown-site"), refused(away.takeOrders(NURSE, forged, false)));
    String named = forged.replace("from: clinic-c", "from: clinic-a");
    assertEquals(Optional.of("pack-altered"), refused(away.takeOrders(NURSE, named, false)));
  }

  @Test
  void aTreatmentSiteWritesOrdersOutAndADispensingSiteTakesThemIn() throws Exception {
    assertEquals(Optional.of("not-at-this-site"), refused(away.orders(DOCTOR, A)));
    assertEquals(Optional.of("not-your-function"), refused(home.orders(NURSE, B)));
    assertEquals(Optional.of("unknown-site"), refused(home.orders(DOCTOR, PackClinic.C)));
    String file = written();
    PackClinic treats = new PackClinic(folder.resolve("."), B, SiteKind.TREATMENT);
    assertEquals(Optional.of("not-at-this-site"), refused(treats.takeOrders(NURSE, file, false)));
    treats.close();
  }

  @Test
  void aChangedAndAnEndedOrderArriveWithTheNextPack() {
    yes(away.takeOrders(NURSE, written(), false));
    assertEquals(List.of(), whats(away.takeOrders(NURSE, written(), false)), "nothing new");
    home.ordered(patient, 70, 1, 10);
    yes(away.takeOrders(NURSE, written(), false));
    assertEquals(60, milligrams(0));
    assertEquals(70, milligrams(1));
    home.write(
        new Fact.PrescriptionEnded(new PrescriptionId("rx-2"), patient, "unwell"),
        new Fact.PrescriptionEnded(new PrescriptionId("rx-1"), patient, "unwell"));
    assertTrue(whats(away.takeOrders(NURSE, written(), false)).contains("no-order"));
    assertEquals("no-prescription-today", away.stops(patient));
    assertEquals(0, milligrams(1));
  }

  private long milligrams(int day) {
    return away.look(
        reads ->
            reads
                .prescription(patient, TODAY.plusDays(day))
                .map(order -> order.doseOn(TODAY.plusDays(day)).micrograms() / 1000)
                .orElse(0L));
  }

  @Test
  void aHoldGoesAlongAndIsLiftedByAPackWithoutIt() {
    PlacedHold hold =
        new PlacedHold(
            "h-9", patient, new Hold("nhịp tim\nchậm", Hold.By.DOCTOR), Optional.empty());
    home.write(new Fact.HoldPlaced(hold));
    yes(away.takeOrders(NURSE, written(), false));
    assertEquals("held-by-doctor", away.stops(patient));
    yes(away.takeOrders(NURSE, written(), false));
    List<PlacedHold> holds = away.look(reads -> reads.holds(patient));
    assertEquals(1, holds.size(), "the same hold once");
    home.write(new Fact.HoldLifted("h-9", patient, "seen"));
    yes(away.takeOrders(NURSE, written(), false));
    assertEquals("", away.stops(patient));
  }

  @Test
  void whoIsMovedBackIsNoLongerDosedThere() {
    yes(away.takeOrders(NURSE, written(), false));
    home.moved(patient, A, 0);
    assertEquals(List.of("gone"), whats(away.takeOrders(NURSE, written(), false)));
    assertEquals("not-in-order-pack", away.stops(patient));
    assertEquals("", home.stops(patient));
  }

  @Test
  void aDoseInDoubtAtHomeIsInDoubtThere() {
    home.moved(patient, A, 0);
    home.dose("d-1", patient, 0, clinic.mmt.dispenser.domain.dispense.Phase.UNCERTAIN);
    home.moved(patient, B, 0 + 1);
    later(Duration.ofDays(1));
    yes(away.takeOrders(NURSE, written(), false));
    assertFalse(away.outside(patient).getLast().confirmation().confirmed());
    assertEquals(Mass.ofMilligrams(60), away.outside(patient).getLast().dose());
    assertEquals("dose-in-doubt", away.stops(patient));
  }

  @Test
  void aCodeOfAPatientWhoIsRegisteredOtherwiseTakesNothingIn() {
    away.write(new Fact.PatientRegistered(patient));
    String file = written();
    assertEquals(
        Optional.of("pack-of-a-local-patient"), refused(away.takeOrders(NURSE, file, false)));
    assertEquals(Optional.empty(), away.look(reads -> reads.prescription(patient, TODAY)));
  }

  /** Persons are written first; when the journal does not have their pack, they are erased. */
  @Test
  void whatACrashLeavesBetweenTheTwoFilesIsSettledByTheJournal() {
    yes(away.takeOrders(NURSE, written(), false));
    staged(Pack.stagedAs(A, 1), "p-kept");
    staged(Pack.stagedAs(A, 2), "p-erased");
    Importing importing = new Importing(away.use.house);
    assertEquals(
        Set.of(),
        yes(
            UseCases.<Answered<Set<String>>>ask(
                reply -> importing.settleOnly(Pack.stagedAs(A, 1), reply))));
    assertEquals(List.of(true, true), there("p-kept", "p-erased"), "another one under way");
    assertEquals(
        Set.of(Pack.stagedAs(A, 2)), yes(UseCases.<Answered<Set<String>>>ask(importing::settle)));
    assertEquals(List.of(true, false), there("p-kept", "p-erased"));
  }

  private void staged(String as, String code) {
    Person person = new Person("Người", code, 1980, Bytes.EMPTY);
    Newcomer newcomer = new Newcomer(new PatientId(code), person, Optional.empty(), List.of());
    UseCases.<People.Saved>ask(
        reply -> away.use.house.people().imports().stage(as, List.of(newcomer), n -> {}, reply));
  }

  private List<Boolean> there(String... codes) {
    return List.of(codes).stream()
        .map(
            code ->
                UseCases.<Optional<Person>>ask(
                        reply -> away.use.house.people().person(new PatientId(code), reply))
                    .isPresent())
        .toList();
  }
}
