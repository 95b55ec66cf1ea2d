package clinic.mmt.dispenser.app.certificate;

import static clinic.mmt.dispenser.app.UseCases.ask;
import static clinic.mmt.dispenser.app.UseCases.refused;
import static clinic.mmt.dispenser.app.UseCases.yes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.Nobody;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.care.Prescribing;
import clinic.mmt.dispenser.app.care.Prescribing.NewPrescription;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.staff.Certificate.Standing;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Mass;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only a prescriber with a certificate that holds prescribes; the head extends it once. */
class CertificatesTest {

  private static final PatientId PATIENT = new PatientId("p-1");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Session DOCTOR = session("doctor", Role.PRESCRIBER);
  private static final Session HEAD = session("head", Role.HEAD);
  private static final Session ADMINISTRATOR = session("administrator", Role.ADMINISTRATOR);

  private final UseCases cases = new UseCases(Nobody.people());
  private final Certificates certificates = new Certificates(cases.house);
  private final Prescribing prescribing = new Prescribing(cases.house);

  private static Session session(String id, Role role) {
    return new Session(new StaffId(id), id, Set.of(role), "terminal");
  }

  private void open(String mode) {
    List<Fact> facts =
        List.of(
            new Fact.JournalOpened("clinic", mode, "Asia/Ho_Chi_Minh"),
            new Fact.StaffRegistered(DOCTOR.staff(), DOCTOR.roles()),
            new Fact.StaffRegistered(new StaffId("second"), DOCTOR.roles()),
            new Fact.PatientRegistered(PATIENT));
    Outcome<Boolean> there =
        ask(
            reply ->
                cases
                    .house
                    .journal()
                    .transact(
                        new Transaction<>(
                            "setup", cases.now.get(), reads -> Decision.accept(facts, true)),
                        reply));
    assertTrue(there instanceof Outcome.Done<Boolean>);
  }

  private void days(int days) {
    cases.now.updateAndGet(now -> now.plus(Duration.ofDays(days)));
  }

  private Answered<String> note(Session by, String staff, int lastDay) {
    return ask(
        reply ->
            certificates.note(
                by,
                new Certificates.New(
                    new StaffId(staff), Role.PRESCRIBER, "CC 1", TODAY.plusDays(lastDay)),
                reply));
  }

  private Answered<LocalDate> extend(Session by, int lastDay) {
    return ask(
        reply ->
            certificates.extend(
                by,
                new Certificates.More(
                    DOCTOR.staff(), Role.PRESCRIBER, TODAY.plusDays(lastDay), "on its way"),
                reply));
  }

  private NewPrescription order(long milligrams) {
    LocalDate today = cases.house.calendar().today();
    return NewPrescription.daily(PATIENT, Mass.ofMilligrams(milligrams), today, today);
  }

  private Answered<PrescriptionId> prescribe() {
    return ask(reply -> prescribing.sign(DOCTOR, Optional.empty(), order(20), reply));
  }

  /** to the last day, and by the extension to its last day. */
  @Test
  void anExpiredCertificateStopsPrescribingUntilTheHeadExtendsIt() {
    open("production");
    assertEquals(Optional.of("certificate-not-noted"), refused(prescribe()));
    yes(note(ADMINISTRATOR, "doctor", 1));
    yes(prescribe());
    days(1);
    yes(prescribe());
    days(1);
    assertEquals(Optional.of("certificate-expired"), refused(prescribe()));
    assertTrue(wayOn(prescribe()).contains("until 2026-12-06"), wayOn(prescribe()));
    yes(extend(HEAD, 15));
    yes(prescribe());
    days(13);
    yes(prescribe());
    days(1);
    assertEquals(Optional.of("certificate-expired"), refused(prescribe()));
    assertTrue(wayOn(prescribe()).contains("renewed"), wayOn(prescribe()));
    yes(note(HEAD, "doctor", 400));
    yes(prescribe());
  }

  private static String wayOn(Answered<PrescriptionId> answer) {
    return ((Answered.No<PrescriptionId>) answer).refusal().liftedBy();
  }

  /** Training needs none; one that is noted has to hold there too. */
  @Test
  void trainingNeedsNoCertificateButKeepsOneThatIsNoted() {
    open("training");
    yes(prescribe());
    yes(note(HEAD, "doctor", -1));
    assertEquals(Optional.of("certificate-expired"), refused(prescribe()));
  }

  /** who signs as the second prescriber has a certificate too. */
  @Test
  void aSecondPrescriberHasACertificateToo() {
    open("production");
    yes(note(HEAD, "doctor", 100));
    assertEquals(Optional.of("order-over-limits"), refused(byTwo(Role.PRESCRIBER)));
    yes(byTwo(Role.PHARMACIST));
    yes(note(HEAD, "second", 100));
    yes(byTwo(Role.PRESCRIBER));
  }

