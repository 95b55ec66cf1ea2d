package clinic.mmt.dispenser.domain.degraded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.domain.degraded.Downtime.Standing;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.quantity.Mass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** where nobody is dosed until a paper sheet is accounted for. */
class DowntimeRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private static Downtime downtime(String station, int days, Standing standing) {
    return new Downtime(
        "D-1",
        Optional.of(station).filter(s -> !s.equals("all")).map(StationId::new),
        TODAY.plusDays(days),
        Instant.parse("2026-03-02T01:00:00Z"),
        standing,
        "S-1",
        "no power");
  }

  @ParameterizedTest
  @CsvSource({
    // its station, its day, its standing, whether station 1 is kept from dosing
    "all, 0, OWED, true",
    "all, 0, PROPOSED, true",
    "all, 0, IN, false",
    "all, 0, NONE, false",
    "1, 0, OWED, true",
    "2, 0, OWED, false",
    "2, -1, OWED, true", // an earlier day keeps the whole clinic from opening
    "2, -1, PROPOSED, true",
    "2, -1, IN, false",
    "all, -1, NONE, false"
  })
  void whereASheetThatIsOwedStopsDosing(String station, int days, Standing standing, boolean stop) {
    assertEquals(stop, downtime(station, days, standing).stops(new StationId("1"), TODAY));
  }

  @ParameterizedTest
  @EnumSource(Standing.class)
  void onlyTheStandingChangesWhenSomebodySpeaks(Standing next) {
    assertEquals(downtime("2", -1, next), downtime("2", -1, Standing.PROPOSED).with(next));
    assertEquals(
        next == Standing.PROPOSED || next == Standing.OWED, downtime("2", -1, next).open());
  }

  @ParameterizedTest
  @CsvSource({
    "HAND_POUR, hand-pour, POUR",
    "PUMP_WITHOUT_SCALE, pump-without-scale, POUR",
    "READER_OUTAGE, reader-outage, IDENTITY"
  })
  void aModeIsFoundByItsWordAndTakesOnePlace(Mode mode, String word, Mode.Place place) {
    assertEquals(word, mode.word());
    assertEquals(Optional.of(mode), Mode.of(word));
    assertEquals(Optional.empty(), Mode.of(word + "s"));
    assertEquals(place, mode.place());
  }

  @Test
  void aRowOfASheetSaysNothingOfAPersonInALog() {
    SheetRow row =
        new SheetRow(
            new PatientId("P-1"),
            SheetRow.Told.UNKNOWN,
            Mass.ofMilligrams(85),
            Optional.empty(),
            Optional.empty());
    assertEquals("SheetRow[UNKNOWN]", row.toString());
  }
}
