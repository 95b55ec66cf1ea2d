package clinic.mmt.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the judge makes of changed rule values, and of what is decided by them. */
class ValuesTest {

  private static final String TABLE = "0-%d full; %d-5 reduced 1/2; 6- reinduct";

  private final Values values = new Values();

  private static Body body(String json) {
    return Body.of(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private Optional<String> staff(String who, String role) {
    return values.take(
        "staff.registered", body("{'staff':'%s','roles':['%s']}".formatted(who, role)));
  }

  private Optional<String> changed(String value, String beforeAndAfter, String from) {
    String[] texts = beforeAndAfter.split(">", 2);
    return values.take(
        "profile.changed",
        body(
            ("{'change':'c','profile':'VN-2024','value':'%s','before':'%s','after':'%s',"
                    + "'from':'%s','doctor':'doctor','head':'head','day':'2026-03-10'}")
                .formatted(value, texts[0], texts[1], from)));
  }

  private Optional<String> signed(String first, String second) {
    return values.take(
        "act.signed",
        body(
            "{'kind':'PROFILE_ERASE_RESTORE','first':'%s','second':'%s'}"
                .formatted(first, second)));
  }

  private void good(String value, String beforeAndAfter, String from) {
    assertEquals(Optional.empty(), changed(value, beforeAndAfter, from));
    assertEquals(Optional.empty(), signed("head", "doctor"));
  }

  @BeforeEach
  void aDoctorAndAHeadWorkHere() {
    staff("doctor", "PRESCRIBER");
    staff("head", "HEAD");
  }

  @Test
  void aValueHoldsFromItsFirstDayOnAndNotBefore() { // R-91; the control of all others
    assertEquals(14, values.days(Values.OVERDUE, "2026-03-12"));
    good(Values.OVERDUE, "14 days>7 days", "2026-03-12");
    assertEquals(14, values.days(Values.OVERDUE, "2026-03-11"));
    assertEquals(7, values.days(Values.OVERDUE, "2026-03-12"));
    assertEquals(2, values.days(Values.OWED, "2026-03-12"), "another value");
    good(Values.OWED, "2 days>1 day", "2026-03-10");
    assertEquals(1, values.days(Values.OWED, "2026-03-10"));
  }

  @Test
  void ofTwoChangesForOneDayTheLaterEntryHoldsAndALaterDayGoesBeforeBoth() {
    good(Values.OVERDUE, "14 days>7 days", "2026-03-14");
    good(Values.OVERDUE, "7 days>14 days", "2026-03-14");
    assertEquals(14, values.days(Values.OVERDUE, "2026-03-14"));
    good(Values.OVERDUE, "14 days>21 days", "2026-03-12");
    assertEquals(21, values.days(Values.OVERDUE, "2026-03-13"));
    assertEquals(14, values.days(Values.OVERDUE, "2026-03-14"));
  }

  @Test
  void theFirstRowOfTheTableSaysHowManyDaysMayBeMissed() {
    assertEquals(4, values.missed("2026-03-12"));
    good(Values.MISSED, TABLE.formatted(3, 4) + ">" + TABLE.formatted(2, 3), "2026-03-12");
    assertEquals(4, values.missed("2026-03-11"));
    assertEquals(3, values.missed("2026-03-12"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-10, false",
    "2026-03-09, true",
  })
  void aChangeForADayThatIsOverIsSeen(String from, boolean seen) {
    assertEquals(seen, changed("interval-ask", "12 h>14 h", from).isPresent());
  }

  @Test
  void aChangeThatTellsAnotherValueBeforeIsSeen() {
    good(Values.OVERDUE, "14 days>7 days", "2026-03-14");
    assertTrue(changed(Values.OVERDUE, "14 days>21 days", "2026-03-14").isPresent());
  }

  @Test
  void aChangeWithoutTheTwoSignaturesIsSeen() {
    changed("interval-ask", "12 h>14 h", "2026-03-12");
    assertTrue(values.take("day.opened", body("{}")).isPresent(), "nobody signed");
    assertEquals(Optional.empty(), values.take("day.opened", body("{}")), "told once");
    changed("interval-ask", "14 h>16 h", "2026-03-12");
    assertTrue(signed("doctor", "doctor").isPresent());
    changed("interval-ask", "16 h>14 h", "2026-03-12");
    assertTrue(signed("doctor", "pharmacist").isPresent());
  }

  @Test
  void aChangeOfOthersThanADoctorAndTheHeadIsSeen() {
    staff("head", "PHARMACIST");
    assertTrue(changed("interval-ask", "12 h>14 h", "2026-03-12").isPresent());
  }

  @Test
  void anOpeningIsJudgedByTheDaysOfItsOwnDay() {
    OpenedDays days = new OpenedDays(values);
    Map<String, Case> none = new HashMap<>();
    days.take("day.opened", body("{'day':'2026-03-10'}"), body("{}"), none);
    assertTrue(days.notOpened("2026-03-12").isPresent(), "two days may be open");
    good(Values.OWED, "2 days>1 day", "2026-03-12");
    assertTrue(days.notOpened("2026-03-11").isPresent(), "not before its first day");
    assertEquals(Optional.empty(), days.notOpened("2026-03-12"));
    assertTrue(days.take("day.opened", body("{'day':'2026-03-12'}"), body("{}"), none).isPresent());
  }

  @Test
  void aListIsJudgedByTheDaysOfItsOwnDay() {
    AfterCared cared = new AfterCared(values);
    cared.take(
        "patient.left",
        body("{'movement':'m','patient':'p','day':'2026-03-02','why':'COMPLETED'}"));
    good(Values.OVERDUE, "14 days>7 days", "2026-03-11");
    assertEquals(Optional.empty(), cared.listed("2026-03-10", Map.of("m", false)));
    assertTrue(cared.listed("2026-03-10", Map.of("m", true)).isPresent());
    assertEquals(Optional.empty(), cared.listed("2026-03-11", Map.of("m", true)));
    assertTrue(cared.listed("2026-03-11", Map.of("m", false)).isPresent());
  }
}
