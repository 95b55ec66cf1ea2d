package clinic.mmt.dispenser.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.queue.Arrival;
import clinic.mmt.dispenser.domain.queue.DeskDay;
import clinic.mmt.dispenser.domain.queue.DeskDay.Referral;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every journal keeps of arrivals and of what happens before a pour. */
abstract class DoorContract extends WitnessContract {

  private static final PatientId OTHER = new PatientId("P-9");

  private static Fact arrived(PatientId patient, int number) {
    return new Fact.PatientArrived(Facts.arrival(patient, number));
  }

  @Test
  void aPatientHasOneNumberADayAndANumberIsGivenOnce() throws Exception {
    append(arrived(Facts.PATIENT, 1));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.ONE_NUMBER_PER_PATIENT_AND_DAY),
        submitted(arrived(Facts.PATIENT, 2)));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.ONE_PATIENT_PER_NUMBER),
        submitted(arrived(OTHER, 1)));
    append(arrived(OTHER, 2));
    assertEquals(2, last(Facts.DAY, 2));
    assertEquals(0, last(Facts.DAY, 1), "of another sitting");
    assertEquals(0, last(Facts.DAY.plusDays(1), 2));
    assertTrue(viewsEqualRebuild(journal));
  }

  private int last(LocalDate day, int sitting) {
    return this.<Integer>read(reads -> reads.door().lastNumber(day, sitting));
  }

  @Test
  void anArrivalIsReadAsItWasWithItsPlace() throws Exception {
    Arrival arrival = Facts.arrival(Facts.PATIENT, 7);
    append(arrived(OTHER, 9), new Fact.PatientArrived(arrival));
    append(new Fact.PrioritySet(Facts.PATIENT, Facts.DAY, true, "a reason"));
    Arrival.Placed first = new Arrival.Placed(arrival, true);
    assertEquals(Optional.of(first), read(reads -> reads.door().arrival(Facts.PATIENT, Facts.DAY)));
    assertEquals(
        List.of(first, new Arrival.Placed(Facts.arrival(OTHER, 9), false)),
        journal.look(reads -> reads.door().arrivals(Facts.DAY)),
        "by number");
    append(new Fact.PrioritySet(Facts.PATIENT, Facts.DAY, false, "a mistake"));
    assertEquals(
        Optional.of(false),
        read(reads -> reads.door().arrival(Facts.PATIENT, Facts.DAY)).map(Arrival.Placed::first));
    assertTrue(viewsEqualRebuild(journal));
  }

  private static Fact desk(String event, Phase to, String reason, Map<String, String> detail) {
    Dose dose = Facts.dose("D-1", Facts.PATIENT, Facts.STATION);
    return new Fact.DoseMoved(
        event, Optional.of(Phase.REVIEWING), State.of(to, dose), reason, detail, List.of());
  }

  private DeskDay today() {
    return read(reads -> reads.door().deskDay(Facts.PATIENT, Facts.DAY));
  }

  @Test
  void whatHappensBeforeAPourIsCountedByDay() throws Exception {
    assertEquals(DeskDay.NOTHING, today());
    Map<String, String> again = Map.of("lookAgainAt", Facts.MORNING.toString());
    append(desk("found-not-fit", Phase.WAITING, "", again));
    assertEquals(new DeskDay(1, Optional.of(Facts.MORNING), Referral.NONE, ""), today());
    append(desk("called-back", Phase.REVIEWING, "", Map.of()));
    append(desk("found-not-fit", Phase.REFERRED, "twice", Map.of()));
    assertEquals(new DeskDay(2, Optional.empty(), Referral.OPEN, "twice"), today());
    assertEquals(
        DeskDay.NOTHING, read(reads -> reads.door().deskDay(Facts.PATIENT, Facts.DAY.plusDays(1))));
    append(new Fact.ReferralEnded(Facts.PATIENT, Facts.DAY, "seen"));
    assertEquals(Referral.ENDED, today().referral());
    append(desk("referred-to-doctor", Phase.REFERRED, "once more", Map.of()));
    assertEquals(new DeskDay(2, Optional.empty(), Referral.OPEN, "once more"), today());
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void whoWasNotSentComesBackFromNobody() throws Exception {
    append(new Fact.ReferralEnded(Facts.PATIENT, Facts.DAY, "seen"));
    assertEquals(DeskDay.NOTHING, today());
    assertTrue(viewsEqualRebuild(journal));
  }
}
