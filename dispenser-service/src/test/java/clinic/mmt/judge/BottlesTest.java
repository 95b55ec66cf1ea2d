package clinic.mmt.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the judge makes of bottles to take home (R-53, R-54, H04). */
class BottlesTest {

  private final Courses courses = new Courses(new Values());
  private final Orders orders = new Orders();
  private final Bottles bottles = new Bottles(courses);
  private final Map<String, String> guarded = new HashMap<>();

  private static Body body(String json) {
    return Body.of(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private Optional<String> take(String kind, String secret) {
    return bottles.take(kind, body(secret), orders, guarded);
  }

  private Optional<String> filled(String label, String patient, String day, int micrograms) {
    orders.take(
        "prescription.signed",
        body("{'prescription':'rx'}"),
        body(
            ("{'patient':'%s','steps':'2026-03-01=80000','firstDay':'2026-03-01',"
                    + "'lastDay':'2026-03-30','signedDay':'2026-03-01'}")
                .formatted(patient)));
    return take(
        "take-home.filled",
        "{'label':'%s','patient':'%s','day':'%s','part':1,'micrograms':%d}"
            .formatted(label, patient, day, micrograms));
  }

  private Optional<String> out(String patient, String labels) {
    return take(
        "take-home.handed-over", "{'patient':'%s','labels':[%s]}".formatted(patient, labels));
  }

  private void changed(String label, String to) {
    take("take-home.changed", "{'label':'%s','to':'%s'}".formatted(label, to));
  }

  private Optional<String> covered(String day) {
    return bottles.covered(body("{'patient':'p','day':'%s','part':1}".formatted(day)));
  }

  @Test
  void aBottleHoldsWhatIsOrderedForItsDay() {
    assertEquals(Optional.empty(), filled("B1", "p", "2026-03-03", 80_000));
    assertTrue(filled("B2", "p", "2026-03-04", 160_000).isPresent());
    assertTrue(filled("B3", "p", "2026-03-31", 80_000).isPresent(), "no order holds on that day");
  }

  @Test
  void aDayHasABottleThatWentOutUntilItIsOpenedAgain() { // H04
    filled("B1", "p", "2026-03-03", 80_000);
    assertEquals(Optional.empty(), covered("2026-03-03"), "it stands here");
    assertEquals(Optional.empty(), out("p", "'B1'"));
    assertTrue(covered("2026-03-03").isPresent());
    assertEquals(Optional.empty(), covered("2026-03-04"), "control: another day");
    changed("B1", "LOST");
    assertTrue(covered("2026-03-03").isPresent(), "in doubt it counts as taken");
    changed("B1", "REOPENED");
    assertEquals(Optional.empty(), covered("2026-03-03"));
  }

  @Test
  void aBottleOfSomebodyElseIsSeen() { // H106
    filled("B1", "q", "2026-03-03", 80_000);
    assertTrue(out("p", "'B1'").isPresent());
    assertTrue(out("p", "'B9'").isPresent(), "of nobody");
  }

  @Test
  void aBottleForAPartThatHasItsDoseIsSeen() { // H04
    guarded.put("p/2026-03-03/1", "d1");
    filled("B1", "p", "2026-03-03", 80_000);
    filled("B2", "p", "2026-03-04", 80_000);
    assertTrue(out("p", "'B1'").isPresent());
    assertEquals(Optional.empty(), out("p", "'B2'"), "control: another day");
    assertTrue(out("p", "'B2'").isPresent(), "twice");
  }

  @Test
  void aLostBottleIsADoubtUntilADoctorOpensItsDay() {
    Body next = body("{'patient':'p','day':'2026-03-04','order':{'prescription':'rx'}}");
    filled("B1", "p", "2026-03-03", 80_000);
    out("p", "'B1'");
    assertEquals(Optional.empty(), courses.doubted(next));
    changed("B1", "LOST");
    assertTrue(courses.doubted(next).isPresent());
    changed("B1", "REOPENED");
    assertEquals(Optional.empty(), courses.doubted(next));
  }

  private Optional<String> missed(String day) {
    return courses.missed(
        body("{'patient':'p','day':'%s','order':{'prescription':'rx'}}".formatted(day)));
  }

  @Test
  void aDayAtHomeIsNotMissedUnlessItsBottleIsInDoubt() {
    courses.dose(body("{'patient':'p','day':'2026-03-02'}"), "", "CONSUMED");
    filled("B1", "p", "2026-03-03", 80_000);
    assertTrue(missed("2026-03-07").isPresent(), "four days missed");
    out("p", "'B1'");
    assertEquals(Optional.empty(), missed("2026-03-07"));
    changed("B1", "RETURNED");
    assertTrue(missed("2026-03-07").isPresent());
  }
}
