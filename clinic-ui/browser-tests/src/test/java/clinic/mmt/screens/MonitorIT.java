package clinic.mmt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The overview of the clinic, as the head sees it on a wall. */
class MonitorIT extends PageTest {

  /** Figures are read from across the room. */
  private static final int FIGURE_PIXELS = 40;

  private JsonObject waiting(Api api) throws Exception {
    return api.get("monitor").getAsJsonObject("waiting");
  }

  /** U-32: who waits and why, as counts; devices; what is old is told loudly. */
  @Test
  void theHeadSeesFromAcrossTheRoomWhetherAnybodyWaitsAndWhy() throws Exception {
    Api desk = Api.of(house(), "lan");
    JsonObject absent = desk.get("queue").getAsJsonArray("notYet").get(0).getAsJsonObject();
    String patient = absent.get("patient").getAsString();
    try (Counter c = counter("vi")) {
      c.logIn("lan");
      c.review();
      c.tapPrimary();
      c.measured();
      c.handOver();
      c.swallow();
    }
    try (Staff m = Staff.open(browsers().browser(), house(), "monitor")) {
      m.at("input[name=login]").waitFor();
      m.look("00-login-vi");
      m.logIn("quan");
      assertThat(m.at("#answer .big")).isVisible();
      int before = waiting(desk).get("all").getAsInt();
      desk.post("arrivals", Map.of("patient", patient));
      assertThat(m.at("#answer .big")).containsText(before + 1 + " người đang chờ");
      assertThat(m.at("#answer .why")).containsText("chờ gọi số: ");
      assertThat(m.at("[data-tile=given] .figure")).containsText(Pattern.compile("\\d+ / \\d+"));
      assertThat(m.at("[data-tile=identity] .figure")).containsText(Pattern.compile("\\d+\u00a0%"));
      assertThat(m.at(".by-hour table.unseen tbody tr").first()).isAttached();
      assertThat(m.at(".day-lines li")).hasCount(5);
      figures(m);
      m.state("01-waiting");
      m.page.setViewportSize(1920, 1080);
      m.look("01-wall-vi");
      m.page.setViewportSize(1280, 800);
      nothingOfAPerson(m, desk, absent);
      lostPump(m);
      old(m);
      m.page.evaluate("fetch('/api/logout', {method: 'POST'})");
      assertThat(m.at("input[name=login]")).isVisible(); // not an old board for ever
      assertEquals(java.util.List.of(), m.complaints());
    }
  }

  private static void figures(Staff m) {
    for (Locator figure : m.at(".figure, .answer .big").all()) {
      Number size = (Number) figure.evaluate("f => parseFloat(getComputedStyle(f).fontSize)");
      assertTrue(size.doubleValue() >= FIGURE_PIXELS, figure.innerText() + ": " + size + " px");
    }
  }

  /** neither the page nor the answer behind it has anything of somebody. */
  private static void nothingOfAPerson(Staff m, Api desk, JsonObject somebody) throws Exception {
    String shown = m.page.content() + desk.get("monitor");
    for (String secret : java.util.List.of("patient", "familyName", "givenName")) {
      String value = somebody.get(secret).getAsString();
      assertTrue(!value.isBlank() && !shown.contains(value), secret);
    }
    assertTrue(!shown.contains("Micrograms\""), "no amount of a dose");
  }

  private void lostPump(Staff m) throws Exception {
    house().sim("POST", "/devices/pump-1/cable", "{\"act\":\"unplug\"}");
    assertThat(m.at(".day-lines .now.LOST")).containsText("MẤT KẾT NỐI");
    assertThat(m.at("#answer .in-the-way")).not().hasCount(0);
    assertThat(m.at(".device-day table.unseen")).containsText("MẤT KẾT NỐI");
    m.state("02-pump-lost");
    house().noFaults();
    assertThat(m.at(".day-lines .now.LOST")).hasCount(0);
    assertThat(m.at(".day-lines")).containsText("1 lần mất"); // its start was none;
  }

  private static void old(Staff m) {
    m.page.route("**/api/monitor", route -> route.abort());
    assertThat(m.at("#old"))
        .containsText("SỐ LIỆU CŨ", new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
    m.state("03-old");
    m.page.unroute("**/api/monitor");
    assertThat(m.at("#old")).hasCount(0);
  }
}
