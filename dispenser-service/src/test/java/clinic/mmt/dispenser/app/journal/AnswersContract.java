package clinic.mmt.dispenser.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a journal answers to eligibility, whatever it keeps of earlier answers. */
abstract class AnswersContract extends ImportContract {

  /** A journal may keep what it was asked; each write that changes the answer must reach it. */
  @Test
  void whatEligibilityAsksIsNeverOlderThanTheLastEntry() { // R-01, H04
    append(Facts.opened(), Facts.received());
    List<Fact> each =
        List.of(
            Facts.prescription("Rx-1", Facts.DAY, Facts.DAY),
            Facts.mounted(Facts.STATION, Facts.BOTTLE),
            Facts.ofEveryKind().get("patient.noted"),
            Facts.ofEveryKind().get("outside-dose.noted"),
            Facts.ofEveryKind().get("hold.placed"),
            Facts.ofEveryKind().get("hold.lifted"),
            Facts.ofEveryKind().get("day.released"),
            Facts.ofEveryKind().get("profile.signed"),
            Facts.ofEveryKind().get("profile.changed"),
            Facts.ofEveryKind().get("review.set"),
            Facts.ofEveryKind().get("review.cleared"),
            Facts.ofEveryKind().get("batch.compared"),
            Facts.ofEveryKind().get("batch.remeasured"),
            Facts.moved(Phase.ARMED, Facts.full(dose("D-1"))),
            Facts.moved(Phase.CONSUMED, Facts.full(dose("D-1"))),
            new Fact.DoseMoved(
                "vomited",
                Optional.of(Phase.CONSUMED),
                State.of(Phase.CONSUMED, Facts.full(dose("D-1"))),
                "",
                Map.of("permilleTaken", "500"),
                List.of()),
            Facts.moved(Phase.REFUSED, Facts.full(dose("D-1"))),
            Facts.ofEveryKind().get("added-dose.ordered"),
            Facts.ofEveryKind().get("observation.began"),
            Facts.ofEveryKind().get("observation.ended"),
            Facts.ofEveryKind().get("prescription.ended"),
            Facts.ofEveryKind().get("bottle.unmounted"));
    List<Object> before = read(AnswersContract::asked);
    for (Fact fact : each) {
      append(fact);
      List<Object> now = read(AnswersContract::asked);
      assertEquals(journal.look(AnswersContract::asked), now, "kept after " + fact);
      assertNotEquals(before, now, "the control: " + fact + " changes an answer");
      before = now;
    }
  }

  @Test
  void aVisitThatIsOpenedChangesNoAnswerAndASecondDoseDoes() { // R-01, H04
    append(Facts.moved(Phase.REVIEWING, dose("D-1")));
    List<Object> before = read(AnswersContract::asked);
    append(Facts.moved(Phase.LEFT_BEFORE_POUR, dose("D-1")));
    append(Facts.moved(Phase.REVIEWING, dose("D-2")));
    assertEquals(before, read(AnswersContract::asked));
    append(Facts.moved(Phase.ARMED, Facts.full(dose("D-2"))));
    assertTrue(read(AnswersContract::free).isPresent());
    append(Facts.moved(Phase.VOIDED, Facts.full(dose("D-2"))));
    assertEquals(before, read(AnswersContract::asked));
  }

  private static Dose dose(String id) {
    return Facts.dose(id, Facts.PATIENT, Facts.STATION);
  }

  private static Optional<State> free(Reads reads) {
    return reads.openOrTaken(Facts.PATIENT, Facts.DAY, DosePart.WHOLE);
  }

  /** All that is read to decide whether a dose may be given. */
  private static List<Object> asked(Reads reads) {
    return List.of(
        free(reads),
        reads.prescription(Facts.PATIENT, Facts.DAY),
        reads.traits(Facts.PATIENT),
        reads.past(Facts.PATIENT, Facts.DAY.minusDays(45)),
        reads.outside(Facts.PATIENT, Facts.DAY.minusDays(45)),
        reads.holds(Facts.PATIENT),
        reads.released(Facts.PATIENT, Facts.DAY),
        reads.added(Facts.PATIENT, Facts.DAY),
        reads.observations(),
        reads.valueChanges(),
        reads.signedValues(),
        reads.reviews(Facts.PATIENT),
        reads.mounted(Facts.STATION),
        reads.firstDoses(Facts.BATCH),
        reads.balance(new Account(AccountKind.BOTTLE, Facts.BOTTLE.value()), Facts.BATCH));
  }
}
