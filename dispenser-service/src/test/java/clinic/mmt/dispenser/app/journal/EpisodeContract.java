package clinic.mmt.dispenser.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every journal keeps of coming into care and leaving. */
abstract class EpisodeContract extends RecordContract {

  private static final Movement ADMITTED =
      Facts.moved("M-1", new Movement.Admitted(Movement.Source.DETOX_CENTRE));
  private static final Movement MOVED = Facts.moved("M-2", new Movement.Moved("site 2"));
  private static final Movement LEFT =
      Facts.moved("M-3", new Movement.Left(Movement.Why.OTHER, "words"));
  private static final Movement AGAIN =
      Facts.moved("M-4", new Movement.Admitted(Movement.Source.VOLUNTARY));

  private List<Movement> movements() {
    return read(reads -> reads.episodes().movements(Facts.PATIENT));
  }

  @Test
  void movementsAreReadAsTheyWereNoted() throws Exception {
    assertEquals(List.of(), movements());
    append(new Fact.MovementNoted(ADMITTED), new Fact.MovementNoted(MOVED));
    append(new Fact.MovementNoted(LEFT));
    append(new Fact.MovementNoted(AGAIN));
    assertEquals(List.of(ADMITTED, MOVED, LEFT, AGAIN), movements());
    assertEquals(Optional.of(LEFT), read(reads -> reads.episodes().movement("M-3")));
    assertEquals(Optional.<Movement>empty(), read(reads -> reads.episodes().movement("M-9")));
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void thatTreatmentGoesOnIsDecidedForOneAbsence() throws Exception {
    Fact decided =
        new Fact.TreatmentGoesOn(Facts.PATIENT, Facts.DAY, "in hospital", Facts.PHARMACIST);
    assertFalse(goesOn(Facts.DAY));
    append(decided);
    append(decided);
    assertTrue(goesOn(Facts.DAY));
    assertFalse(goesOn(Facts.DAY.plusDays(1)), "another absence");
    assertTrue(viewsEqualRebuild(journal));
  }

  private boolean goesOn(LocalDate lastCovered) {
    return this.<Boolean>read(reads -> reads.episodes().goesOn(Facts.PATIENT, lastCovered));
  }

  @Test
  void everybodyRegisteredIsListedInOrder() throws Exception {
    PatientId other = new PatientId("P-0");
    List<PatientId> before = journal.look(reads -> reads.patients());
    append(new Fact.PatientRegistered(other));
    List<PatientId> after = journal.look(reads -> reads.patients());
    assertEquals(before.size() + 1, after.size());
    assertEquals(other, after.getLast());
  }

  @Test
  void aPatientHasOneOpenEpisode() throws Exception {
    append(new Fact.MovementNoted(ADMITTED));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.ONE_OPEN_EPISODE_PER_PATIENT),
        submitted(new Fact.MovementNoted(AGAIN)));
    append(new Fact.MovementNoted(MOVED));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.ONE_OPEN_EPISODE_PER_PATIENT),
        submitted(new Fact.MovementNoted(AGAIN)),
        "a move ends nothing");
    append(new Fact.MovementNoted(LEFT));
    append(new Fact.MovementNoted(AGAIN));
    assertEquals(List.of(ADMITTED, MOVED, LEFT, AGAIN), movements());
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void aMovementIsNotedOnceAndMayBeginWithLeaving() throws Exception {
    append(new Fact.MovementNoted(LEFT));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.MOVEMENT_NOTED_ONCE),
        submitted(new Fact.MovementNoted(LEFT)));
    append(new Fact.MovementNoted(AGAIN));
    assertEquals(List.of(LEFT, AGAIN), movements());
    assertTrue(viewsEqualRebuild(journal));
  }
}
