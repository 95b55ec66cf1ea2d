package clinic.mmt.dispenser.app.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.care.Notes;
import clinic.mmt.dispenser.app.care.Prescribing;
import clinic.mmt.dispenser.app.care.Prescribing.NewPrescription;
import clinic.mmt.dispenser.app.care.Registry;
import clinic.mmt.dispenser.app.door.Arrivals.Arrived;
import clinic.mmt.dispenser.app.door.Arrivals.Coming;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.Hold;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.queue.Arrival.How;
import clinic.mmt.dispenser.domain.queue.IntakeHours;
import clinic.mmt.dispenser.domain.queue.IntakeHours.Sitting;
import clinic.mmt.dispenser.domain.queue.QueueOrder.Queue;
import clinic.mmt.dispenser.domain.queue.QueueOrder.Standing;
import clinic.mmt.dispenser.domain.queue.Ticket;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.store.PeopleStore;
import clinic.mmt.quantity.Mass;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** who comes gets a number and the rules are asked at the door. */
class ArrivalsTest {

  private static final Session DOCTOR = session("S-doctor", Role.PRESCRIBER);
  private static final Session NURSE = session("S-nurse", Role.DISPENSER);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @TempDir private Path folder = Path.of("");
  private PeopleStore people;
  private UseCases use;
  private Arrivals arrivals;
  private Notes notes;

  private static Session session(String id, Role role) {
    return new Session(new StaffId(id), id, Set.of(role), "terminal");
  }

  @BeforeEach
  void open() throws Exception {
    people = PeopleStore.open(folder.resolve("people.db"), folder.resolve("people.key"));
    use = new UseCases(people);
    arrivals = new Arrivals(use.house);
    notes = new Notes(use.house);
  }

  @AfterEach
  void close() {
    people.close();
  }

  private PatientId registered(String given) {
    Person person = new Person("Người", given, 1980, Bytes.EMPTY);
    Registry.NewPatient patient = new Registry.NewPatient(person, List.of(), List.of());
    return UseCases.yes(
        UseCases.ask(reply -> new Registry(use.house).register("desk", patient, reply)));
  }

  /** In care elsewhere until yesterday, and prescribed here from today on. */
  private PatientId due(String given) {
    PatientId patient = registered(given);
    for (int back = 1; back <= 2; back++) {
      OutsideDose dose =
          new OutsideDose(
              notes.nextId(),
              patient,
              TODAY.minusDays(back),
              Mass.ofMilligrams(50),
              Optional.empty(),
              DoseDay.Kind.GUEST,
              new OutsideDose.Confirmation(true, "elsewhere", "read back"),
              Optional.empty());
      UseCases.yes(UseCases.<Answered<String>>ask(reply -> notes.outside(DOCTOR, dose, reply)));
    }
    NewPrescription order =
        NewPrescription.daily(patient, Mass.ofMilligrams(50), TODAY, TODAY.plusDays(9));
    UseCases.yes(
        UseCases.<Answered<PrescriptionId>>ask(
            reply -> new Prescribing(use.house).sign(DOCTOR, Optional.empty(), order, reply)));
    return patient;
  }

  private Answered<Arrived> comes(PatientId patient, Optional<String> admitted) {
    return UseCases.ask(
        reply -> arrivals.arrive("door", new Coming(patient, How.CARD, admitted), reply));
  }

  private Arrived comes(PatientId patient) {
    return UseCases.yes(comes(patient, Optional.empty()));
  }

  private Queue queue() {
    return use.house.journal().look(new DayQueue(use.house)::today).queue();
  }

  private static List<Integer> numbers(List<Standing> some) {
    return some.stream().map(s -> s.who().ticket().orElseThrow().number()).toList();
  }

  private String held(PatientId patient, Session by, Hold.By function) {
    return UseCases.yes(
        UseCases.ask(
            reply ->
                notes.hold(
                    by, patient, new Hold("to be seen", function), Optional.empty(), reply)));
  }

  @Test
  void numbersCountUpAndTheSamePatientHasTheSameAgain() {
    PatientId a = due("A");
    PatientId b = due("B");
    assertEquals(new Arrived(new Ticket(1, 1), false, Optional.empty()), comes(a));
    assertEquals(new Ticket(1, 2), comes(b).ticket());
    long head = use.house.journal().head();
    assertEquals(new Arrived(new Ticket(1, 1), true, Optional.empty()), comes(a));
    assertEquals(head, use.house.journal().head(), "nothing is written twice");
    assertEquals(new Ticket(1, 3), comes(due("C")).ticket());
  }

  @Test
  void theNextDayBeginsAtOne() {
    PatientId a = due("A");
    comes(due("B"));
    use.now.set(Instant.parse("2026-11-22T01:00:00Z"));
    assertEquals(new Ticket(1, 1), comes(a).ticket());
  }

  @Test
  void theBlockedGetANumberAndGoToTheDoctorAndComeBackInFront() {
    PatientId first = due("A");
    PatientId held = due("B");
    String hold = held(held, DOCTOR, Hold.By.DOCTOR);
    comes(first);
    Arrived blocked = comes(held);
    assertEquals(2, blocked.ticket().number());
    assertEquals("held-by-doctor", blocked.stopped().orElseThrow().code());
    comes(due("C"));
    assertEquals(List.of(1, 3), numbers(queue().next()));
    assertEquals(List.of(2), numbers(queue().doctor()));
    UseCases.yes(
        UseCases.<Answered<String>>ask(reply -> notes.lift(DOCTOR, held, hold, "seen", reply)));
    assertEquals(List.of(2, 1, 3), numbers(queue().next()), "in front");
    assertEquals(List.of(), numbers(queue().doctor()));
  }

