package clinic.mmt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The simulators' panel plays people and faults, and shows bytes and true volumes. */
class SimulatorPanelIT extends PageTest {

  private static final double REPLAY_MILLIS = 40_000;

  @Test
  void aPersonIsPlayedAndAFaultIsSetFromThePanel() throws Exception {
    try (Counter c = counter("vi")) {
      Page sim = c.context.newPage();
      sim.navigate(house().page() + "sim");
      assertThat(sim.locator("mmt-sim")).containsText("Đăng nhập ở trang quầy trước");
      c.page.bringToFront();
      c.logIn("lan");
      c.idle();
      house().noCup();
      sim.bringToFront();
      sim.locator(".person input").fill(Integer.toString(house().nextPerson()));
      sim.locator(".person input").press("Tab");
      button(sim, "Thẻ + ngón tay").click();
      c.page.bringToFront();
      assertThat(c.page.locator(".notice")).containsText("Chưa có cốc");
      sim.bringToFront();
      button(sim, "Đặt cốc mới").click();
      c.page.bringToFront();
      c.ready();
      c.act("Ra về").tap();
      c.idle();
      qrCards(c, sim);
      sim.bringToFront();
      assertThat(sim.locator(".frames tbody tr").nth(3)).isVisible();
      assertThat(sim.locator(".rows").first())
          .containsText(Pattern.compile("trong chai\\s*\\d{3}"));
      aFaultIsSetAndCleared(sim);
      assertEquals(List.of(), Axe.violations(sim));
      sim.screenshot(
          new Page.ScreenshotOptions().setPath(Counter.SCREENS.resolve("simulators.png")));
    }
  }

  /** A card that is good asks for the finger; a forged and a lost one open nothing. */
  private static void qrCards(Counter c, Page sim) {
    sim.bringToFront();
    button(sim, "Quét thẻ QR giả").click();
    c.page.bringToFront();
    assertThat(c.page.locator(".notice")).containsText("không phải do cơ sở làm ra");
    c.screen("card-forged");
    sim.bringToFront();
    button(sim, "Quét thẻ QR đã mất").click();
    c.page.bringToFront();
    assertThat(c.page.locator(".notice")).containsText("đã báo mất");
    c.idle();
    sim.bringToFront();
    button(sim, "Quét thẻ QR").click();
    c.page.bringToFront();
    c.primaryIs("Chờ vân tay");
    c.act("Không phải lúc này").tap();
    c.idle();
  }

  /**
   * U-34: yesterday somebody laid another's finger. Played again, the devices say what they said
   * and the counter comes to the same doubt, with nobody there; and what the counter says otherwise
   * than then is told.
   */
  @Test
  void yesterdaysTroubleIsRecordedReplayedAndADifferenceIsTold() throws Exception {
    int person = house().nextPerson();
    try (Counter c = counter("vi")) {
      c.logIn("lan");
      c.idle();
      house().noCup();
      Page sim = c.context.newPage();
      sim.navigate(house().page() + "sim");
      sim.locator("input[name=session]").fill("u-34");
      button(sim, "Thu phiên").click();
      assertThat(sim.locator(".recording")).containsText("Đang thu");
      sim.waitForTimeout(4000); // The drivers come back; then it is quiet for a while.
      doubt(c, person);
      c.review(house().nextPerson());
      sim.bringToFront();
      button(sim, "Ngừng và lưu").click();
      assertThat(sim.locator(".recorded")).containsText("u-34.session");
      saved(sim);
      c.page.bringToFront();
      c.act("Ra về").tap();
      c.idle();
      replayed(c, sim);
    }
  }

  /** Somebody's card, and another's finger as often as the reader asks. */
  private void doubt(Counter c, int person) throws Exception {
    c.page.bringToFront();
    c.idle();
    house().card(person);
    c.primaryIs("Chờ vân tay");
    for (int i = 0; i < 10 && c.primary().textContent().contains("Chờ vân tay"); i++) {
      house().finger(person + 1, 500);
      c.page.waitForTimeout(900);
    }
    c.primaryIs("Hai người quyết định");
    c.act("Không phải lúc này").tap();
    c.idle();
  }

  private static void saved(Page sim) {
    String text =
        String.valueOf(sim.evaluate("async () => (await fetch('/api/sim/sessions/u-34')).text()"));
    assertTrue(text.startsWith("clinic-simulators-session 1\n"), text);
    for (String part :
        List.of(" pump-1 > ", " pump-1 < ", " scale-1 < ", " card-1 < ", " * POST ")) {
      assertTrue(text.contains(part), part);
    }
    assertTrue(text.endsWith(" end\n"), "whole");
  }

  private static void replayed(Counter c, Page sim) {
    sim.bringToFront();
    button(sim, "Phát lại").click();
    Locator pump = sim.locator("[data-replayed=pump-1]");
    assertThat(pump).hasAttribute("data-state", "waiting");
    sim.locator("[data-device=finger-1]").click();
    assertThat(sim.locator(".frames").first()).containsText("[replayed]");
    c.page.bringToFront();
    assertThat(c.primary())
        .containsText(
            "Hai người quyết định",
            new LocatorAssertions.ContainsTextOptions().setTimeout(REPLAY_MILLIS));
    sim.bringToFront();
    Counter.shot(sim, "simulators-replay");
    c.page.bringToFront();
    c.stop().tap();
    sim.bringToFront();
    assertThat(pump).hasAttribute("data-state", "differs");
    assertThat(pump).containsText(Pattern.compile("đợi [0-9A-F ]+.*đến [0-9A-F ]+"));
    Counter.shot(sim, "simulators-differs");
    button(sim, "Ngừng phát lại").click();
    assertThat(sim.locator(".replayed")).hasCount(0);
    c.page.bringToFront();
    // The session went on meanwhile: perhaps to the next person, who was reviewed in it.
    c.act(Pattern.compile("Không phải lúc này|Ra về")).tap();
    c.idle();
  }

  private static void aFaultIsSetAndCleared(Page sim) {
    sim.locator("form.fault select").selectOption("stall");
    sim.locator("form.fault .strong").click();
    assertThat(sim.locator(".said")).containsText("Xong");
    assertThat(sim.locator(".set-faults")).containsText("kẹt động cơ");
    button(sim, "Xóa lỗi").click();
    assertThat(sim.locator(".set-faults")).hasCount(0);
  }

  private static Locator button(Page page, String name) {
    return page.locator("button", new Page.LocatorOptions().setHasText(name)).first();
  }
}
