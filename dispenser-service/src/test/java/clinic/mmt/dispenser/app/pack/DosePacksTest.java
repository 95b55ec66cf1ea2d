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
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.Hold;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.GuestLetter;
import clinic.mmt.dispenser.domain.site.GuestStep;
import clinic.mmt.dispenser.domain.site.SiteKind;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Doses come home: what was given, refused or is in doubt, once and in order. */
class DosePacksTest {

  @TempDir private Path folder = Path.of("");
  private PackClinic home;
  private PackClinic away;
  private PatientId patient = new PatientId("none");

  @SuppressWarnings("NullAway.Init")
  DosePacksTest() {}

  @BeforeEach
  void ordersThere() throws Exception {
    home = new PackClinic(folder, A, SiteKind.TREATMENT);
    away = new PackClinic(folder, B, SiteKind.DISPENSING);
    patient = home.register("Bịa", "0000000001");
    home.ordered(patient, 60, -10, 30);
    home.took(patient, TODAY.minusDays(1));
    home.moved(patient, B, 0);
    yes(away.takeOrders(NURSE, yes(home.orders(DOCTOR, B)).file(), false));
  }

  @AfterEach
  void close() throws Exception {
    home.close();
    away.close();
  }

  private String written() {
    return yes(away.doses(NURSE, A, Optional.empty())).file();
  }

  private void daysLater(int days) {
    home.use.now.updateAndGet(t -> t.plus(Duration.ofDays(days)));
    away.use.now.updateAndGet(t -> t.plus(Duration.ofDays(days)));
  }

  @Test
  void theLastDoseIsKnownAtHomeAsIfItHadBeenGivenThere() {
    away.dose("d-1", patient, 0, Phase.CONSUMED);
    assertEquals(List.of("taken"), whats(home.takeDoses(NURSE, written(), false)));
    OutsideDose dose = home.outside(patient).getLast();
    assertEquals(TODAY, dose.day());
    assertEquals(Mass.ofMilligrams(60), dose.dose());
    assertEquals(Optional.of(Concentration.ofMilligramsPerMillilitre(10)), dose.strength());
    assertEquals(DoseDay.Kind.OBSERVED, dose.kind());
    assertTrue(dose.confirmation().confirmed() && dose.at().isPresent());
    home.moved(patient, A, 0);
    assertEquals("already-dosed", home.stops(patient));
    daysLater(1);
    assertEquals("", home.stops(patient), "and tomorrow it is an ordinary day");
    home.moved(patient, B, 1);
    String back = yes(home.orders(DOCTOR, B)).file();
    yes(away.takeOrders(NURSE, back, false));
    assertEquals(
        List.of(TODAY.minusDays(1)),
        away.outside(patient).stream().map(OutsideDose::day).toList(),
        "its own dose is not told back to it");
  }

  @Test
  void whatIsInDoubtRefusedOrWasPouredAwayIsToldAsSuch() {
    away.dose("d-1", patient, 0, Phase.TAKEN_AWAY);
    away.dose("d-2", patient, 1, Phase.REFUSED);
    away.dose("d-3", patient, 2, Phase.DISCARDED);
    away.dose("d-4", patient, 3, Phase.OUTCOME_UNKNOWN);
    away.dose("d-5", patient, 4, Phase.LEFT_BEFORE_POUR);
    assertEquals(
        List.of("in-doubt", "refused", "in-doubt"), whats(home.takeDoses(NURSE, written(), false)));
    assertEquals(
        List.of(TODAY.plusDays(3), TODAY), // the latest first would be another order
        home.outside(patient).stream()
            .filter(d -> !d.confirmation().confirmed())
            .map(OutsideDose::day)
            .sorted(java.util.Comparator.reverseOrder())
            .toList());
  }

