package clinic.mmt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Doses to take home at the screens: the doctor's part, and the bottles. */
class TakeHomeIT extends PageTest {

  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final int[] TABLE = {1280, 800};

  /** Of the demo's bottle, 10 mg/mL. */
  private static final double GRAMS_OF_A_MILLIGRAM = 0.105;

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of(Pharmacy.ZONE));
  }

  private static String typed(int days) {
    return today().plusDays(days).format(TYPED);
  }

  private Pharmacy page(String name, String login) {
    Pharmacy p = Pharmacy.open(browsers().browser(), house(), name, "vi", TABLE);
    p.logIn(login);
    return p;
  }

  /** A doctor and the head sign the value that turns it on. */
  private void switchOn() throws Exception {
    Map<String, Object> change = new HashMap<>();
    change.put("key", "take-home");
    change.put("text", "on");
    change.put("from", today().toString());
    change.put("reason", "the scheme");
    Map<String, Object> head = new HashMap<>(change);
    head.put("login", "quan");
    head.put("password", "demo-quan-2026");
    Api doctor = Api.of(house(), "khoa");
    String second = doctor.post("profile/changes/signature", head).get("signature").getAsString();
    change.put("signature", second);
    doctor.post("profile/changes", change);
  }

  @Test
  void aDoseToTakeHomeIsApprovedFilledByTwoAndPouredAway() throws Exception {
    String who;
    int milligrams;
    try (Pharmacy p = page("doctor", "khoa")) {
      who = p.choose("bui", 0);
      p.go("prescribe");
      milligrams = p.presentDose();
      p.go("take-home");
      p.fill("approve", "from", typed(0), "to", typed(20), "days", "2", "commitment", "CK 12");
      for (Locator one : p.form("approve").locator("[name=ticked]").all()) {
        one.check();
      }
      p.send("approve");
      assertThat(p.main().locator(".notice"))
          .containsText("chưa cấp liều mang về"); // the control
      switchOn();
      p.send("approve");
      p.done();
      assertThat(p.main().locator(".table").first()).containsText("CK 12");
      p.screen("take-home-approved-vi");
    }
    try (Pharmacy p = page("pharmacy", "mai")) {
      p.go("take-home");
      assertEquals(who, p.found("bui", 0));
      String grams =
          String.format(Locale.ROOT, "%.3f", milligrams * GRAMS_OF_A_MILLIGRAM).replace('.', ',');
      p.fill("fill", "day", typed(1), "station", "s1", "liquid", "0,5");
      p.send("fill");
      assertThat(p.main().locator(".notice")).isVisible(); // weighs too little
      p.fill("fill", "liquid", grams);
      p.send("fill");
      p.sign("lan");
      p.done();
      Locator row = p.main().locator(".table tbody tr").last();
      assertThat(row).containsText("đã đóng");
      String label = row.locator("td, th").first().innerText();
      p.fill("hand-out", "scanned", label);
      p.send("hand-out");
      assertThat(p.main().locator(".notice")).isVisible(); // first here
      p.screen("take-home-filled-vi");
      p.fill("pour-away", "label", label, "station", "s1", "liquid", grams, "words", "thử");
      p.send("pour-away");
      p.sign("lan");
      assertThat(row).containsText("đã đổ bỏ");
      p.screen("take-home-poured-away-vi");
    }
  }
}
