package clinic.mmt.dispenser.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.eligibility.PastDose;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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

  @Test
  void theDoseBeforeAnAbsenceIsKnownThoughAVisitAfterItGaveNone() {
    append(Facts.moved(Phase.REVIEWING, dose("D-1")));
    append(Facts.moved(Phase.ARMED, Facts.full(dose("D-1"))));
    append(Facts.moved(Phase.CONSUMED, Facts.full(dose("D-1"))));
    append(Facts.moved(Phase.REVIEWING, on(2, dose("D-2"))));
    append(Facts.moved(Phase.LEFT_BEFORE_POUR, on(2, dose("D-2"))));
    assertEquals(List.of(Facts.DAY), read(reads -> daysSince(reads, 3)));
  }

  @Test
  void aDoseInDoubtHidesNoneThatWasSwallowedBefore() {
    for (int day = 0; day < 3; day++) {
      Dose visit = on(day, dose("D-" + day));
      append(Facts.moved(Phase.REVIEWING, visit));
      append(Facts.moved(Phase.ARMED, Facts.full(visit)));
      append(Facts.moved(day == 2 ? Phase.UNCERTAIN : Phase.CONSUMED, Facts.full(visit)));
    }
    List<LocalDate> from1 = IntStream.of(1, 2).mapToObj(day -> Facts.DAY.plusDays(day)).toList();
    assertEquals(from1, read(reads -> daysSince(reads, 20)));
    assertEquals(from1, read(reads -> daysSince(reads, 21)), "asked a day later");
    assertEquals(from1.subList(0, 2), journal.<List<LocalDate>>look(r -> daysSince(r, 2)));
    assertEquals(3, read(reads -> daysSince(reads, 1)).size(), "control: the day before that");
  }

  @Test
  void aDoseElsewhereThatNobodyConfirmedHidesNoneThatWas() {
    append(new Fact.OutsideDoseNoted(elsewhere("N-1", 0, true)));
    append(new Fact.OutsideDoseNoted(elsewhere("N-2", 1, true)));
    append(new Fact.OutsideDoseNoted(elsewhere("N-3", 2, false)));
    assertEquals(List.of("N-2", "N-3"), read(reads -> elsewhereSince(reads, 20)));
    assertEquals(List.of("N-1", "N-2", "N-3"), read(reads -> elsewhereSince(reads, 1)), "control");
  }

  private static OutsideDose elsewhere(String id, int day, boolean confirmed) {
    return new OutsideDose(
        id,
        Facts.PATIENT,
        Facts.DAY.plusDays(day),
        Mass.ofMilligrams(60),
        Optional.empty(),
        DoseDay.Kind.HOSPITAL,
        new OutsideDose.Confirmation(confirmed, "khoa nội", "điện thoại"),
        Optional.empty());
  }

  private static List<String> elsewhereSince(Reads reads, int day) {
    return reads.outside(Facts.PATIENT, Facts.DAY.plusDays(day)).stream()
        .map(OutsideDose::id)
        .toList();
  }

  /** The days go on, and each asks for what the day before has asked, a day later. */
  @Test
  void whatWasAskedOfTheDaysBeforeIsAskedForAgain() {
    for (int day = 0; day < 6; day++) {
      int since = day - 2;
      Dose visit = on(day, dose("D-" + day));
      append(Facts.moved(Phase.REVIEWING, visit));
      append(Facts.moved(Phase.ARMED, Facts.full(visit)));
      read(reads -> daysSince(reads, since));
      append(Facts.moved(day == 3 ? Phase.VOIDED : Phase.CONSUMED, Facts.full(visit)));
      List<LocalDate> again = read(reads -> daysSince(reads, since));
      assertEquals(journal.<List<LocalDate>>look(reads -> daysSince(reads, since)), again);
    }
    List<LocalDate> last = IntStream.of(2, 4, 5).mapToObj(day -> Facts.DAY.plusDays(day)).toList();
    assertEquals(last, read(reads -> daysSince(reads, 3)));
    assertEquals(last.subList(1, 3), read(reads -> daysSince(reads, 5)), "control: a later day");
    assertEquals(5, read(reads -> daysSince(reads, 0)).size(), "control: an earlier day");
  }

  private static List<LocalDate> daysSince(Reads reads, int day) {
    return reads.past(Facts.PATIENT, Facts.DAY.plusDays(day)).stream().map(PastDose::day).toList();
  }

  private static Dose on(int day, Dose dose) {
    return new Dose(
        dose.id(),
        dose.patient(),
        dose.station(),
        dose.day().plusDays(day),
        dose.part(),
        dose.source(),
        dose.identification(),
        dose.user(),
        dose.follows(),
        dose.order(),
        dose.intents(),
        dose.weighing(),
        dose.pouredBy(),
        dose.observedBy(),
        dose.measuredAt(),
        dose.handedOverAt(),
        dose.endedAt(),
        dose.drawnOff());
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
