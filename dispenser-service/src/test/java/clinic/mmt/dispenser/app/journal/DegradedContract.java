package clinic.mmt.dispenser.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.degraded.Downtime;
import clinic.mmt.dispenser.domain.degraded.Mode;
import clinic.mmt.dispenser.domain.degraded.Opening;
import clinic.mmt.dispenser.domain.degraded.Rest;
import clinic.mmt.dispenser.domain.degraded.RunningMode;
import clinic.mmt.dispenser.domain.degraded.SheetRow;
import clinic.mmt.dispenser.domain.degraded.Trace;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.DegradedFact;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.quantity.Mass;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every journal keeps of degraded modes, openings and downtimes. */
abstract class DegradedContract extends EpisodeContract {

  private static final RunningMode HAND = Facts.mode("M-1", Mode.HAND_POUR);
  private static final RunningMode READER = Facts.mode("M-2", Mode.READER_OUTAGE);
  private static final RunningMode AGAIN = Facts.mode("M-3", Mode.PUMP_WITHOUT_SCALE);
  private static final SheetRow ROW =
      new SheetRow(
          Facts.PATIENT,
          SheetRow.Told.DOSED,
          Mass.ofMilligrams(60),
          Optional.of(Facts.MORNING),
          Optional.of(Facts.NURSE));

  private List<RunningMode> modes(StationId station) {
    return read(reads -> reads.degraded().modes(station));
  }

  private static Fact left(RunningMode mode) {
    return new DegradedFact.ModeLeft(
        mode.id(), mode.station(), mode.mode(), Facts.NURSE, "in order");
  }

  @Test
  void aStationIsInOneModeOfASortUntilItIsLeft() throws Exception {
    assertEquals(List.of(), modes(Facts.STATION));
    append(new DegradedFact.ModeEntered(HAND), new DegradedFact.ModeEntered(READER));
    assertEquals(List.of(HAND, READER), modes(Facts.STATION));
    assertEquals(
        Optional.of(READER),
        this.<Optional<RunningMode>>read(
            r -> r.degraded().mode(Facts.STATION, Mode.Place.IDENTITY)));
    assertEquals(List.of(), modes(new StationId("station-2")), "another station");
    assertEquals(
        new Outcome.Conflict<String>(Constraints.ONE_MODE_PER_PLACE),
        submitted(new DegradedFact.ModeEntered(AGAIN)));
    append(left(HAND));
    append(new DegradedFact.ModeEntered(AGAIN));
    assertEquals(List.of(READER, AGAIN), modes(Facts.STATION));
    assertEquals(
        Optional.of(HAND),
        this.<Optional<RunningMode>>read(r -> r.degraded().latest(Facts.STATION, Mode.HAND_POUR)),
        "what was left is remembered");
    append(left(READER));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.MODE_ENTERED_ONCE),
        submitted(new DegradedFact.ModeEntered(READER)));
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void aDayIsOpenedOnce() throws Exception {
    Opening opening = new Opening(Facts.DAY, Trace.STRIP_PRINTER, Facts.NURSE);
    append(new DegradedFact.DayOpened(opening));
    assertEquals(
        Optional.of(opening), this.<Optional<Opening>>read(r -> r.degraded().opening(Facts.DAY)));
    assertEquals(
        Optional.empty(),
        this.<Optional<Opening>>read(r -> r.degraded().opening(Facts.DAY.plusDays(1))));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.DAY_OPENED_ONCE),
        submitted(new DegradedFact.DayOpened(opening)));
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void aDowntimeIsOpenUntilItsSheetIsInOrDenied() throws Exception {
    Downtime proposed = Facts.downtime("DT-1", Downtime.Standing.PROPOSED);
    Downtime other = Facts.downtime("DT-2", Downtime.Standing.OWED);
    append(new DegradedFact.DowntimeNoted(proposed), new DegradedFact.DowntimeNoted(other));
    assertEquals(List.of(proposed, other), owed());
    append(new DegradedFact.DowntimeNoted(proposed.with(Downtime.Standing.OWED)));
    assertEquals(List.of(proposed.with(Downtime.Standing.OWED), other), owed());
    append(new DegradedFact.SheetIn("DT-1", Rest.NOT_DOSED, false, Facts.NURSE));
    assertEquals(List.of(other), owed());
    append(new DegradedFact.DowntimeNoted(other.with(Downtime.Standing.NONE)));
    assertEquals(List.of(), owed());
    assertEquals(
        Optional.of(proposed.with(Downtime.Standing.IN)),
        this.<Optional<Downtime>>read(r -> r.degraded().downtime("DT-1")));
    assertTrue(viewsEqualRebuild(journal));
  }

  private List<Downtime> owed() {
    return read(r -> r.degraded().openDowntimes());
  }

  @Test
  void aSheetSaysOneThingOfAPerson() throws Exception { // H95
    append(new DegradedFact.SheetRowEntered("DT-1", ROW));
    assertEquals(List.of(ROW), this.<List<SheetRow>>read(r -> r.degraded().rows("DT-1")));
    assertEquals(List.of(), this.<List<SheetRow>>read(r -> r.degraded().rows("DT-2")));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.ONE_ROW_PER_PERSON_AND_SHEET),
        submitted(new DegradedFact.SheetRowEntered("DT-1", ROW)));
    append(new DegradedFact.SheetRowEntered("DT-2", ROW));
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void cardAndPhotoInPlaceOfAReaderAreCountedOnTheDay() throws Exception {
    append(Fact.IdentityAttempted.outage(Facts.STATION, Facts.PATIENT, Facts.DAY));
    append(Fact.IdentityAttempted.outage(Facts.STATION, Facts.PATIENT, Facts.DAY));
    assertEquals(2, this.<Integer>read(r -> r.degraded().withoutReader(Facts.DAY)));
    assertEquals(0, this.<Integer>read(r -> r.degraded().withoutReader(Facts.DAY.plusDays(1))));
    assertTrue(viewsEqualRebuild(journal));
  }
}
