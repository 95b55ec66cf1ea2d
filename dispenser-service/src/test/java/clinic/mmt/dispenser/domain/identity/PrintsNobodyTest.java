package clinic.mmt.dispenser.domain.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.eligibility.Absence;
import clinic.mmt.dispenser.domain.eligibility.ReviewFlag;
import clinic.mmt.dispenser.domain.episode.AfterCare;
import clinic.mmt.dispenser.domain.episode.ContactAttempt;
import clinic.mmt.dispenser.domain.episode.Residence;
import clinic.mmt.dispenser.domain.episode.UrineResult;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.Schedule;
import clinic.mmt.dispenser.domain.queue.Arrival;
import clinic.mmt.dispenser.domain.queue.Comer;
import clinic.mmt.dispenser.domain.queue.DeskDay;
import clinic.mmt.dispenser.domain.queue.Ticket;
import clinic.mmt.dispenser.domain.site.GuestLetter;
import clinic.mmt.dispenser.domain.site.GuestLetterText;
import clinic.mmt.dispenser.domain.site.GuestStep;
import clinic.mmt.dispenser.domain.site.LastDose;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.dispenser.domain.staff.Certificate;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.takehome.Approval;
import clinic.mmt.dispenser.domain.takehome.Collection;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle;
import clinic.mmt.dispenser.domain.takehome.TakeHomeRules;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds something of a person can be put into a message or a log by accident: it then says
 * neither who, nor how much, nor when, nor what was said.
 */
class PrintsNobodyTest {

  private static final LocalDate DAY = LocalDate.of(1987, 6, 5);
  private static final Mass DOSE = Mass.ofMilligrams(4321);
  private static final String WORDS = "canary";
  private static final PatientId PATIENT = new PatientId("P-canary");
  private static final StaffId STAFF = new StaffId("S-canary");
  private static final BottleId LABEL = new BottleId("B-canary");

  static Stream<Object> holdersOfPersonalData() {
    GuestLetter letter =
        new GuestLetter(
            "G-1", PATIENT, GuestLetter.Way.OUT, new SiteName("canary"), DAY, DAY, STAFF);
    Approval approval =
        new Approval("A-1", PATIENT, DAY, DAY, 2, Set.of(), WORDS, Optional.empty(), STAFF);
    TakeHomeBottle bottle =
        new TakeHomeBottle(
            LABEL,
            PATIENT,
            DAY,
            DosePart.WHOLE,
            DOSE,
            new TakeHomeBottle.Content(
                new BatchId("L-canary"),
                Concentration.ofMilligramsPerMillilitre(10),
                Volume.ofMicrolitres(4321)),
            TakeHomeBottle.State.FILLED);
    Collection.Representative who =
        new Collection.Representative(WORDS, WORDS, WORDS, WORDS, List.of(LABEL));
    Arrival arrival =
        new Arrival(PATIENT, DAY, new Ticket(1, 7), Arrival.How.CARD, false, Optional.of(WORDS));
    DeskDay desk = DeskDay.NOTHING.sentToDoctor(WORDS);
    GuestLetterText.Named named = new GuestLetterText.Named(WORDS, WORDS, 1987);
    LastDose last = new LastDose(DAY, DOSE, Optional.empty(), true);
    return Stream.of(
        new Absence(DAY, 4321),
        new ReviewFlag("R-1", PATIENT, DAY, WORDS),
        new AfterCare("M-1", PATIENT, DAY, List.of()),
        new ContactAttempt("C-1", PATIENT, DAY, ContactAttempt.How.PHONE, true, WORDS, STAFF),
        new Residence(PATIENT, DAY, "00004321", STAFF),
        new UrineResult(
            "U-1",
            PATIENT,
            DAY,
            Map.of(UrineResult.Substance.OPIATES, UrineResult.Found.POSITIVE),
            WORDS,
            STAFF),
        enrolment(),
        new Prescription.SignedBy(STAFF, DAY, false, WORDS),
        new Schedule(DOSE, Mass.ofMilligrams(4322), Mass.ofMilligrams(1), 1),
        arrival,
        new Comer(
            PATIENT,
            Optional.of(new Arrival.Placed(arrival, false)),
            Optional.empty(),
            desk,
            Comer.More.NOTHING,
            false),
        desk,
        letter,
        new GuestStep.Ended("G-1", PATIENT, STAFF, WORDS),
        named,
        new GuestLetterText(
            "G-1",
            new SiteName("canary"),
            new SiteName("canary"),
            named,
            DAY,
            DAY,
            DOSE,
            Optional.of(last),
            DAY),
        last,
        new Certificate("X-1", STAFF, Role.PRESCRIBER, WORDS, DAY, Optional.empty()),
        approval,
        new TakeHomeRules.Known(true, DOSE, List.of(), Optional.empty(), 4321),
        new TakeHomeRules.Supply(DAY, Optional.of(approval), 4321, false, false, List.of(bottle)),
        bottle,
        new Collection("K-1", PATIENT, DAY, List.of(LABEL), Optional.of(who), STAFF),
        who);
  }

  private static Enrolment enrolment() {
    return new Enrolment(
        "E-1",
        PATIENT,
        Enrolment.Token.CLINIC_CARD,
        DAY,
        new Enrolment.Signers(STAFF, new StaffId("S-other")),
        List.of(),
        4321,
        WORDS);
  }

  @ParameterizedTest
  @MethodSource("holdersOfPersonalData")
  void itsTextTellsNothingOfAPerson(Object holder) {
    String text = holder.toString();
    assertFalse(text.isBlank(), "something to look for in a log: " + holder.getClass());
    assertTrue(
        Stream.of("canary", "1987", "4321").noneMatch(text::contains),
        holder.getClass() + " prints " + text);
  }
}
