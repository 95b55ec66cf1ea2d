package clinic.mmt.dispenser.domain.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Learnt;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What earlier doses and holds mean, and that none of it tells who or how much by accident. */
class KnownDosesTest {

  private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
  private static final Mass DOSE = Mass.ofMilligrams(80);

  private static DoseDay of(Phase phase, Optional<Integer> permille) {
    return new PastDose(
            DAY,
            DosePart.WHOLE,
            DOSE,
            phase,
            permille.map(Learnt::taken).orElse(Learnt.NOTHING),
            Optional.empty())
        .asDay(500);
  }

  /** a part covers the day from the profile's share on, and its share was taken. */
  @ParameterizedTest
  @CsvSource({
    "PARTLY_TAKEN, 499, false, 39920",
    "PARTLY_TAKEN, 500, true, 80000",
    "SPILLED, 500, true, 80000",
    "SPILLED, 0, false, 0",
    "TAKEN_AWAY, 1000, false, 80000"
  })
  void aPartCoversFromItsShareOn(Phase phase, int permille, boolean covers, long micrograms) {
    DoseDay day = of(phase, Optional.of(permille));
    assertEquals(covers, day.covers());
    assertEquals(micrograms, day.dose().micrograms());
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void withoutAKnownShareOnlyASwallowedDoseCovers(Phase phase) {
    assertEquals(phase == Phase.CONSUMED, of(phase, Optional.empty()).covers());
  }

  /** a hold is in force up to its last day, or until it is lifted. */
  @Test
  void aHoldEndsAfterItsLastDay() {
    PatientId patient = new PatientId("P-1");
    Hold hold = new Hold("seen drunk", Hold.By.HEAD);
    PlacedHold ends = new PlacedHold("H-1", patient, hold, Optional.of(DAY));
    assertEquals(
        List.of(true, true, false),
        List.of(ends.holdsOn(DAY.minusDays(1)), ends.holdsOn(DAY), ends.holdsOn(DAY.plusDays(1))));
    PlacedHold open = new PlacedHold("H-2", patient, hold, Optional.empty());
    assertEquals(true, open.holdsOn(DAY.plusYears(1)));
    assertEquals("PlacedHold[H-1]", ends.toString());
    assertEquals("Hold[HEAD]", hold.toString());
  }

  @Test
  void inLogsTheseAreWithoutPersonAndAmount() {
    PatientDay day = Someone.on(DAY).took(DAY.minusDays(1), 80).patientDay();
    assertEquals("PatientDay[•••]", day.toString());
    assertEquals("Traits[•••]", day.person().toString());
    assertEquals("Course[•••]", day.course().toString());
    assertEquals("DoseDay[•••]", day.doses().getFirst().toString());
    assertEquals(
        "PastDose[CONSUMED]",
        new PastDose(DAY, DosePart.WHOLE, DOSE, Phase.CONSUMED, Learnt.NOTHING, Optional.empty())
            .toString());
    OutsideDose.Confirmation told = new OutsideDose.Confirmation(true, "a ward", "by telephone");
    assertEquals("•••", told.toString());
    OutsideDose outside =
        new OutsideDose(
            "O-1",
            new PatientId("P-1"),
            DAY,
            DOSE,
            Optional.empty(),
            DoseDay.Kind.HOSPITAL,
            told,
            Optional.empty());
    assertEquals("OutsideDose[O-1]", outside.toString());
    assertEquals(
        "Verdict[DISPENSE [ENTITLED]]",
        Someone.on(DAY)
            .ordered(Stage.MAINTENANCE, 80, DAY.minusDays(3))
            .took(DAY.minusDays(1), 80)
            .by("VN-2024")
            .toString());
  }

  /** a part that covers its day counts whole, until what was missing is added to it. */
  @Test
  void theMissingPartIsAddedToWhatWasReallyTaken() {
    DoseDay part = of(Phase.PARTLY_TAKEN, Optional.of(750));
    DoseDay addition =
        new PastDose(
                DAY,
                DosePart.ADDITION,
                Mass.ofMilligrams(20),
                Phase.CONSUMED,
                Learnt.NOTHING,
                Optional.empty())
            .asDay(500);
    LocalDate after = DAY.plusDays(1);
    assertEquals(Optional.of(DOSE), new History(after, List.of(part)).lastTaken());
    assertEquals(
        Optional.of(DOSE), new History(after, List.of(part, addition)).lastTaken(), "60 and 20");
  }
}
