package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.care.AddedDoses;
import clinic.mmt.dispenser.app.care.Notes;
import clinic.mmt.dispenser.app.care.Observations;
import clinic.mmt.dispenser.app.care.Prescribing;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.AddedDose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Observation;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.fact.OversightFact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.DoseStep;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.staff.Certificate;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows a dose on its day: second doses, less by wish, and who is watched. */
class AddedDoseCounterTest {

  private static final PatientId PATIENT = new PatientId("P-A");
  private static final Session DOCTOR = Bed.session("S-doctor", Role.PRESCRIBER);

  private final Bed bed = new Bed();
  private final AddedDoses addedDoses = new AddedDoses(bed.house);

  private <T> Answered<T> answer(Consumer<Consumer<Answered<T>>> question) {
    List<Answered<T>> answers = new ArrayList<>();
    question.accept(answers::add);
    bed.run();
    return answers.getFirst();
  }

  private static AddedDoses.Asked asked(DoseId dose, AddedDose.Kind kind, long milligrams) {
    return new AddedDoses.Asked(PATIENT, dose, kind, Mass.ofMilligrams(milligrams), "seen");
  }

  private Answered<String> order(Session by, AddedDoses.Asked asked) {
    return answer(reply -> addedDoses.order(by, Optional.empty(), asked, reply));
  }

  private static String refused(Answered<?> answer) {
    return assertInstanceOf(Answered.No.class, answer).refusal().code();
  }

  private DoseId consumed() {
    DoseId dose = bed.identify("P-A").visit();
    bed.pour(8500).handOverMeasured();
    return dose;
  }

  private DoseId vomited(String minutes, String seenBy) {
    DoseId dose = consumed();
    Bed.done(bed.step(Step.VOMITED, dose, Map.of("minutes", minutes, "seenBy", seenBy)));
    return dose;
  }

  /** by a doctor's order, linked to the first, once; the first stays consumed. */
  @Test
  void aVomitedDoseIsReplacedOnceByADoctorsOrder() {
    DoseId first = vomited("20", "staff");
    bed.identify("P-A").empty();
    assertEquals("already-dosed", bed.notice());
    assertEquals(
        "order-not-possible", refused(order(DOCTOR, asked(first, AddedDose.Kind.REPLACEMENT, 43))));
    UseCases.yes(order(DOCTOR, asked(first, AddedDose.Kind.REPLACEMENT, 42)));
    bed.identify("P-A").is(Phase.REVIEWING);
    DoseId second = bed.visit();
    assertEquals(
        Optional.of(first), bed.read(reads -> reads.dose(second)).orElseThrow().dose().follows());
    assertEquals(
        DosePart.REPLACEMENT, bed.read(reads -> reads.dose(second)).orElseThrow().dose().part());
    bed.pour(4200).is(Phase.MEASURED).handOverMeasured();
    assertEquals(Phase.CONSUMED, bed.phase(first));
    assertEquals(Phase.CONSUMED, bed.phase(second));
    assertEquals(Volume.ofMicrolitres(12_700), bed.balance(AccountKind.PATIENT, "-"));
    bed.identify("P-A").empty();
    assertEquals("already-dosed", bed.notice());
    assertEquals(
        "added-already", refused(order(DOCTOR, asked(first, AddedDose.Kind.REPLACEMENT, 42))));
  }

  @Test
  void whatNobodyOfStaffSawIsNotReplaced() {
    DoseId first = vomited("5", "patient");
    assertEquals(
        "order-not-possible", refused(order(DOCTOR, asked(first, AddedDose.Kind.REPLACEMENT, 10))));
  }

  @Test
  void onlyADoctorOrdersASecondDoseAndOnlyAfterAFirst() {
    DoseId first = vomited("5", "staff");
    assertEquals(
        "not-a-prescriber",
        refused(order(Bed.NURSE, asked(first, AddedDose.Kind.REPLACEMENT, 10))));
    assertEquals(
        "no-dose-today",
        refused(order(DOCTOR, asked(new DoseId("none"), AddedDose.Kind.REPLACEMENT, 10))));
    bed.identify("P-B").pour(8500);
    DoseId open = bed.visit();
    AddedDoses.Asked inCup =
        new AddedDoses.Asked(
            new PatientId("P-B"), open, AddedDose.Kind.SUPPLEMENT, Mass.ofMilligrams(5), "why");
    assertEquals("no-dose-today", refused(order(DOCTOR, inCup)));
    Bed.done(bed.step(Step.HAND_OVER));
    assertEquals("dose-not-ended", refused(order(DOCTOR, inCup)));
  }

