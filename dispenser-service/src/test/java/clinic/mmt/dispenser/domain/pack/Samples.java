package clinic.mmt.dispenser.domain.pack;

import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.Hold;
import clinic.mmt.dispenser.domain.eligibility.PlacedHold;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Traits;
import clinic.mmt.dispenser.domain.prescription.DoseStep;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.site.GuestLetterText;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A pack of each kind with everything that one can have; only invented people. */
public final class Samples {

  /** When both were made. */
  public static final Instant MADE = Instant.parse("2026-11-21T01:00:00Z");

  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private static final Concentration STRENGTH = Concentration.ofMilligramsPerMillilitre(10);

  private Samples() {}

  static PackHead head(int number) {
    return new PackHead(new SiteName("clinic-a"), new SiteName("clinic-b"), number, MADE);
  }

  /** Two patients, the first with all there is. */
  public static OrderPackText orders() {
    return orders(7);
  }

  static OrderPackText orders(int number) {
    PatientId one = new PatientId("p01");
    PatientId two = new PatientId("p02");
    return new OrderPackText(
        head(number),
        MADE.plus(Duration.ofDays(3)),
        List.of(
            new OrderPackText.Listed(
                one,
                new GuestLetterText.Named("Người", "Bịa Đặt", 1980),
                new Traits(Optional.of(1980), false, true),
                List.of(rising(one), split(one)),
                List.of(
                    new PlacedHold(
                        "h1",
                        one,
                        new Hold("nhịp tim chậm", Hold.By.DOCTOR),
                        Optional.of(DAY.plusDays(2))),
                    new PlacedHold("h2", one, new Hold("", Hold.By.HEAD), Optional.empty())),
                List.of(
                    new OrderPackText.Given(
                        DAY.minusDays(2),
                        Mass.ofMilligrams(60),
                        Optional.of(STRENGTH),
                        true,
                        DoseDay.Kind.OBSERVED,
                        Optional.of(MADE.minus(Duration.ofDays(2)))),
                    new OrderPackText.Given(
                        DAY.minusDays(1),
                        Mass.ZERO,
                        Optional.empty(),
                        false,
                        DoseDay.Kind.HOSPITAL,
                        Optional.empty()))),
            new OrderPackText.Listed(
                two,
                new GuestLetterText.Named("Người", "Không Y Lệnh", 1975),
                Traits.UNKNOWN,
                List.of(),
                List.of(),
                List.of())));
  }

  private static Prescription rising(PatientId patient) {
    return new Prescription(
        new PrescriptionId("rx1"),
        patient,
        Stage.TITRATION,
        List.of(
            new DoseStep(DAY.minusDays(3), Mass.ofMilligrams(60)),
            new DoseStep(DAY.plusDays(1), Mass.ofMilligrams(65))),
        DAY.minusDays(3),
        DAY.plusDays(4),
        new Prescription.SignedBy(new StaffId("s9"), DAY.minusDays(3), false, "đã hỏi gia đình"));
  }

  private static Prescription split(PatientId patient) {
    return new Prescription(
        new PrescriptionId("rx2"),
        patient,
        Stage.MAINTENANCE,
        List.of(
            new DoseStep(
                DAY.plusDays(2), Mass.ofMilligrams(70), Optional.of(Mass.ofMilligrams(30)))),
        DAY.plusDays(2),
        DAY.plusDays(20),
        new Prescription.SignedBy(new StaffId("s9"), DAY, true));
  }

  /** One dose of each outcome, the first of a guest. */
  public static DosePackText doses() {
    return doses(5, 4);
  }

  static DosePackText doses(int number, int after) {
    return new DosePackText(
        head(number),
        after,
        List.of(
            told("d1", new DosePackText.Whose("guest1", true), DosePackText.Outcome.TAKEN, 60),
            told("d2", new DosePackText.Whose("p01", false), DosePackText.Outcome.IN_DOUBT, 30),
            told("d3", new DosePackText.Whose("p02", false), DosePackText.Outcome.REFUSED, 0),
            told("d4", new DosePackText.Whose("p02", false), DosePackText.Outcome.NOT_GIVEN, 0)));
  }

  private static DosePackText.Told told(
      String id, DosePackText.Whose whose, DosePackText.Outcome outcome, long milligrams) {
    boolean taken = milligrams > 0;
    return new DosePackText.Told(
        new DoseId(id),
        whose,
        DAY,
        DosePart.WHOLE,
        outcome,
        Mass.ofMilligrams(milligrams),
        taken ? Optional.of(STRENGTH) : Optional.empty(),
        taken ? Optional.of(MADE) : Optional.empty());
  }
}
