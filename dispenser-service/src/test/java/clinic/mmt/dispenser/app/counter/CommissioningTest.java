package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.care.AddedDoses;
import clinic.mmt.dispenser.app.care.Notes;
import clinic.mmt.dispenser.app.care.Prescribing;
import clinic.mmt.dispenser.app.care.Prescribing.NewPrescription;
import clinic.mmt.dispenser.app.care.Reviews;
import clinic.mmt.dispenser.app.degraded.Openings;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.rules.ProfileActs;
import clinic.mmt.dispenser.app.rules.ProfileActs.Replacing;
import clinic.mmt.dispenser.app.rules.ProfileActs.Signing;
import clinic.mmt.dispenser.app.rules.ProfileState;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.degraded.Opening;
import clinic.mmt.dispenser.domain.degraded.Trace;
import clinic.mmt.dispenser.domain.dispense.AddedDose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.fact.OversightFact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.profile.ProfileValue;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import clinic.mmt.dispenser.domain.staff.Certificate;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.quantity.Mass;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Signed and replaced rule values at the counter, and a dose that waits for a review. */
class CommissioningTest {

  private static final PatientId PATIENT = new PatientId("P-A");
  private static final Session DOCTOR = Bed.session("S-doctor", Role.PRESCRIBER);
  private static final Session HEAD = Bed.session("S-head", Role.HEAD);

  private Bed bed = new Bed();

  private <T> Answered<T> asked(Consumer<Consumer<Answered<T>>> question) {
    List<Answered<T>> answers = new ArrayList<>();
    question.accept(answers::add);
    bed.run();
    return answers.getFirst();
  }

  private ProfileActs acts() {
    return new ProfileActs(bed.house);
  }

  private LocalDate today() {
    return bed.house.calendar().today();
  }

  private Optional<Signature> head(String digest) {
    return Optional.of(
        new Signature(
            HEAD.staff(), HEAD.roles(), digest, HEAD.terminal(), bed.house.clock().instant()));
  }

  private int sign(List<ProfileValue> values) {
    Map<String, String> texts = new HashMap<>();
    values.forEach(value -> texts.put(value.key(), value.text()));
    Signing all = new Signing(texts);
    return UseCases.yes(
        this.<Integer>asked(reply -> acts().sign(DOCTOR, head(all.digest()), all, reply)));
  }

  private Answered<ValueChange> replace(String key, String text, LocalDate from) {
    Replacing change = new Replacing(key, text, from, "council");
    return asked(reply -> acts().replace(DOCTOR, head(change.digest()), change, reply));
  }

  private List<ProfileValue> unsigned() {
    return UseCases.yes(this.<ProfileState>asked(reply -> acts().look(DOCTOR, reply))).unsigned();
  }

  /** one unsigned value stops the site; the refusal says how many and where to read. */
  @Test
  void aProductionSiteDosesOnceEveryValueIsSignedOrReplaced() {
    bed = new Bed("production");
    List<ProfileValue> all = unsigned();
    assertTrue(all.size() > 40, "the control: a draft");
    assertEquals(1, sign(all.subList(1, all.size())));
    bed.identify("P-A").empty();
    assertEquals("profile-not-signed", bed.notice());
    String told = bed.screen.notice().orElseThrow().text();
    assertTrue(told.startsWith("1 rule values") && told.contains("/api/profile/list"), told);
    UseCases.yes(replace(all.getFirst().key(), "5 mg", today()));
    bed.identify("P-A").empty();
    assertEquals("day-not-opened", bed.notice(), "R-122");
    UseCases.yes(
        this.<Opening>asked(
            reply ->
                new Openings(bed.house).open(Bed.NURSE, Optional.of(Trace.STRIP_PRINTER), reply)));
    bed.identify("P-A").is(Phase.REVIEWING);
    bed.pour(8500).is(Phase.MEASURED);
  }

  /** between two taps, without a restart. */
  @Test
  void aRuleReplacedForTodayHoldsAtTheNextTap() {
    bed.identify("P-A").is(Phase.REVIEWING);
    UseCases.yes(replace("maintenance-prescription", "29 days", today()));
    Bed.refused("prescription-too-long", bed.step(Step.POUR));
    UseCases.yes(replace("maintenance-prescription", "30 days", today()));
    bed.pour(8500).is(Phase.MEASURED);
  }

  /** a dose that is authorised keeps its values; a change for today waits for it. */
  @Test
  void aDoseInHandKeepsWhatItWasAuthorisedWith() {
    DoseId dose = bed.identify("P-A").visit();
    Bed.done(bed.step(Step.POUR));
    assertEquals(
        Optional.of("doses-in-hand"),
        UseCases.refused(replace("hand-over-within", "20 s", today())));
    UseCases.yes(replace("hand-over-within", "20 s", today().plusDays(1)));
    bed.devices.finish(8500);
    bed.run().is(Phase.MEASURED);
    bed.wait(Duration.ofSeconds(40));
    Bed.done(bed.step(Step.HAND_OVER));
    Bed.done(bed.step(Step.SWALLOWED, dose));
    UseCases.yes(replace("held-within", "10 min", today())); // The control: nothing is in hand.
  }