  /** the rest of a part, by order; the day is whole again for the next one. */
  @Test
  void theMissingPartIsPouredByOrder() {
    DoseId first = bed.identify("P-A").visit();
    bed.pour(8500);
    Bed.done(bed.step(Step.HAND_OVER));
    Bed.done(bed.step(Step.PART_TAKEN, first, Map.of("permille", "400")));
    bed.devices.freshCup();
    UseCases.yes(order(DOCTOR, asked(first, AddedDose.Kind.MISSING_PART, 51)));
    bed.identify("P-A").is(Phase.REVIEWING).pour(5100).handOverMeasured();
    bed.wait(Duration.ofHours(24));
    bed.identify("P-A").is(Phase.REVIEWING);
  }

  /** An order of yesterday opens nothing today. */
  @Test
  void anOrderHoldsOnItsDayOnly() {
    DoseId first = vomited("5", "staff");
    UseCases.yes(order(DOCTOR, asked(first, AddedDose.Kind.REPLACEMENT, 40)));
    bed.wait(Duration.ofHours(24));
    consumed();
    bed.identify("P-A").empty();
    assertEquals("already-dosed", bed.notice());
  }

  /** above the limits a second person signs exactly this order. */
  @Test
  void aSupplementAboveTheLimitsNeedsTwo() {
    DoseId first = consumed();
    AddedDoses.Asked much = asked(first, AddedDose.Kind.SUPPLEMENT, 20);
    assertEquals("order-over-limits", refused(order(DOCTOR, much)));
    Signature second =
        new Signature(
            Bed.PHARMACIST.staff(),
            Bed.PHARMACIST.roles(),
            much.digest(),
            "terminal-1",
            bed.house.clock().instant());
    UseCases.yes(
        this.<String>answer(reply -> addedDoses.order(DOCTOR, Optional.of(second), much, reply)));
    bed.identify("P-A").is(Phase.REVIEWING).pour(2000).is(Phase.MEASURED);
  }

  /** by wish less is poured, with a reason, and not two days running. */
  @Test
  void lessThanOrderedIsPouredByWishOnOneDay() {
    bed.identify("P-A");
    DoseId dose = bed.visit();
    Bed.refused("reason-missing", bed.step(Step.POUR, dose, Map.of("doseMicrograms", "60000")));
    Bed.refused("not-less", less(dose, "85000"));
    Bed.done(less(dose, "60000"));
    bed.devices.finish(6000);
    bed.run().is(Phase.MEASURED).handOverMeasured();
    assertEquals(Volume.ofMicrolitres(6000), bed.balance(AccountKind.PATIENT, "-"));
    LocalDate today = bed.house.calendar().today();
    assertEquals(List.of(dose), bed.read(reads -> reads.noted(today)), "the doctor reads of it");
    assertEquals(
        Optional.of(Mass.ofMilligrams(85)), bed.read(reads -> reads.learnt(dose)).insteadOf());
    bed.wait(Duration.ofHours(24));
    bed.identify("P-A");
    assertEquals(Mass.ofMilligrams(85), bed.screen.ordered().orElseThrow().dose());
    Bed.refused("less-twice", less(bed.visit(), "60000"));
    bed.pour(8500).is(Phase.MEASURED);
  }

  private Reply less(DoseId dose, String micrograms) {
    return bed.step(
        Step.POUR, dose, Map.of("doseMicrograms", micrograms, "reason", "thấy nhiều quá"));
  }

  /** a first dose is watched for the profile's time; the time only reminds. */
  @Test
  void afterAFirstDoseSomebodyIsWatchedUntilADoctorEndsIt() {
    ordered();
    bed.identify("P-C").is(Phase.REVIEWING).pour(2000).handOverMeasured();
    Observation open = bed.read(reads -> reads.observations()).getFirst();
    assertEquals(Observation.Cause.FIRST_DOSE, open.cause());
    assertEquals(Duration.ofHours(3), Duration.between(bed.house.clock().instant(), open.until()));
    bed.wait(Duration.ofHours(24));
    bed.identify("P-C").empty();
    assertEquals("watched", bed.notice());
    Observations observations = new Observations(bed.house);
    assertEquals(
        "not-your-function",
        refused(
            this.<String>answer(reply -> observations.end(Bed.NURSE, open.id(), "awake", reply))));
    UseCases.yes(this.<String>answer(reply -> observations.end(DOCTOR, open.id(), "awake", reply)));
    assertEquals(
        "no-such-observation",
        refused(this.<String>answer(reply -> observations.end(DOCTOR, open.id(), "again", reply))));
    bed.identify("P-C").is(Phase.REVIEWING);
  }

  private void ordered() {
    Prescribing.NewPrescription asked =
        Prescribing.NewPrescription.daily(
            new PatientId("P-C"), Mass.ofMilligrams(20), Bed.DAY, Bed.DAY.plusDays(9));
    UseCases.yes(
        this.<PrescriptionId>answer(
            reply -> new Prescribing(bed.house).sign(DOCTOR, Optional.empty(), asked, reply)));
  }

