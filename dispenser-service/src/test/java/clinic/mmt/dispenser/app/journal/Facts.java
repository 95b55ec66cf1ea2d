package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.degraded.Downtime;
import clinic.mmt.dispenser.domain.degraded.Mode;
import clinic.mmt.dispenser.domain.degraded.Opening;
import clinic.mmt.dispenser.domain.degraded.Rest;
import clinic.mmt.dispenser.domain.degraded.RunningMode;
import clinic.mmt.dispenser.domain.degraded.SheetRow;
import clinic.mmt.dispenser.domain.degraded.Trace;
import clinic.mmt.dispenser.domain.dispense.AddedDose;
import clinic.mmt.dispenser.domain.dispense.Compared;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Intent;
import clinic.mmt.dispenser.domain.dispense.IntentId;
import clinic.mmt.dispenser.domain.dispense.IntentKind;
import clinic.mmt.dispenser.domain.dispense.LiquidSource;
import clinic.mmt.dispenser.domain.dispense.Observation;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.dispense.Weighing;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.Hold;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.eligibility.PlacedHold;
import clinic.mmt.dispenser.domain.eligibility.ReviewFlag;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.fact.DegradedFact;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.IdentityFact;
import clinic.mmt.dispenser.domain.fact.OversightFact;
import clinic.mmt.dispenser.domain.identity.Enrolment;
import clinic.mmt.dispenser.domain.identity.FingerConsent;
import clinic.mmt.dispenser.domain.identity.Identification;
import clinic.mmt.dispenser.domain.importing.ImportedOrder;
import clinic.mmt.dispenser.domain.importing.Oddity;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Traits;
import clinic.mmt.dispenser.domain.prescription.DoseStep;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.profile.Signers;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import clinic.mmt.dispenser.domain.queue.Arrival;
import clinic.mmt.dispenser.domain.queue.Ticket;
import clinic.mmt.dispenser.domain.site.GuestLetter;
import clinic.mmt.dispenser.domain.site.GuestStep;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.dispenser.domain.staff.Certificate;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Facts of an invented clinic; one of every kind, and of doses one for every phase. */
public final class Facts {

  public static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  public static final Instant MORNING = Instant.parse("2026-03-02T00:30:00Z");
  public static final PatientId PATIENT = new PatientId("P-7f3a");
  public static final StationId STATION = new StationId("station-1");
  public static final StaffId NURSE = new StaffId("S-01");
  public static final StaffId PHARMACIST = new StaffId("S-02");
  public static final BatchId BATCH = new BatchId("L2601");
  public static final BottleId BOTTLE = new BottleId("B-0001");
  public static final Concentration STRENGTH = Concentration.ofMilligramsPerMillilitre(10);
  public static final Optional<Density> DENSITY = Optional.of(new Density(1_034_500));

  private Facts() {}

  public static Fact.JournalOpened opened() {
    return new Fact.JournalOpened("clinic-a", "training", "Asia/Ho_Chi_Minh");
  }

  public static Fact.PatientRegistered patient(String id) {
    return new Fact.PatientRegistered(new PatientId(id));
  }

  public static Fact.PrescriptionSigned prescription(String id, LocalDate first, LocalDate last) {
    return new Fact.PrescriptionSigned(
        Prescription.daily(
            new PrescriptionId(id),
            PATIENT,
            Mass.ofMilligrams(60),
            new Prescription.Days(first, last),
            PHARMACIST));
  }

  public static Fact.BatchReceived received() {
    return new Fact.BatchReceived(
        BATCH,
        STRENGTH,
        DENSITY,
        Volume.ofMillilitres(5000),
        List.of(
            Posting.move(
                BATCH,
                Account.only(AccountKind.SUPPLIER),
                Account.only(AccountKind.STORE),
                Volume.ofMillilitres(5000))));
  }

  public static Fact.BottleMounted mounted(StationId station, BottleId bottle) {
    return new Fact.BottleMounted(
        station,
        new MountedBottle(bottle, BATCH, STRENGTH, DENSITY),
        List.of(
            Posting.move(
                BATCH,
                Account.only(AccountKind.STORE),
                new Account(AccountKind.BOTTLE, bottle.value()),
                Volume.ofMillilitres(1000))));
  }

