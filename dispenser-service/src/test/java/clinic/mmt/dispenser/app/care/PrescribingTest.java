package clinic.mmt.dispenser.app.care;

import static clinic.mmt.dispenser.app.UseCases.ask;
import static clinic.mmt.dispenser.app.UseCases.refused;
import static clinic.mmt.dispenser.app.UseCases.yes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.care.Prescribing.NewPrescription;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.Hold;
import clinic.mmt.dispenser.domain.eligibility.OrderRules;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.eligibility.ReasonCode;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.DoseStep;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Mass;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing prescriptions: one prescriber within the limits, two above them, nobody beyond. */
class PrescribingTest {

  private static final PatientId PATIENT = new PatientId("p-1");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Session DOCTOR = session("doctor", Role.PRESCRIBER);
  private static final Session NURSE = session("nurse", Role.DISPENSER);
  private static final Session HEAD = session("head", Role.HEAD);

  private final UseCases cases = new UseCases(noPeople());
  private final Prescribing prescribing = new Prescribing(cases.house);
  private final Notes notes = new Notes(cases.house);

  /** Orders and notes need nobody's name. */
  private static People noPeople() {
    return (People)
        Proxy.newProxyInstance(
            People.class.getClassLoader(),
            new Class<?>[] {People.class},
            (proxy, method, arguments) -> {
              throw new AssertionError("asked for a person: " + method.getName());
            });
  }

  private static Session session(String id, Role role) {
    return new Session(new StaffId(id), id, Set.of(role), "terminal");
  }

  @BeforeEach
  void inCareUntilYesterdayWith80() {
    registered(PATIENT);
    dosed(TODAY.minusDays(1), 80);
  }

  private void registered(PatientId patient) {
    Outcome<Boolean> there =
        ask(
            reply ->
                cases
                    .house
                    .journal()
                    .transact(
                        new Transaction<>(
                            "setup",
                            cases.now.get(),
                            reads ->
                                Decision.accept(
                                    List.of(new Fact.PatientRegistered(patient)), true)),
                        reply));
    assertTrue(there instanceof Outcome.Done<Boolean>);
  }

  private void dosed(LocalDate day, long milligrams) {
    yes(
        UseCases.<Answered<String>>ask(
            reply ->
                notes.outside(
                    DOCTOR,
                    new OutsideDose(
                        notes.nextId(),
                        PATIENT,
                        day,
                        Mass.ofMilligrams(milligrams),
                        Optional.empty(),
                        DoseDay.Kind.GUEST,
                        new OutsideDose.Confirmation(true, "a clinic", "read back"),
                        Optional.empty()),
                    reply)));
  }

  private static NewPrescription order(Stage stage, int days, long... milligramsEveryThreeDays) {
    List<DoseStep> steps = new ArrayList<>();
    for (int i = 0; i < milligramsEveryThreeDays.length; i++) {
      steps.add(
          new DoseStep(TODAY.plusDays(3L * i), Mass.ofMilligrams(milligramsEveryThreeDays[i])));
    }
    return new NewPrescription(PATIENT, stage, steps, TODAY, TODAY.plusDays(days - 1L));
  }

  private Answered<PrescriptionId> sign(Session by, NewPrescription asked) {
    return ask(reply -> prescribing.sign(by, Optional.empty(), asked, reply));
  }

  private Answered<PrescriptionId> byTwo(NewPrescription asked, NewPrescription seen, Role role) {
    Signature second =
        new Signature(
            new StaffId("second"), Set.of(role), seen.digest(), "terminal", cases.now.get());
    return ask(reply -> prescribing.sign(DOCTOR, Optional.of(second), asked, reply));
  }

  /** The list of orders that end soon: a week ahead, and not who has the next one already. */
  @Test
  void whatEndsWithinAWeekIsListedUntilTheNextIsSigned() {
    assertEquals(List.of(), endingBy(7));
    yes(sign(DOCTOR, order(Stage.MAINTENANCE, 8, 80)));
    assertEquals(List.of(), endingBy(6));
    assertEquals(List.of(PATIENT), endingBy(7));
    LocalDate next = TODAY.plusDays(8);
    yes(sign(DOCTOR, NewPrescription.daily(PATIENT, Mass.ofMilligrams(80), next, next)));
    assertEquals(List.of(), endingBy(7));
  }