  @Test
  void aPackIsTakenInOnceAndAMissingOneIsTold() {
    away.dose("d-1", patient, 0, Phase.CONSUMED);
    String first = written();
    away.dose("d-2", patient, 1, Phase.CONSUMED);
    String second = written();
    assertEquals(Optional.of("pack-missing"), refused(home.takeDoses(NURSE, second, false)));
    assertEquals(1, home.outside(patient).size(), "all or nothing");
    String both = yes(away.doses(NURSE, A, Optional.of(0))).file();
    assertEquals(List.of("taken", "taken"), whats(home.takeDoses(NURSE, both, true)));
    assertEquals(List.of("taken"), whats(home.takeDoses(NURSE, first, false)));
    assertEquals(Optional.of("pack-taken"), refused(home.takeDoses(NURSE, first, false)));
    assertEquals(List.of("known", "taken"), whats(home.takeDoses(NURSE, both, false)));
    assertEquals(Optional.of("pack-taken"), refused(home.takeDoses(NURSE, second, false)));
    assertEquals(3, home.outside(patient).size());
    assertEquals(Optional.of("no-such-pack"), refused(away.doses(NURSE, A, Optional.of(9))));
    assertEquals(0, yes(away.doses(NURSE, A, Optional.empty())).count(), "nothing since");
  }

  /** More is learnt of a dose after it was told: the same dose comes again and replaces itself. */
  @Test
  void aDoseOfWhichMoreIsKnownIsToldAgain() {
    away.dose("d-1", patient, 0, Phase.UNCERTAIN);
    yes(home.takeDoses(NURSE, written(), false));
    away.dose("d-1", patient, 0, Phase.CONSUMED);
    assertEquals(List.of("taken"), whats(home.takeDoses(NURSE, written(), false)));
    assertEquals(2, home.outside(patient).size());
    assertTrue(home.outside(patient).getLast().confirmation().confirmed());
  }

  @Test
  void aDoseThatWasTakenBackStaysInDoubtUntilADoctorHasLooked() {
    away.dose("d-1", patient, 0, Phase.OUTCOME_UNKNOWN);
    yes(home.takeDoses(NURSE, written(), false));
    away.dose("d-1", patient, 0, Phase.DISCARDED);
    assertEquals(List.of("taken-back"), whats(home.takeDoses(NURSE, written(), false)));
    assertEquals(2, home.outside(patient).size());
    assertEquals(Hold.By.DOCTOR, onlyHold().by());
  }

  private Hold onlyHold() {
    List<Hold> holds =
        home.look(reads -> reads.holds(patient).stream().map(placed -> placed.hold()).toList());
    assertEquals(1, holds.size());
    return holds.getFirst();
  }

  @Test
  void aSecondDoseOfOneDayIsNotedBesideTheFirstAndADoctorLooks() {
    home.dose("own", patient, 0, Phase.CONSUMED);
    away.dose("d-1", patient, 0, Phase.CONSUMED);
    assertEquals(List.of("taken", "known-here"), whats(home.takeDoses(NURSE, written(), false)));
    assertEquals(2, home.outside(patient).size(), "told is told");
    assertTrue(
        home.look(reads -> reads.past(patient, TODAY)).stream()
            .anyMatch(d -> d.day().equals(TODAY) && d.phase() == Phase.CONSUMED),
        "and the own one stands");
    assertTrue(onlyHold().reason().contains("dose pack 1 of clinic-b"), onlyHold().reason());
    assertEquals(Hold.By.DOCTOR, onlyHold().by());
    assertEquals(1, PackStand.of(home.use.house).open().size());
    String hold = home.look(reads -> reads.holds(patient).getFirst().id());
    home.write(new Fact.HoldLifted(hold, patient, "asked both"));
    assertEquals(0, PackStand.of(home.use.house).open().size());
  }

  @Test
  void moreThanTheOrderAndADayWithoutOneAreMarked() {
    home.ordered(patient, 50, 0, 1);
    away.dose("d-1", patient, 0, Phase.CONSUMED);
    away.dose("d-2", patient, 1, Phase.CONSUMED);
    away.dose("d-3", patient, 40, Phase.CONSUMED);
    assertEquals(
        List.of("taken", "above-order", "taken", "without-order", "taken", "without-order"),
        whats(home.takeDoses(NURSE, written(), false)));
    assertEquals(Hold.By.DOCTOR, onlyHold().by());
  }