  /** An arrival after the last intake, with this number of the second sitting. */
  public static Arrival arrival(PatientId patient, int number) {
    return new Arrival(
        patient, DAY, new Ticket(2, number), Arrival.How.DESK, true, Optional.of("lý do: xe hỏng"));
  }

  /** A dose as identified, nothing ordered yet. */
  public static Dose dose(String id, PatientId patient, StationId station) {
    return new Dose(
        new DoseId(id),
        patient,
        station,
        DAY,
        DosePart.WHOLE,
        LiquidSource.PUMP,
        new Identification(Identification.Method.CARD_AND_FINGER, MORNING),
        NURSE,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Volume.ZERO);
  }

  /** The same dose with all that can be known of one. */
  public static Dose full(Dose dose) {
    return new Dose(
        dose.id(),
        dose.patient(),
        dose.station(),
        dose.day(),
        dose.part(),
        dose.source(),
        dose.identification(),
        dose.user(),
        Optional.of(new DoseId("D-before")),
        Optional.of(
            new Order(
                new PrescriptionId("Rx-1"),
                Mass.ofMilligrams(60),
                Volume.ofMillilitres(6),
                Volume.ofMicrolitres(6300),
                BOTTLE,
                BATCH)),
        List.of(
            new Intent(
                new IntentId("D-1.1"),
                IntentKind.FIRST,
                Volume.ofMicrolitres(5900),
                Volume.ofMicrolitres(120_000),
                Volume.ZERO,
                Volume.ofMicrolitres(5905)),
            new Intent(
                new IntentId("D-1.2"),
                IntentKind.TOP_UP,
                Volume.ofMicrolitres(95),
                Volume.ofMicrolitres(125_905),
                Volume.ofMicrolitres(5901),
                Volume.ZERO)),
        Optional.of(new Weighing(Mass.ofMicrograms(6_204_000), Volume.ofMicrolitres(5997), true)),
        Optional.of(NURSE),
        Optional.of(PHARMACIST),
        Optional.of(MORNING.plusMillis(41_250)),
        Optional.of(MORNING.plusSeconds(60)),
        Optional.empty(),
        Volume.ZERO);
  }

  public static Fact.DoseMoved moved(Phase to, Dose dose) {
    return new Fact.DoseMoved(
        eventTo(to), Optional.empty(), State.of(to, dose), "", Map.of(), List.of());
  }