  private List<PatientId> endingBy(int days) {
    return cases.house.journal().look(reads -> reads.endingBy(TODAY, TODAY.plusDays(days))).stream()
        .map(Prescription::patient)
        .toList();
  }

  @Test
  void aPrescriberSignsWithinTheLimits() {
    yes(sign(DOCTOR, order(Stage.MAINTENANCE, 30, 85)));
  }

  /** */
  @Test
  void nobodyElsePrescribes() {
    assertEquals(
        Optional.of("not-a-prescriber"), refused(sign(NURSE, order(Stage.MAINTENANCE, 30, 85))));
  }

  /** at the last day allowed and one more. */
  @ParameterizedTest
  @CsvSource({"MAINTENANCE, 30", "TAPER, 14", "TITRATION, 5", "INDUCTION, 5"})
  void noOrderIsLongerThanItsStageAllows(Stage stage, int most) {
    yes(sign(DOCTOR, order(stage, most, 80)));
    assertEquals(
        Optional.of("order-not-possible"), refused(sign(DOCTOR, order(stage, most + 1, 80))));
  }

  /** */
  @Test
  void aDoseIsWholeMilligrams() {
    NewPrescription odd =
        new NewPrescription(
            PATIENT,
            Stage.MAINTENANCE,
            List.of(new DoseStep(TODAY, Mass.ofMicrograms(82_500))),
            TODAY,
            TODAY);
    assertEquals(Optional.of("order-not-possible"), refused(sign(DOCTOR, odd)));
  }

  /** 15 mg a step here; above it two sign, one of them a pharmacist or doctor. */
  @Test
  void aboveALimitTwoSignExactlyThisOrder() {
    yes(sign(DOCTOR, order(Stage.MAINTENANCE, 30, 95)));
    NewPrescription high = order(Stage.MAINTENANCE, 30, 96);
    assertEquals(Optional.of("order-over-limits"), refused(sign(DOCTOR, high)));
    assertEquals(Optional.of("order-over-limits"), refused(byTwo(high, high, Role.DISPENSER)));
    NewPrescription other = order(Stage.MAINTENANCE, 30, 97);
    assertEquals(Optional.of("order-over-limits"), refused(byTwo(other, high, Role.PHARMACIST)));
    yes(byTwo(high, high, Role.PHARMACIST));
  }

  /** a slip of the decimal point, either way. */
  @ParameterizedTest
  @CsvSource({"40, false", "41, true", "160, false"})
  void twiceOrHalfOfTheOrderBeforeNeedsTwo(long milligrams, boolean alone) {
    dosed(TODAY.minusDays(2), 80);
    yes(
        UseCases.<Answered<PrescriptionId>>ask(
            reply ->
                prescribing.sign(
                    DOCTOR,
                    Optional.empty(),
                    NewPrescription.daily(
                        PATIENT, Mass.ofMilligrams(80), TODAY.minusDays(1), TODAY.plusDays(1)),
                    reply)));
    assertEquals(
        alone ? Optional.empty() : Optional.of("order-over-limits"),
        refused(sign(DOCTOR, order(Stage.MAINTENANCE, 30, milligrams))));
  }

  /** The demo refused its own people: what was signed later is no new beginning. */
  @Test
  void anOrderSignedAfterItsFirstDayIsNoFirstDose() {
    dosed(TODAY.minusDays(10), 80);
    LocalDate first = TODAY.minusDays(9);
    NewPrescription late = NewPrescription.daily(PATIENT, Mass.ofMilligrams(80), first, TODAY);
    yes(sign(DOCTOR, late));
  }

  /** H10: nobody signs more than this, not even two. */
  @Test
  void thereIsAnAmountThatNobodyOrders() {
    NewPrescription much = order(Stage.MAINTENANCE, 1, 401);
    assertEquals(Optional.of("dose-out-of-range"), refused(byTwo(much, much, Role.PRESCRIBER)));
  }

