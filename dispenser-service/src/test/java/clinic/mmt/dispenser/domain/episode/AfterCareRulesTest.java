package clinic.mmt.dispenser.domain.episode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.domain.episode.AfterCare.Acknowledged;
import clinic.mmt.dispenser.domain.episode.AfterCare.Decided;
import clinic.mmt.dispenser.domain.episode.AfterCare.Sent;
import clinic.mmt.dispenser.domain.episode.AfterCare.Step;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** decided, sent, acknowledged. D, S and A in the tables. */
class AfterCareRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final LocalDate LEFT = TODAY.minusDays(20);

  private static Step step(char letter, LocalDate day) {
    return switch (letter) {
      case 'D' -> new Decided("QĐ 1", day, "commune 1");
      case 'S' -> new Sent(day);
      default -> new Acknowledged(day, "the health station");
    };
  }

  private static AfterCare care(String letters, LocalDate day) {
    List<Step> steps =
        letters.chars().filter(c -> c != '-').mapToObj(c -> step((char) c, day)).toList();
    return new AfterCare("M-1", new PatientId("P-1"), LEFT, steps);
  }

  @ParameterizedTest
  @CsvSource({
    "-, D, OK",
    "-, S, NO_DECISION",
    "-, A, NOT_SENT",
    "D, D, OK",
    "D, S, OK",
    "D, A, NOT_SENT",
    "DS, A, OK",
    "DS, S, OK", // sent again
    "DSD, A, NOT_SENT", // another receiver: sent anew
    "DSDS, A, OK",
    "DSA, D, CLOSED",
    "DSA, S, CLOSED",
    "DSA, A, CLOSED"
  })
  void aStepFollowsWhatWasDone(String before, char next, String fault) {
    assertEquals(
        fault,
        AfterCareRules.fault(care(before, TODAY.minusDays(3)), step(next, TODAY), TODAY)
            .map(Enum::name)
            .orElse("OK"));
  }

  @ParameterizedTest
  @CsvSource({"S, -1, BEFORE_THE_LAST", "S, 0, OK", "S, 3, OK", "S, 4, NOT_YET", "D, -1, OK"})
  void aStepIsNotBeforeTheOneBeforeItNorToCome(char next, int days, String fault) {
    LocalDate last = TODAY.minusDays(3);
    assertEquals(
        fault,
        AfterCareRules.fault(care("D", last), step(next, last.plusDays(days)), TODAY)
            .map(Enum::name)
            .orElse("OK"));
  }

  /** 14 days after the last step, or after the leaving where nothing was done. */
  @ParameterizedTest
  @CsvSource({
    "-, 0, 20, false",
    "-, 0, 19, true",
    "D, 6, 14, false",
    "D, 6, 13, true",
    "DS, 6, 13, true",
    "DSA, 6, 1, false",
    "D, -30, 20, false", // decided long before the leaving: counted from the leaving
    "D, -30, 19, true"
  })
  void itIsOverdueAfterSoManyDaysOfSilence(
      String steps, int afterLeaving, int days, boolean overdue) {
    AfterCare care = care(steps, LEFT.plusDays(afterLeaving));
    assertEquals(overdue, AfterCareRules.overdue(care, TODAY, days));
  }

  @Test
  void theDecisionInForceIsTheLastOne() {
    Decided first = new Decided("1", LEFT, "commune 1");
    Decided second = new Decided("2", LEFT, "commune 2");
    AfterCare care =
        new AfterCare("M-1", new PatientId("P-1"), LEFT, List.of(first, new Sent(LEFT), second));
    assertEquals(Optional.of(second), care.decision());
    assertEquals(Optional.empty(), care("-", LEFT).decision());
  }
}