  private static String eventTo(Phase phase) {
    return "moved-to-" + phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A poured amount from bottle to cup. */
  public static Posting poured(String dose, long microlitres) {
    return Posting.move(
        BATCH,
        new Account(AccountKind.BOTTLE, BOTTLE.value()),
        new Account(AccountKind.CUP, dose),
        Volume.ofMicrolitres(microlitres));
  }

  /** By the name of its golden file: one fact of every kind, and of doses one for every phase. */
  public static Map<String, Fact> ofEveryKind() {
    Map<String, Fact> facts = new TreeMap<>();
    facts.put("journal.opened", opened());
    facts.put("service.started", new Fact.ServiceStarted("0.1.0", "ab".repeat(32)));
    facts.put(
        "staff.registered",
        new Fact.StaffRegistered(PHARMACIST, Set.of(Role.PHARMACIST, Role.DISPENSER)));
    facts.put("patient.registered", patient(PATIENT.value()));
    facts.put("prescription.signed", prescription("Rx-1", DAY, DAY.plusDays(29)));
    facts.put(
        "prescription.ended",
        new Fact.PrescriptionEnded(new PrescriptionId("Rx-1"), PATIENT, "đổi liều"));
    facts.put("prescription.changing", changing());
    facts.put("service.ended", new Fact.ServiceEnded());
    facts.put("day.began", new Fact.DayBegan(DAY, true));
    patientFacts(facts);
    importFacts(facts);
    oversightFacts(facts);
    degradedFacts(facts);
    facts.put("batch.received", received());
    facts.put(
        "batch.compared",
        new Fact.BatchCompared(
            BATCH,
            new Compared(new DoseId("D-1"), Volume.ofMicrolitres(5905), Volume.ofMicrolitres(5901)),
            true));
    facts.put(
        "batch.remeasured", new Fact.BatchRemeasured(BATCH, DENSITY, "bình 25 mL, 3 lần, 27 °C"));
    facts.put("bottle.mounted", mounted(STATION, BOTTLE));
    facts.put("bottle.unmounted", new Fact.BottleUnmounted(STATION, BOTTLE, "empty"));
    facts.put(
        "station.checked", new Fact.StationChecked(STATION, DAY, true, "pump K-12, scale 0.00 g"));
    facts.put(
        "identity.attempted",
        new Fact.IdentityAttempted(
            STATION, "match", Optional.of(PATIENT), Map.of("score", "131", "attempts", "1")));
    facts.put(
        "act.owed",
        new Fact.SignatureOwed("A-1", "waste", "cd".repeat(32), NURSE, DAY.plusDays(1)));
    facts.put(
        "act.signed",
        new Fact.ActSigned("A-1", "waste", "cd".repeat(32), NURSE, PHARMACIST, "live", true));
    for (Phase phase : Phase.values()) {
      facts.put("dose." + phase.name(), ofPhase(phase));
    }
    return facts;
  }

  /** Card, photo and two fingers. */
  static Enrolment enrolment(String id) {
    return new Enrolment(
        id,
        PATIENT,
        Enrolment.Token.CITIZEN_CARD,
        DAY,
        new Enrolment.Signers(NURSE, PHARMACIST),
        List.of(new Enrolment.Finger(2, "EF01 1", 131), new Enrolment.Finger(7, "EF01 1", 98)),
        1,
        "lý do: anh em sinh đôi");
  }

  /** A withdrawal of the consent to fingerprints. */
  static FingerConsent consent() {
    return new FingerConsent(PATIENT, FingerConsent.Answer.WITHDRAWN, "2026-01", DAY, PHARMACIST);
  }

  /** Who signed and when. */
  public static Signers signers() {
    return new Signers(new StaffId("S-03"), new StaffId("S-04"), DAY);
  }

  /** A mode of a sort at the station, entered under this id. */
  public static RunningMode mode(String id, Mode mode) {
    return new RunningMode(
        id, STATION, mode, MORNING, MORNING.minusSeconds(600), NURSE, "lý do: máy hỏng");
  }

  /** A downtime of the station that stands so. */
  public static Downtime downtime(String id, Downtime.Standing standing) {
    return new Downtime(id, Optional.of(STATION), DAY, MORNING, standing, "S-01", "mất điện");
  }

  private static void degradedFacts(Map<String, Fact> facts) {
    facts.put("mode.entered", new DegradedFact.ModeEntered(mode("M-1", Mode.HAND_POUR)));
    facts.put(
        "mode.left",
        new DegradedFact.ModeLeft("M-1", STATION, Mode.HAND_POUR, NURSE, "bơm đã sửa"));
    facts.put(
        "day.opened",
        new DegradedFact.DayOpened(new Opening(DAY, Trace.SIGNED_REGISTER, PHARMACIST)));
    facts.put(
        "downtime.noted", new DegradedFact.DowntimeNoted(downtime("DT-1", Downtime.Standing.OWED)));
    facts.put(
        "downtime.row",
        new DegradedFact.SheetRowEntered(
            "DT-1",
            new SheetRow(
                PATIENT,
                SheetRow.Told.DOSED,
                Mass.ofMilligrams(60),
                Optional.of(MORNING),
                Optional.of(NURSE))));
    facts.put("downtime.sheet", new DegradedFact.SheetIn("DT-1", Rest.NOT_DOSED, false, NURSE));
  }

  private static void oversightFacts(Map<String, Fact> facts) {
    facts.put(
        "profile.signed",
        new OversightFact.ValuesSigned(
            "VN-2024", Map.of("first-dose", "20 mg", "first-day", "40 mg"), signers()));
    facts.put(
        "profile.changed",
        new OversightFact.ValueChanged(
            new ValueChange(
                "C-1",
                "VN-2024",
                "first-dose",
                "20 mg",
                "15 mg",
                DAY.plusDays(1),
                "lý do",
                signers())));
    facts.put(
        "certificate.noted",
        new OversightFact.CertificateNoted(
            new Certificate(
                "CE-1", PHARMACIST, Role.PRESCRIBER, "CC 012/K-12", DAY, Optional.empty())));
    facts.put(
        "certificate.extended",
        new OversightFact.CertificateExtended(
            "CE-1", new Certificate.Extension(DAY.plusDays(14), "lý do", new StaffId("S-04"))));
    facts.put(
        "review.set",
        new OversightFact.ReviewSet(new ReviewFlag("V-1", PATIENT, DAY.plusDays(7), "lý do")));
    facts.put("review.cleared", new OversightFact.ReviewCleared("V-1", PATIENT, "lý do"));
  }

  private static Fact.PrescriptionSigned changing() {
    return new Fact.PrescriptionSigned(
        new Prescription(
            new PrescriptionId("Rx-2"),
            PATIENT,
            Stage.TITRATION,
            List.of(
                new DoseStep(DAY, Mass.ofMilligrams(60)),
                new DoseStep(DAY.plusDays(3), Mass.ofMilligrams(65))),
            DAY,
            DAY.plusDays(4),
            new Prescription.SignedBy(PHARMACIST, DAY.minusDays(1), true)));
  }

  /** An order of a file for {@code patient}, in the import {@code im-1}. */
  public static ImportedOrder imported(String id, String patient) {
    return new ImportedOrder(
        new PrescriptionId(id),
        "im-1",
        2,
        new PatientId(patient),
        Stage.MAINTENANCE,
        Mass.ofMilligrams(60),
        new Prescription.Days(DAY.minusDays(1), DAY.plusDays(18)),
        DAY.minusDays(1),
        List.of(Oddity.DIFFERS_FROM_LAST, Oddity.ENDS_SOON));
  }

  private static void importFacts(Map<String, Fact> facts) {
    facts.put("import.taken", new Fact.ImportTaken("im-1", 1, "ab".repeat(32)));
    facts.put("order.imported", new Fact.OrderImported(imported("Rx-9", PATIENT.value())));
    facts.put("order.struck", new Fact.OrderStruck(new PrescriptionId("Rx-9"), PATIENT, "lý do"));
    facts.put("import.signed", new Fact.ImportSigned("im-1", PHARMACIST, "ef".repeat(32)));
  }

  private static void patientFacts(Map<String, Fact> facts) {
    facts.put(
        "patient.noted", new Fact.TraitsNoted(PATIENT, new Traits(Optional.of(1980), false, true)));
    facts.put(
        "outside-dose.noted",
        new Fact.OutsideDoseNoted(
            new OutsideDose(
                "N-1",
                PATIENT,
                DAY.minusDays(1),
                Mass.ofMilligrams(60),
                Optional.of(STRENGTH),
                DoseDay.Kind.HOSPITAL,
                new OutsideDose.Confirmation(true, "khoa nội", "điện thoại, đọc lại"),
                Optional.of(Instant.parse("2026-03-01T02:00:00Z")))));
    facts.put(
        "hold.placed",
        new Fact.HoldPlaced(
            new PlacedHold(
                "H-1", PATIENT, new Hold("lý do", Hold.By.HEAD), Optional.of(DAY.plusDays(7)))));
    facts.put(
        "guest-letter.signed",
        new Fact.SiteNoted(new GuestStep.Began(letter("G-1", GuestLetter.Way.OUT, 0))));
    facts.put(
        "guest.received",
        new Fact.SiteNoted(new GuestStep.Began(letter("G-2", GuestLetter.Way.IN, 0))));
    facts.put(
        "guest-letter.ended",
        new Fact.SiteNoted(new GuestStep.Ended("G-1", PATIENT, PHARMACIST, "lý do: ở lại")));
    PackFactSamples.put(facts);
    facts.put("hold.lifted", new Fact.HoldLifted("H-1", PATIENT, "xong"));
    facts.put("prescription.split", split());
    facts.put(
        "added-dose.ordered",
        new Fact.AddedDoseOrdered(
            new AddedDose(
                "AD-1",
                PATIENT,
                DAY,
                AddedDose.Kind.REPLACEMENT,
                new DoseId("D-1"),
                Mass.ofMilligrams(30),
                "nôn ngay",
                new AddedDose.SignedBy(PHARMACIST, false))));
    facts.put("observation.began", new Fact.ObservationBegan(observation()));
    facts.put("observation.ended", new Fact.ObservationEnded("O-1", PATIENT, "tỉnh táo"));
    facts.put(
        "day.released",
        new Fact.DoseReleased(PATIENT, DAY, Set.of("interval-asks", "dose-in-doubt"), "đã khám"));
    facts.put(
        "patient.admitted",
        new Fact.MovementNoted(moved("M-1", new Movement.Admitted(Movement.Source.TRANSFER))));
    facts.put(
        "patient.moved",
        new Fact.MovementNoted(moved("M-2", new Movement.Moved("lý do: cơ sở 2"))));
    facts.put(
        "patient.left",
        new Fact.MovementNoted(moved("M-3", new Movement.Left(Movement.Why.OTHER, "lý do khác"))));
    facts.put(
        "treatment.goes-on",
        new Fact.TreatmentGoesOn(PATIENT, DAY.minusDays(31), "lý do: nằm viện", PHARMACIST));
    facts.put("finger-consent.noted", new IdentityFact.FingerConsentNoted(consent()));
    facts.put("enrolment.completed", new IdentityFact.EnrolmentCompleted(enrolment("E-1")));
    facts.put(
        "fingers.reviewed",
        new IdentityFact.FingersReviewed(PATIENT, DAY, PHARMACIST, "lý do: thợ hồ"));
    StockFactSamples.put(facts);
    StockDayFactSamples.put(facts);
    PumpFactSamples.put(facts);
    TakeHomeFactSamples.put(facts);
    RecordFactSamples.put(facts);
    WitnessFactSamples.put(facts);
    OutgoingFactSamples.put(facts);
    facts.put("patient.arrived", new Fact.PatientArrived(arrival(PATIENT, 12)));
    facts.put("priority.set", new Fact.PrioritySet(PATIENT, DAY, true, "lý do: có con nhỏ"));
    facts.put("referral.ended", new Fact.ReferralEnded(PATIENT, DAY, "đã khám"));
  }

  /** A letter for three days, the first so many days after the day of the samples. */
  public static GuestLetter letter(String id, GuestLetter.Way way, int first) {
    return new GuestLetter(
        id,
        PATIENT,
        way,
        new SiteName("clinic-b"),
        DAY.plusDays(first),
        DAY.plusDays(first + 2L),
        PHARMACIST);
  }

  /** A movement of {@link #PATIENT} on {@link #DAY}. */
  public static Movement moved(String id, Movement.Step step) {
    return new Movement(id, PATIENT, step, DAY, PHARMACIST);
  }

  private static Fact.PrescriptionSigned split() {
    return new Fact.PrescriptionSigned(
        new Prescription(
            new PrescriptionId("Rx-3"),
            PATIENT,
            Stage.MAINTENANCE,
            List.of(new DoseStep(DAY, Mass.ofMilligrams(60), Optional.of(Mass.ofMilligrams(25)))),
            DAY,
            DAY.plusDays(9),
            new Prescription.SignedBy(PHARMACIST, DAY, false, "dung nạp cao")));
  }

  private static Observation observation() {
    return new Observation(
        "O-1",
        PATIENT,
        new DoseId("D-1"),
        Observation.Cause.FIRST_DOSE,
        Instant.parse("2026-03-02T04:00:00Z"));
  }

  private static Fact.DoseMoved ofPhase(Phase phase) {
    Dose bare = dose("D-1", PATIENT, STATION);
    boolean first = phase == Phase.REVIEWING;
    return new Fact.DoseMoved(
        first ? "identified" : eventTo(phase),
        first ? Optional.empty() : Optional.of(Phase.REVIEWING),
        State.of(phase, first ? bare : full(bare)),
        first ? "" : "lý do \"x\"",
        first ? Map.of() : Map.of("b", "2", "a", "1"),
        first ? List.of() : List.of(poured("D-1", 5905)));
  }
}