  /** A changing order is shown day by day, with what is above a limit on which day. */
  @Test
  void aChangingOrderIsShownDayByDay() {
    OrderRules.Looked looked =
        yes(ask(reply -> prescribing.preview(DOCTOR, order(Stage.TAPER, 8, 75, 70, 100), reply)));
    assertEquals(
        List.of(75L, 75L, 75L, 70L, 70L, 70L, 100L, 100L),
        looked.days().stream().map(d -> d.dose().micrograms() / 1000).toList());
    assertTrue(looked.days().get(5).reasons().isEmpty());
    assertEquals(ReasonCode.STEP_HIGH, looked.days().get(6).reasons().getFirst().code());
    assertFalse(looked.second().isEmpty());
    assertTrue(looked.faults().isEmpty());
  }

  @Test
  void stepsFollowEachOtherWithinTheDays() {
    NewPrescription late =
        new NewPrescription(
            PATIENT,
            Stage.TAPER,
            List.of(
                new DoseStep(TODAY, Mass.ofMilligrams(80)),
                new DoseStep(TODAY.plusDays(5), Mass.ofMilligrams(75))),
            TODAY,
            TODAY.plusDays(4));
    assertEquals(Optional.of("days-out-of-range"), refused(sign(DOCTOR, late)));
  }

  /** a head's hold has an end; whose function made it lifts it. */
  @Test
  void aHoldIsLiftedByTheFunctionThatMadeIt() {
    assertEquals(
        Optional.of("hold-needs-an-end"), refused(hold(HEAD, Hold.By.HEAD, Optional.empty())));
    assertEquals(
        Optional.of("not-your-function"), refused(hold(NURSE, Hold.By.DOCTOR, Optional.empty())));
    String id = yes(hold(HEAD, Hold.By.HEAD, Optional.of(TODAY.plusDays(14))));
    assertEquals(Optional.of("not-your-function"), refused(lift(NURSE, id)));
    yes(lift(HEAD, id));
    assertEquals(Optional.of("no-such-hold"), refused(lift(HEAD, id)));
  }

  private Answered<String> hold(Session by, Hold.By function, Optional<LocalDate> last) {
    return ask(reply -> notes.hold(by, PATIENT, new Hold("a reason", function), last, reply));
  }

  private Answered<String> lift(Session by, String id) {
    return ask(reply -> notes.lift(by, PATIENT, id, "seen", reply));
  }

  /** what changes the amount needs an order. */
  @Test
  void onlyADoctorReleasesAndOnlyWhatKeepsTheAmount() {
    assertEquals(
        Optional.of("not-your-function"), refused(release(NURSE, ReasonCode.DOSE_IN_DOUBT)));
    assertEquals(
        Optional.of("not-releasable"), refused(release(DOCTOR, ReasonCode.MISSED_REDUCED)));
    yes(release(DOCTOR, ReasonCode.DOSE_IN_DOUBT));
  }

  private Answered<String> release(Session by, ReasonCode code) {
    return ask(reply -> notes.release(by, PATIENT, Set.of(code.code()), "seen", reply));
  }

  /** 20 mg, and 30 mg with the prescriber's reason; above that two sign. */
  @ParameterizedTest
  @CsvSource({"20, '', true", "21, '', false", "30, dung nạp cao, true", "31, dung nạp cao, false"})
  void aFirstDoseIsHigherWithAReason(long milligrams, String reason, boolean alone) {
    PatientId newcomer = new PatientId("newcomer");
    registered(newcomer);
    NewPrescription usual = order(Stage.INDUCTION, 3, milligrams);
    NewPrescription plain =
        new NewPrescription(
            newcomer, usual.stage(), usual.steps(), usual.firstDay(), usual.lastDay());
    NewPrescription asked =
        new NewPrescription(
            newcomer, plain.stage(), plain.steps(), plain.firstDay(), plain.lastDay(), reason);
    Answered<PrescriptionId> answer = sign(DOCTOR, asked);
    assertEquals(alone, answer instanceof Answered.Yes<PrescriptionId>, answer::toString);
    assertEquals(reason.isEmpty(), asked.digest().equals(plain.digest()));
  }
}