  @Test
  void withoutAPrescriptionADoctorIsFirstToo() {
    Arrived arrived = comes(registered("A"));
    assertEquals(1, arrived.ticket().number());
    assertEquals("no-prescription-today", arrived.stopped().orElseThrow().code());
    assertEquals(List.of(1), numbers(queue().doctor()), "who is not due is not forgotten");
  }

  @Test
  void whoIsNotInCareHereHasNoNumber() {
    assertEquals(
        Optional.of("not-registered"),
        UseCases.refused(comes(new PatientId("P-nobody"), Optional.empty())));
  }

  private void hours(String lastIntake) {
    use.house
        .calendar()
        .takingIn(
            new IntakeHours(
                List.of(
                    new Sitting(LocalTime.of(1, 0), LocalTime.of(5, 0)),
                    new Sitting(LocalTime.of(6, 0), LocalTime.of(9, 0))),
                Optional.of(LocalTime.parse(lastIntake))));
  }

  @Test
  void eachSittingHasNumbersOfItsOwnAndWhoMissedOneIsTakenInTheNext() {
    hours("08:30");
    PatientId early = due("A");
    PatientId late = due("B");
    assertEquals(new Ticket(1, 1), comes(early).ticket());
    use.now.set(Instant.parse("2026-11-21T05:30:00Z"));
    assertEquals(new Ticket(2, 1), comes(late).ticket());
    assertEquals(new Ticket(1, 1), comes(early).ticket(), "one number a day");
  }

  @Test
  void afterTheLastIntakeOnlyStaffTakeSomebodyInWithAReason() throws Exception {
    hours("08:30");
    PatientId onTime = due("A");
    PatientId late = due("B");
    use.now.set(Instant.parse("2026-11-21T08:30:00Z"));
    comes(onTime);
    use.now.set(Instant.parse("2026-11-21T08:30:00.001Z"));
    Answered<Arrived> no = comes(late, Optional.empty());
    assertEquals(Optional.of("after-last-intake"), UseCases.refused(no));
    assertEquals(new Ticket(2, 1), comes(onTime).ticket(), "who came in time has come");
    Arrived yes = UseCases.yes(comes(late, Optional.of("the bus broke down")));
    assertEquals(new Ticket(2, 2), yes.ticket());
    Entry entry = use.house.journal().entries(use.house.journal().head(), 1).getFirst();
    assertEquals("patient.arrived", entry.kind());
    assertTrue(entry.privateBody().toText().contains("the bus broke down"));
  }

  @Test
  void theJournalsPublicPartKnowsNobody() throws Exception {
    PatientId a = due("A");
    comes(a);
    UseCases.yes(
        UseCases.<Answered<Ticket>>ask(
            reply -> arrivals.priority(NURSE, a, true, "a small child", reply)));
    for (Entry entry : use.house.journal().entries(use.house.journal().head() - 1, 2)) {
      assertEquals("{}", entry.publicBody().toText(), entry.kind());
    }
  }

  @Test
  void staffPutSomebodyInFrontAndBack() {
    comes(due("A"));
    PatientId b = due("B");
    assertEquals(Optional.of("not-arrived"), UseCases.refused(priority(NURSE, b, true)));
    comes(b);
    UseCases.yes(priority(NURSE, b, true));
    assertEquals(List.of(2, 1), numbers(queue().next()));
    long head = use.house.journal().head();
    UseCases.yes(priority(NURSE, b, true));
    assertEquals(head, use.house.journal().head());
    UseCases.yes(priority(NURSE, b, false));
    assertEquals(List.of(1, 2), numbers(queue().next()));
    Session keeper = session("S-store", Role.STORE_KEEPER);
    assertEquals(Optional.of("not-your-function"), UseCases.refused(priority(keeper, b, true)));
  }

  private Answered<Ticket> priority(Session by, PatientId patient, boolean first) {
    return UseCases.ask(reply -> arrivals.priority(by, patient, first, "a reason", reply));
  }

  @Test
  void whoseNameIsLikeAnothersOfTodayIsFlaggedAndNobodyElse() {
    Namesakes namesakes = new Namesakes(use.house);
    PatientId a = due("Văn Mẫu");
    due("Thị Khác");
    long head = use.house.journal().head();
    assertEquals(Set.of(), UseCases.<Set<PatientId>>ask(namesakes::today));
    registered("Văn Mau");
    assertEquals(
        Set.of(), UseCases.<Set<PatientId>>ask(namesakes::today), "who may not come today");
    PatientId b = due("Vân Mẫu");
    assertEquals(Set.of(a, b), UseCases.<Set<PatientId>>ask(namesakes::today));
    assertTrue(use.house.journal().head() > head);
    for (Entry entry : use.house.journal().entries(1, 1000)) {
      assertFalse((entry.kind() + entry.privateBody().toText()).contains("similar"));
    }
  }
}
