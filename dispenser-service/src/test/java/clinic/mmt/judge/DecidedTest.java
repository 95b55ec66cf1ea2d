package clinic.mmt.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the judge makes of decisions of one and of signatures of two. */
class DecidedTest {

  private final Courses courses = new Courses(new Values());
  private final Decided decided = new Decided(courses);

  private static Body body(String json) {
    return Body.of(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private void registered(String staff, String role) {
    decided.take(
        "staff.registered",
        body("{'staff':'%s','roles':['DISPENSER','%s']}".formatted(staff, role)),
        body("{}"));
  }

  private Optional<String> left(String why, String day, String by) {
    return decided.take(
        "patient.left",
        body("{}"),
        body(
            "{'movement':'m','patient':'p','day':'%s','by':'%s','why':'%s'}"
                .formatted(day, by, why)));
  }

  @BeforeEach
  void aDoctorAndAHeadWorkHereAndTheLastDoseWasOnTheFirst() {
    registered("doctor", "PRESCRIBER");
    registered("head", "HEAD");
    courses.take("outside-dose.noted", body("{}"), body("{'patient':'p','day':'2026-03-01'}"));
  }

  @Test
  void droppedOutAfterThirtyMissedDaysIsGood() {
    assertTrue(left("DROPPED_OUT", "2026-03-31", "doctor").isPresent(), "29 missed days");
    assertEquals(Optional.empty(), left("DROPPED_OUT", "2026-04-01", "doctor"), "30");
  }

  @Test
  void anotherLeavingNeedsNoAbsence() { // R-35; the control
    assertEquals(Optional.empty(), left("OWN_WISH", "2026-03-02", "doctor"));
  }

  @Test
  void aLeavingThatNoPrescriberDecidedIsSeen() {
    assertTrue(left("OWN_WISH", "2026-03-02", "head").isPresent());
    registered("doctor", "DISPENSER");
    assertTrue(left("OWN_WISH", "2026-03-02", "doctor").isPresent(), "is none any more");
  }

  private boolean signed(String first, String second) {
    return decided
        .take(
            "act.signed",
            body(
                "{'kind':'NO_READ_EXCEPTION','first':'%s','second':'%s'}".formatted(first, second)),
            body("{}"))
        .isPresent();
  }

  @Test
  void onePersonWhoSignsTwiceIsSeen() {
    assertEquals(false, signed("a", "b"));
    assertTrue(signed("a", "a"));
  }
}