  /** The other half: the next day's dose works with the value of its day. */
  @Test
  void theNextDaysDoseHasTheNewCounterValue() {
    UseCases.yes(replace("hand-over-within", "20 s", today().plusDays(1)));
    bed.wait(Duration.ofHours(24));
    bed.identify("P-A").pour(8500).is(Phase.MEASURED);
    bed.wait(Duration.ofSeconds(40));
    Bed.refused("identify-again", bed.step(Step.HAND_OVER));
  }

  /** A cup that is handed over after midnight has the values of the day it was poured on. */
  @Test
  void aDoseThatCrossesMidnightKeepsTheValuesOfItsDay() {
    UseCases.yes(replace("hand-over-within", "20 s", today().plusDays(1)));
    LocalDate before = today();
    bed.wait(Duration.ofHours(16).plusMinutes(29).plusSeconds(30));
    bed.identify("P-A").pour(8500).is(Phase.MEASURED);
    bed.wait(Duration.ofSeconds(40));
    assertEquals(before.plusDays(1), today(), "the control: it is past midnight");
    Bed.done(bed.step(Step.HAND_OVER));
  }

  /** The control: only a change for the day of the dose waits for it. */
  @Test
  void aChangeForTomorrowIsNoObstacleForDosesOfToday() {
    bed.identify("P-A").pour(8500).is(Phase.MEASURED);
    UseCases.yes(replace("first-dose", "15 mg", today().plusDays(1)));
    bed.is(Phase.MEASURED);
  }

  /** a second dose of a day is an order too. */
  @Test
  void aSecondDoseIsOrderedWithACertificateThatHoldsOnly() {
    DoseId first = bed.identify("P-A").visit();
    bed.pour(8500).handOverMeasured();
    assertEquals(Optional.of("certificate-expired"), UseCases.refused(ordering(first, -1)));
    assertEquals(Optional.of("order-not-possible"), UseCases.refused(ordering(first, 0)));
  }

  /** An order for a dose that was not vomited, by a doctor whose certificate ends on a day. */
  private Answered<String> ordering(DoseId first, int lastDay) {
    Certificate certificate =
        new Certificate(
            "CE" + lastDay,
            DOCTOR.staff(),
            Role.PRESCRIBER,
            "CC 1",
            today().plusDays(lastDay),
            Optional.empty());
    bed.journal.transact(
        new Transaction<>(
            "S-head",
            bed.house.clock().instant(),
            reads ->
                Decision.accept(List.of(new OversightFact.CertificateNoted(certificate)), true)),
        outcome -> {});
    AddedDoses.Asked order =
        new AddedDoses.Asked(
            PATIENT, first, AddedDose.Kind.REPLACEMENT, Mass.ofMilligrams(40), "vomited");
    return asked(reply -> new AddedDoses(bed.house).order(DOCTOR, Optional.empty(), order, reply));
  }

  private Answered<String> review(LocalDate from) {
    return asked(
        reply -> new Reviews(bed.house).set(DOCTOR, PATIENT, from, "a new medicine", reply));
  }

  private void ordered(long milligrams) {
    NewPrescription order =
        NewPrescription.daily(PATIENT, Mass.ofMilligrams(milligrams), today(), today().plusDays(9));
    UseCases.yes(
        this.<PrescriptionId>asked(
            reply -> new Prescribing(bed.house).sign(DOCTOR, Optional.empty(), order, reply)));
  }

  /** a doctor clears it, releases one day, or signs an order on or after the day. */
  @Test
  void aDoseToReviewWaitsForADoctor() {
    String id = UseCases.yes(review(today()));
    bed.identify("P-A").empty();
    assertEquals("review-due", bed.notice());
    UseCases.yes(
        this.<String>asked(
            reply ->
                new Notes(bed.house)
                    .release(DOCTOR, PATIENT, Set.of("review-due"), "seen", reply)));
    bed.identify("P-A").pour(8500).handOverMeasured();
    bed.wait(Duration.ofHours(24));
    bed.identify("P-A").empty();
    UseCases.yes(
        this.<String>asked(
            reply -> new Reviews(bed.house).clear(DOCTOR, PATIENT, id, "seen", reply)));
    bed.identify("P-A").is(Phase.REVIEWING);
    assertEquals(
        Optional.of("no-such-review"),
        UseCases.refused(
            this.<String>asked(
                reply -> new Reviews(bed.house).clear(DOCTOR, PATIENT, id, "seen", reply))));
  }

  @Test
  void anOrderSignedBeforeTheDaySettlesNothingAndOneOnTheDayDoes() {
    UseCases.yes(review(today().plusDays(1)));
    ordered(84);
    bed.identify("P-A").pour(8400).handOverMeasured();
    bed.wait(Duration.ofHours(24));
    bed.identify("P-A").empty();
    assertEquals("review-due", bed.notice());
    ordered(83);
    bed.identify("P-A").is(Phase.REVIEWING);
  }

  @Test
  void onlyADoctorSetsAReviewAndWithinAYear() {
    assertEquals(
        Optional.of("not-your-function"),
        UseCases.refused(
            this.<String>asked(
                reply -> new Reviews(bed.house).set(HEAD, PATIENT, today(), "why", reply))));
    for (int day : new int[] {-1, 367}) {
      assertEquals(
          Optional.of("review-day-out-of-range"), UseCases.refused(review(today().plusDays(day))));
    }
    UseCases.yes(review(today().plusDays(366)));
  }
}
