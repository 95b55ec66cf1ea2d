package clinic.mmt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.gson.JsonElement;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The counsellor's worklists. */
class FollowUpIT extends PageTest {

  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
  }

  /** Somebody whose last dose was so many days ago, and who has no order. */
  private String away(String givenName, int days) throws IOException {
    Map<String, Object> person = new HashMap<>();
    person.put("familyName", "Vũ");
    person.put("givenName", givenName);
    person.put("birthYear", 1985);
    person.put("cards", List.of(house().freshCard()));
    String patient = Api.of(house(), "quan").post("patients", person).get("patient").getAsString();
    Map<String, Object> dose = new HashMap<>();
    dose.put("patient", patient);
    dose.put("day", today().minusDays(days).toString());
    dose.put("doseMicrograms", 50_000);
    dose.put("kind", "GUEST");
    dose.put("confirmed", true);
    dose.put("by", "the other clinic");
    dose.put("how", "by telephone, read back");
    Api.of(house(), "khoa").post("outside-doses", dose);
    return patient;
  }

  /** Somebody whose order ends in three days. */
  private void ending(Api doctor) throws IOException {
    Map<String, Object> order = new HashMap<>();
    order.put("patient", away("Thử Hết", 1));
    order.put("doseMicrograms", 50_000);
    order.put("firstDay", today().toString());
    order.put("lastDay", today().plusDays(3).toString());
    doctor.post("prescriptions", order);
  }

  private static Locator person(Staff page, String patient) {
    return page.at(".listed-person[data-patient='" + patient + "']");
  }

  /** U-31: a worklist with attempts to reach them. */
  @Test
  void whoStaysAwayIsOnAListWithTheAttemptsToReachThem() throws Exception {
    String few = away("Thử Ít", 5);
    String month = away("Thử Lâu", 40);
    String done = away("Thử Xong", 30);
    Api doctor = Api.of(house(), "khoa");
    doctor.post(
        "leavings",
        Map.of("patient", done, "day", today().minusDays(20).toString(), "why", "COMPLETED"));
    ending(doctor);
    try (Staff page = Staff.open(browsers().browser(), house(), "follow-up")) {
      page.logIn("lan");
      assertThat(person(page, few)).containsText("4\u00a0ngày nghỉ");
      assertThat(person(page, few)).containsText("Chưa ai liên hệ");
      assertThat(page.at(".worklist .count").first()).containsText("39\u00a0ngày nghỉ");
      page.state("01-away");
      attempt(page, few);
      view(page, "ending");
      assertThat(page.at("tr", "VŨ Thử Hết")).containsText("3\u00a0ngày");
      assertThat(page.at("main h2")).isFocused();
      page.state("03-ending");
      view(page, "after-care");
      assertThat(person(page, done)).containsText("QUÁ HẠN");
      assertThat(person(page, done)).containsText("Bác sĩ hoặc trưởng cơ sở");
      view(page, "packs");
      page.state("05-packs");
      page.at("header button.small:not(.help-button)").tap();
      page.logIn("khoa");
      handOver(page, done);
      decided(page, month);
      assertEquals(List.of(), page.complaints());
    }
    for (JsonElement one : doctor.get("follow-up").getAsJsonArray("followUp")) {
      assertNotEquals(month, one.getAsJsonObject().get("patient").getAsString(), "decided about");
    }
  }

  private static void view(Staff page, String name) {
    page.at(".views a[href='#/" + name + "']").tap();
    assertThat(page.at("[data-view=" + name + "]")).isVisible();
    assertThat(page.at(".waiting")).hasCount(0);
  }

  /** A way that is none of the list needs words; the attempt stands with who stays away. */
  private static void attempt(Staff page, String patient) {
    Locator card = person(page, patient);
    card.locator("button", new Locator.LocatorOptions().setHasText("Ghi lần liên hệ")).tap();
    assertThat(card.locator("[name=day]")).hasValue(today().format(TYPED));
    card.locator("[name=how]").selectOption("OTHER");
    card.locator("[name=reached]").selectOption("no");
    card.locator("button.strong").tap();
    assertThat(card.locator(".notice")).containsText("Cách liên hệ khác phải ghi rõ");
    page.state("02-attempt");
    card.locator("[name=how]").selectOption("VISIT");
    card.locator("[name=words]").fill("không có nhà");
    card.locator("button.strong").tap();
    assertThat(card.locator(".attempts li")).containsText("Đến nhà · không gặp · không có nhà");
    assertThat(card.locator("form")).hasCount(0);
  }

  /** decided, sent, acknowledged; then it is off the list. */
  private static void handOver(Staff page, String patient) {
    view(page, "after-care");
    Locator card = person(page, patient);
    card.locator("[name=number]").fill("QĐ 9");
    card.locator("[name=receiver]").fill("Trạm y tế xã 1");
    page.state("04-after-care");
    card.locator("button.strong").tap();
    assertThat(card).containsText("đã quyết định, chưa gửi");
    card.locator("button.strong").tap();
    assertThat(card.locator("[name=by]")).isVisible();
    card.locator("[name=by]").fill("Trạm trưởng");
    card.locator("button.strong").tap();
    assertThat(card).hasCount(0);
  }

  /** the program proposes, a doctor decides. */
  private static void decided(Staff page, String patient) {
    view(page, "drop-outs");
    Locator card = person(page, patient);
    card.locator("[name=reason]").fill("nằm viện");
    page.state("06-drop-outs");
    card.locator("button.strong").tap();
    assertThat(card).hasCount(0);
  }
}
