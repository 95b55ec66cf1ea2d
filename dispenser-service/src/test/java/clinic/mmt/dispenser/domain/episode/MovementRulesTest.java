package clinic.mmt.dispenser.domain.episode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.domain.episode.Movement.Admitted;
import clinic.mmt.dispenser.domain.episode.Movement.Left;
import clinic.mmt.dispenser.domain.episode.Movement.Moved;
import clinic.mmt.dispenser.domain.episode.Movement.Source;
import clinic.mmt.dispenser.domain.episode.Movement.Step;
import clinic.mmt.dispenser.domain.episode.Movement.Why;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** which movement may follow which. A: admitted, M: moved, L: left. */
class MovementRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private static Step step(char letter) {
    return switch (letter) {
      case 'A' -> new Admitted(Source.VOLUNTARY);
      case 'M' -> new Moved("site 2");
      default -> new Left(Why.OWN_WISH, "");
    };
  }

  private static Movement movement(Step step, LocalDate day) {
    return new Movement("M-1", new PatientId("P-1"), step, day, new StaffId("S-1"));
  }

  private static List<Movement> before(String letters) {
    List<Movement> noted = new ArrayList<>();
    for (char letter : letters.replace("-", "").toCharArray()) {
      noted.add(movement(step(letter), TODAY.minusDays(9)));
    }
    return noted;
  }

  @ParameterizedTest
  @CsvSource({
    "-, A, OK, true", // noted afterwards
    "-, M, OK, true",
    "-, L, OK, true", // in care since the registration
    "A, A, IN_CARE, true",
    "A, M, OK, true",
    "A, L, OK, true",
    "M, A, IN_CARE, true",
    "M, M, OK, true",
    "M, L, OK, true",
    "L, A, OK, false",
    "L, M, NOT_IN_CARE, false",
    "L, L, NOT_IN_CARE, false",
    "LA, A, IN_CARE, true",
    "LA, M, OK, true",
    "LA, L, OK, true",
    "ALAM, A, IN_CARE, true",
    "ALAM, L, OK, true",
    "AML, A, OK, false",
    "AML, M, NOT_IN_CARE, false",
  })
  void oneMovementFollowsAnother(String before, char next, String answer, boolean inCare) {
    Optional<MovementRules.Fault> fault =
        MovementRules.fault(before(before), movement(step(next), TODAY), TODAY);
    assertEquals(answer, fault.map(Enum::name).orElse("OK"));
    assertEquals(inCare, MovementRules.inCare(before(before)));
  }

  @ParameterizedTest
  @CsvSource({
    "-10, BEFORE_THE_LAST",
    "-9, OK",
    "-8, OK",
    "-1, OK",
    "0, OK",
    "1, NOT_YET",
  })
  void itsDayIsNotToComeAndNotBeforeTheLast(int days, String answer) {
    Movement next = movement(step('L'), TODAY.plusDays(days));
    assertEquals(
        answer, MovementRules.fault(before("A"), next, TODAY).map(Enum::name).orElse("OK"));
  }

  @ParameterizedTest
  @EnumSource(Why.class)
  void onlyAnotherReasonNeedsWords(Why why) {
    Optional<MovementRules.Fault> bare =
        MovementRules.fault(List.of(), movement(new Left(why, " "), TODAY), TODAY);
    assertEquals(
        why == Why.OTHER ? Optional.of(MovementRules.Fault.WORDS_MISSING) : Optional.empty(), bare);
    assertEquals(
        Optional.empty(),
        MovementRules.fault(List.of(), movement(new Left(why, "moved away"), TODAY), TODAY));
  }

  /** A death that was noted of the wrong person must not stop that person for ever. */
  @ParameterizedTest
  @EnumSource(Why.class)
  void whoeverLeftMayBeAdmittedAgain(Why why) {
    List<Movement> left = List.of(movement(new Left(why, "words"), TODAY));
    assertEquals(Optional.empty(), MovementRules.fault(left, movement(step('A'), TODAY), TODAY));
  }

  /** a guest letter of before the latest admission is over. */
  @Test
  void theLatestAdmissionIsTheOneThatCounts() {
    List<Movement> noted =
        List.of(
            movement(step('A'), TODAY.minusDays(9)),
            movement(step('L'), TODAY.minusDays(5)),
            movement(step('A'), TODAY.minusDays(3)),
            movement(step('M'), TODAY.minusDays(1)));
    assertEquals(Optional.of(TODAY.minusDays(3)), MovementRules.admitted(noted));
    assertEquals(Optional.of(TODAY.minusDays(9)), MovementRules.admitted(noted.subList(0, 2)));
    assertEquals(Optional.empty(), MovementRules.admitted(before("ML")));
  }

  @Test
  void aMovementSaysNothingOfAPersonInALog() {
    assertEquals("Movement[M-1]", movement(step('L'), TODAY).toString());
  }

  /** at one site at a time; a move in words is none to a site. */
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "clinic-b, clinic-b",
    "clinic-b/clinic-c, clinic-c",
    "clinic-b/A, ''",
    "clinic-b/L, ''",
    "A/clinic-b, clinic-b",
    "clinic-b/site 2, ''"
  })
  void thePatientIsAssignedToTheSiteOfTheLatestMove(String moves, String expected) {
    List<Movement> noted = new ArrayList<>();
    for (String move : moves.split("/", -1)) {
      if (!move.isEmpty()) {
        Step step = move.length() == 1 ? step(move.charAt(0)) : new Moved(move);
        noted.add(movement(step, TODAY.minusDays(9)));
      }
    }
    assertEquals(expected, MovementRules.assigned(noted).map(s -> s.value()).orElse(""));
  }
}