  /** The control of the test above: an ordinary dose is not watched. */
  @Test
  void nobodyIsWatchedAfterAnOrdinaryDose() {
    consumed();
    assertEquals(List.of(), bed.read(reads -> reads.observations()));
  }

  /** more than was meant is an incident; new patients are watched after any excess. */
  @Test
  void afterTooMuchSomebodyIsWatched() {
    DoseId dose = consumed();
    Bed.refused("amount-missing", bed.step(Step.WRONG_DOSE, dose, Map.of("wrong", "MORE")));
    Bed.done(
        bed.step(
            Step.WRONG_DOSE,
            dose,
            Map.of("wrong", "MORE", "doseMicrograms", "95000", "what", "two cups")));
    Observation open = bed.read(reads -> reads.observations()).getFirst();
    assertEquals(Observation.Cause.OVER_DOSE, open.cause());
    assertTrue(open.until().isAfter(bed.house.clock().instant().plus(Duration.ofHours(3))));
  }

  /** R-125, H96: each part is a dose of its own, once, some hours apart. */
  @Test
  void bothPartsOfASplitDoseArePouredSomeHoursApart() {
    LocalDate today = bed.house.calendar().today();
    DoseStep step = new DoseStep(today, Mass.ofMilligrams(85), Optional.of(Mass.ofMilligrams(35)));
    Prescribing.NewPrescription asked =
        new Prescribing.NewPrescription(
            PATIENT, Stage.MAINTENANCE, List.of(step), today, today.plusDays(9));
    UseCases.yes(
        this.<PrescriptionId>answer(
            reply -> new Prescribing(bed.house).sign(DOCTOR, Optional.empty(), asked, reply)));
    bed.identify("P-A");
    assertEquals(Mass.ofMilligrams(50), bed.screen.ordered().orElseThrow().dose());
    bed.pour(5000).handOverMeasured();
    bed.identify("P-A").empty();
    assertEquals("parts-ask", bed.notice());
    bed.wait(Duration.ofHours(4));
    bed.identify("P-A").is(Phase.REVIEWING);
    assertEquals(
        DosePart.LATER, bed.read(reads -> reads.dose(bed.visit())).orElseThrow().dose().part());
    bed.pour(3500).is(Phase.MEASURED).handOverMeasured();
    bed.identify("P-A").empty();
    assertEquals("already-dosed", bed.notice());
    assertEquals(Volume.ofMicrolitres(8500), bed.balance(AccountKind.PATIENT, "-"));
  }

  /** settled for two months on more than 40 mg, only more than twice the dose is watched. */
  @ParameterizedTest
  @CsvSource({"60, 170000, 0", "60, 171000, 1", "59, 128000, 1"})
  void whoIsSettledIsWatchedAboveTwiceTheDose(int days, String given, int watched) {
    for (int back = 2; back <= days; back++) {
      OutsideDose earlier =
          new OutsideDose(
              "n-" + back,
              PATIENT,
              Bed.DAY.minusDays(back),
              Mass.ofMilligrams(85),
              Optional.empty(),
              DoseDay.Kind.GUEST,
              new OutsideDose.Confirmation(true, "the other clinic", "read back"),
              Optional.empty());
      UseCases.yes(
          this.<String>answer(reply -> new Notes(bed.house).outside(DOCTOR, earlier, reply)));
    }
    DoseId dose = consumed();
    Bed.done(
        bed.step(
            Step.WRONG_DOSE, dose, Map.of("wrong", "MORE", "doseMicrograms", given, "what", "?")));
    assertEquals(watched, bed.read(reads -> reads.observations()).size());
  }

  /** whoever signs as the second has a certificate that holds, as for any order. */
  @ParameterizedTest
  @CsvSource({"-1, false", "0, true"})
  void theSecondPrescribersCertificateHolds(int validFor, boolean counts) {
    DoseId first = consumed();
    StaffId other = new StaffId("S-other");
    Certificate noted =
        new Certificate(
            "c-1",
            other,
            Role.PRESCRIBER,
            "000/2026",
            bed.house.calendar().today().plusDays(validFor),
            Optional.empty());
    bed.journal.transact(
        new Transaction<>(
            "S-head",
            Bed.MORNING,
            reads -> Decision.accept(List.of(new OversightFact.CertificateNoted(noted)), true)),
        outcome -> assertInstanceOf(Outcome.Done.class, outcome));
    bed.run();
    AddedDoses.Asked much = asked(first, AddedDose.Kind.SUPPLEMENT, 20);
    Signature second =
        new Signature(
            other,
            Set.of(Role.PRESCRIBER),
            much.digest(),
            "terminal-1",
            bed.house.clock().instant());
    Answered<String> answer =
        answer(reply -> addedDoses.order(DOCTOR, Optional.of(second), much, reply));
    assertEquals(counts, answer instanceof Answered.Yes<String>, answer::toString);
  }
}
