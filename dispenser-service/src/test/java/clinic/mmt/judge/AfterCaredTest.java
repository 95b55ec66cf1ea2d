package clinic.mmt.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the judge makes of hand-overs to after-care. */
class AfterCaredTest {

  private final AfterCared cared = new AfterCared(new Values());

  private Optional<String> left(String why) {
    return take(
        "patient.left", "{'movement':'m','patient':'p','day':'2026-03-02','why':'%s'}", why);
  }

  private Optional<String> step(String step, String day) {
    return take("after-care." + step, "{'leaving':'m','patient':'p','day':'%s','by':'head'}", day);
  }

  private Optional<String> take(String kind, String json, String value) {
    byte[] bytes = json.formatted(value).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return cared.take(kind, Body.of(bytes));
  }

  @Test
  void stepsInTheirOrderAreGood() { // R-97; the control
    assertEquals(Optional.empty(), left("COMPLETED"));
    assertEquals(Optional.empty(), step("decided", "2026-03-01"));
    assertEquals(Optional.empty(), step("sent", "2026-03-02"));
    assertEquals(Optional.empty(), step("acknowledged", "2026-03-02"));
    assertEquals(Optional.empty(), cared.listed("2026-06-01", Map.of()));
  }

  @Test
  void aStepBeforeTheOneItNeedsIsSeen() {
    left("COMPLETED");
    assertTrue(step("sent", "2026-03-02").isPresent(), "not decided");
    left("COMPLETED");
    step("decided", "2026-03-02");
    assertTrue(step("acknowledged", "2026-03-02").isPresent(), "not sent");
  }

  @Test
  void aLaterDecisionIsSentAnew() {
    left("COMPLETED");
    step("decided", "2026-03-02");
    step("sent", "2026-03-03");
    assertEquals(Optional.empty(), step("decided", "2026-03-02"));
    assertTrue(step("acknowledged", "2026-03-04").isPresent());
  }

  @Test
  void aDayBeforeTheLastStepsIsSeen() {
    left("COMPLETED");
    step("decided", "2026-03-03");
    assertTrue(step("sent", "2026-03-02").isPresent());
  }

  @Test
  void aHandOverThatNothingOpenedIsSeen() {
    left("OWN_WISH");
    assertTrue(step("decided", "2026-03-02").isPresent(), "not completed");
    left("COMPLETED");
    take("patient.admitted", "{'patient':'%s'}", "p");
    assertTrue(step("decided", "2026-03-02").isPresent(), "in care again");
    left("COMPLETED");
    step("decided", "2026-03-02");
    step("sent", "2026-03-02");
    step("acknowledged", "2026-03-02");
    assertTrue(step("decided", "2026-03-02").isPresent(), "closed");
  }

  @Test
  void theListHasWhatIsOpenAndWhatIsOverdueFromTheFifteenthDayOn() {
    left("COMPLETED");
    assertEquals(Optional.empty(), cared.listed("2026-03-16", Map.of("m", false)));
    assertTrue(cared.listed("2026-03-16", Map.of("m", true)).isPresent(), "too early");
    assertEquals(Optional.empty(), cared.listed("2026-03-17", Map.of("m", true)));
    assertTrue(cared.listed("2026-03-17", Map.of("m", false)).isPresent(), "overdue");
    assertTrue(cared.listed("2026-03-17", Map.of()).isPresent(), "left out");
    step("decided", "2026-03-03");
    assertEquals(Optional.empty(), cared.listed("2026-03-17", Map.of("m", false)));
    assertEquals(Optional.empty(), cared.listed("2026-03-18", Map.of("m", true)));
  }
}
