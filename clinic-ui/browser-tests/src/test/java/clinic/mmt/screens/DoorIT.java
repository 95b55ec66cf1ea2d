package clinic.mmt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The arrival desk, and the display in the waiting room. */
class DoorIT extends PageTest {

  /** The person whose card was shown last. */
  private int last;

  /** U-28: numbers in order; who needs the doctor goes there first; in public numbers alone. */
  @Test
  void whoComesGetsANumberAndThePublicSeesNumbersAlone() throws Exception {
    try (Staff desk = Staff.open(browsers().browser(), house(), "door");
        Staff wall = Staff.open(browsers().browser(), house(), "display")) {
      List<String> asked = new ArrayList<>();
      wall.page.onRequest(r -> asked.add(r.url().replace(house().page(), "/")));
      desk.page.bringToFront();
      desk.logIn("lan");
      assertThat(desk.at("#scan")).isFocused();
      String called = byCard(desk);
      String first = byCard(desk);
      desk.state("01-number");
      String second = byName(desk);
      inFront(desk, second);
      doctorFirst(desk);
      desk.at("#scan").fill("no-such-card");
      desk.at("#scan").press("Enter");
      assertThat(desk.at(".coming-panel .notice")).containsText("Thẻ không có trong sổ");
      desk.look("05-unknown-card-vi");
      assertEquals(List.of(), desk.complaints());
      wall.page.bringToFront();
      numbersAlone(wall, asked, first, second);
      atTheCounter(wall, called);
      old(wall);
      assertEquals(List.of(), wall.complaints());
    }
  }

  /** A scanner types and presses Enter; the same card again is the same number. */
  private String byCard(Staff desk) {
    int person = house().nextPerson();
    last = person;
    String number = "";
    for (String again : List.of("Xin chờ gọi số", "Đã có số từ trước")) {
      desk.at("#scan").fill("00%08X".formatted(0x0D000000 + person - 1));
      desk.at("#scan").press("Enter");
      assertThat(desk.at("#ticket")).containsText(again);
      number = desk.at("#ticket .number").innerText();
    }
    assertThat(desk.at(".rows li[data-number='" + number + "']")).isVisible();
    return number;
  }

  private String byName(Staff desk) throws Exception {
    JsonObject absent =
        Api.of(house(), "binh").get("queue").getAsJsonArray("notYet").get(7).getAsJsonObject();
    desk.at("input[name=words]")
        .fill(absent.get("givenName").getAsString().toLowerCase(Locale.ROOT));
    desk.at("input[name=words]").press("Enter");
    Locator found = desk.at(".found li").first();
    assertThat(found).containsText(Pattern.compile("sinh năm \\d{4}"));
    desk.state("02-found");
    desk.at(".found button", "Đã đến").tap();
    assertThat(desk.at("#ticket")).isVisible();
    assertFalse(desk.page.url().contains("?"), "no name in the address");
    return desk.at("#ticket .number").innerText();
  }

  /** The reason is kept and shown nowhere. */
  private static void inFront(Staff desk, String number) {
    Locator row = desk.at(".rows li[data-number='" + number + "']");
    row.locator("button", new Locator.LocatorOptions().setHasText("Lên trước")).tap();
    row.locator("input[name=reason]").fill("có con nhỏ");
    desk.state("03-in-front");
    row.locator("button.strong").tap();
    assertThat(row).containsText("ưu tiên");
    assertEquals(number, desk.at(".rows li").first().getAttribute("data-number"));
    assertThat(desk.at("main")).not().containsText("có con nhỏ");
  }

  /** Somebody without an order: staff read why; back from the doctor it is in front. */
  private void doctorFirst(Staff desk) throws Exception {
    String card = house().freshCard();
    Map<String, Object> person =
        Map.of("familyName", "Lý", "givenName", "Thử", "birthYear", 1990, "cards", List.of(card));
    String patient = Api.of(house(), "quan").post("patients", person).get("patient").getAsString();
    desk.at("#scan").fill(card);
    desk.at("#scan").press("Enter");
    assertThat(desk.at("#ticket")).containsText("Xin gặp bác sĩ trước");
    assertThat(desk.at("#ticket .for-staff")).containsText("Cách đi tiếp:");
    assertThat(desk.at(".rows li.doctor", "LÝ Thử")).containsText("Cách đi tiếp:");
    desk.state("04-doctor-first");
    String today = Api.of(house(), "khoa").get("clock").get("day").getAsString();
    Map<String, Object> order =
        Map.of("patient", patient, "doseMicrograms", 20_000, "firstDay", today, "lastDay", today);
    Api.of(house(), "khoa").post("prescriptions", order);
    assertThat(desk.at(".rows li.doctor")).hasCount(0);
    assertThat(desk.at(".rows li").nth(1)).containsText("LÝ Thử"); // behind whom staff put in front
  }

  /** neither the page nor anything it asked for has a name, a code or a reason. */
  private void numbersAlone(Staff wall, List<String> asked, String first, String second)
      throws Exception {
    assertThat(wall.at(".large li").first()).hasText(second);
    assertThat(wall.at("main")).containsText(first);
    assertThat(wall.at("main")).containsText("Mời tiếp theo");
    assertThat(wall.at("main")).containsText("Next");
    Number size =
        (Number)
            wall.at(".large li").first().evaluate("e => parseFloat(getComputedStyle(e).fontSize)");
    assertTrue(size.doubleValue() > 150, "large: " + size + " px");
    JsonObject shown = Api.of(house()).get("door/display");
    assertEquals(java.util.Set.of("time", "at", "next"), shown.keySet());
    JsonObject queue = Api.of(house(), "binh").get("queue");
    String all = wall.page.content() + shown;
    queue
        .getAsJsonArray("next")
        .forEach(
            row -> {
              JsonObject one = row.getAsJsonObject();
              assertFalse(all.contains(one.get("patient").getAsString()), "a code");
              assertFalse(all.contains(one.get("familyName").getAsString()), "a name");
            });
    assertTrue(
        asked.stream()
            .filter(url -> url.startsWith("/api/"))
            .allMatch(url -> url.equals("/api/door/display") || url.equals("/api/about")),
        asked::toString);
  }

  /** Whoever stands at a counter is told to the others by number and counter. */
  private void atTheCounter(Staff wall, String called) throws Exception {
    Api.of(house(), "binh").post("stations/s1/sign-in", Map.of());
    house().noCup();
    house().card(last - 1);
    wall.page.waitForTimeout(700);
    house().finger(last - 1);
    assertThat(wall.at(".now li")).containsText(Pattern.compile(called + ".*Quầy.*s1"));
    assertThat(wall.at(".next")).not().containsText(called);
    wall.state("01-numbers");
  }

  private static void old(Staff wall) {
    wall.page.route("**/api/door/display", route -> route.abort());
    assertThat(wall.at("#old"))
        .containsText(
            "Not up to date", new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
    wall.look("02-old");
  }
}