  private Answered<PrescriptionId> byTwo(Role role) {
    NewPrescription high = order(25);
    Signature second =
        new Signature(
            new StaffId("second"), Set.of(role), high.digest(), "terminal", cases.now.get());
    return ask(reply -> prescribing.sign(DOCTOR, Optional.of(second), high, reply));
  }

  /** fourteen days after its own last day and not one more, not in the past. */
  @ParameterizedTest
  @CsvSource({
    "10, false",
    "11, false",
    "12, false",
    "19, false",
    "20, true",
    "24, true",
    "25, false"
  })
  void theHeadExtendsByAtMostFourteenDays(int lastDay, boolean good) {
    open("production");
    yes(note(HEAD, "doctor", 10));
    days(20);
    assertEquals(
        good ? Optional.empty() : Optional.of("extension-out-of-range"),
        refused(extend(HEAD, lastDay)));
  }

  /** once a certificate; the same paper noted again is the same certificate. */
  @Test
  void aCertificateIsExtendedOnce() {
    open("production");
    assertEquals(Optional.of("no-such-certificate"), refused(extend(HEAD, 5)));
    yes(note(HEAD, "doctor", 0));
    assertEquals(Optional.of("not-your-function"), refused(extend(ADMINISTRATOR, 5)));
    yes(extend(HEAD, 5));
    assertEquals(Optional.of("extended-before"), refused(extend(HEAD, 6)));
    yes(note(HEAD, "doctor", 1));
    yes(note(HEAD, "doctor", 0));
    assertEquals(Optional.of("extended-before"), refused(extend(HEAD, 6)));
    yes(note(HEAD, "doctor", 2)); // The control: another one is extended.
    yes(extend(HEAD, 6));
  }

  @Test
  void onlyTheHeadAndAnAdministratorNoteAndOnlyOfStaff() {
    open("production");
    assertEquals(Optional.of("not-your-function"), refused(note(DOCTOR, "doctor", 100)));
    assertEquals(Optional.of("no-such-staff"), refused(note(HEAD, "nobody", 100)));
  }

  private List<Certificates.Listed> listed(Session by) {
    return yes(UseCases.<Answered<List<Certificates.Listed>>>ask(r -> certificates.list(by, r)));
  }

  /** sixty days ahead, the nearest first, the latest note of a function only. */
  @Test
  void theListToldAheadHasTheNearestFirst() {
    open("production");
    yes(note(HEAD, "doctor", 100));
    yes(note(HEAD, "doctor", 60));
    yes(note(HEAD, "second", 61));
    List<Certificates.Listed> listed = listed(HEAD);
    assertEquals(
        List.of(Standing.WARNS, Standing.VALID),
        listed.stream().map(Certificates.Listed::standing).toList());
    assertEquals(List.of(60L, 61L), listed.stream().map(Certificates.Listed::daysLeft).toList());
    assertEquals(1, listed(DOCTOR).size(), "a doctor sees the own one");
  }

  private Optional<String> whyNotCalibrate(Role role) {
    Session by = session("pump", role);
    return cases
        .house
        .journal()
        .look(reads -> certificates.whyNotCalibrate(reads, by).map(Refusal::code));
  }

  @Test
  void onlySomebodyWithACertificateThatHoldsCalibrates() {
    open("production");
    register("pump", Role.PHARMACIST);
    assertEquals(Optional.of("calibration-not-certified"), whyNotCalibrate(Role.PHARMACIST));
    Answered<String> noted =
        ask(
            reply ->
                certificates.note(
                    HEAD,
                    new Certificates.New(
                        new StaffId("pump"), Role.PHARMACIST, "CN-1", TODAY.plusDays(1)),
                    reply));
    assertTrue(noted instanceof Answered.Yes<String>);
    assertEquals(Optional.empty(), whyNotCalibrate(Role.PHARMACIST));
    assertEquals(
        Optional.of("calibration-not-certified"),
        whyNotCalibrate(Role.DISPENSER),
        "for another function");
    days(1);
    assertEquals(Optional.empty(), whyNotCalibrate(Role.PHARMACIST), "its last day");
    days(1);
    assertEquals(Optional.of("calibration-not-certified"), whyNotCalibrate(Role.PHARMACIST));
  }

  @Test
  void inTrainingNoCertificateIsNeededForAPump() {
    open("training");
    assertEquals(Optional.empty(), whyNotCalibrate(Role.PHARMACIST));
  }

  private void register(String staff, Role role) {
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
                                    List.of(
                                        new Fact.StaffRegistered(new StaffId(staff), Set.of(role))),
                                    true)),
                        reply));
    assertTrue(there instanceof Outcome.Done<Boolean>);
  }
}