  /** One hour on either side of the move is the same day: both sites may have dosed on it. */
  @Test
  void whoWasNotAssignedOnTheDayIsMarkedForAPharmacist() {
    home.moved(patient, A, 2);
    daysLater(4);
    away.dose("d-2", patient, 2, Phase.CONSUMED);
    assertEquals(List.of("taken"), whats(home.takeDoses(NURSE, written(), false)));
    away.dose("d-3", patient, 3, Phase.CONSUMED);
    assertEquals(List.of("taken", "not-assigned"), whats(home.takeDoses(NURSE, written(), false)));
    assertEquals(Hold.By.PHARMACIST, onlyHold().by());
  }

  @Test
  void aGuestsDoseComesHomeByTheLetter() throws Exception {
    PatientId guest = home.register("Khách", "0000000002");
    PatientId there = new PatientId("guest-there");
    home.ordered(guest, 60, 0, 10);
    letter(home, guest, GuestLetter.Way.OUT, B);
    away.write(new Fact.PatientRegistered(there));
    letter(away, there, GuestLetter.Way.IN, A);
    away.dose("d-1", there, 0, Phase.CONSUMED);
    away.dose("d-2", there, 3, Phase.CONSUMED);
    assertEquals(List.of("taken"), whats(home.takeDoses(NURSE, written(), false)));
    OutsideDose dose = home.outside(guest).getFirst();
    assertEquals(DoseDay.Kind.GUEST, dose.kind());
    assertEquals(TODAY, dose.day(), "and not the day that is not the letter's");
    daysLater(2);
    assertEquals("", home.stops(guest), "one day missed, the last dose is known");
  }

  private static void letter(
      PackClinic at,
      PatientId patient,
      GuestLetter.Way way,
      clinic.mmt.dispenser.domain.site.SiteName other) {
    at.write(
        new Fact.SiteNoted(
            new GuestStep.Began(
                new GuestLetter("guest-1", patient, way, other, TODAY, TODAY, DOCTOR.staff()))));
  }

  /** The people of a journal that was restored from an older copy may be fewer. */
  @Test
  void aPatientWhomNobodyKnowsIsToldAndTheRestIsTakenIn() throws Exception {
    PatientId lost = home.register("Lạ", "0000000003");
    home.ordered(lost, 60, 0, 10);
    home.moved(lost, B, 0);
    yes(away.takeOrders(NURSE, yes(home.orders(DOCTOR, B)).file(), false));
    away.dose("d-1", lost, 0, Phase.CONSUMED);
    away.dose("d-2", patient, 0, Phase.CONSUMED);
    String file = written();
    assertEquals(List.of("taken", "taken"), whats(home.takeDoses(NURSE, file, true)), "control");
    assertEquals(Optional.of("not-your-function"), refused(home.takeDoses(KEEPER, file, false)));
    PackClinic older =
        new PackClinic(Files.createDirectory(folder.resolve("x")), A, home.book.kind());
    assertEquals(patient, older.register("Bịa", "0000000001"));
    older.ordered(patient, 60, 0, 10);
    older.moved(patient, B, 0);
    assertEquals(List.of("unknown-patient", "taken"), whats(older.takeDoses(NURSE, file, false)));
    assertEquals(1, older.outside(patient).size());
    assertEquals(
        lost.value(),
        older.look(reads -> reads.packs().marks().getFirst().mark().about()),
        "kept, whoever it is");
    older.close();
  }

  @Test
  void whoMayNotIsToldWhoMay() {
    assertEquals(
        Optional.of("not-your-function"), refused(away.doses(KEEPER, A, Optional.empty())));
    assertEquals(
        Optional.of("unknown-site"), refused(away.doses(NURSE, PackClinic.C, Optional.empty())));
  }
}
