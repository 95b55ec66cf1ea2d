package clinic.mmt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The simulators' panel plays people and faults, and shows bytes and true volumes. */
class SimulatorPanelIT extends PageTest {

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
      everyFaultIsKnown(sim);
      assertEquals(
          List.of(),
          new AxeBuilder(sim).analyze().getViolations().stream().map(v -> v.getId()).toList());
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

  /** The page's menu is the simulators' own: each of its faults is taken. */
  private static void everyFaultIsKnown(Page sim) {
    sim.locator(".fault .strong").click();
    assertThat(sim.locator(".said")).hasText("Xong");
    assertThat(sim.locator(".set-faults")).isVisible();
    button(sim, "Xóa lỗi").click();
    Locator tabs = sim.locator(".tabs button");
    int seen = 0;
    for (int device = 0; device < tabs.count(); device++) {
      tabs.nth(device).click();
      assertThat(tabs.nth(device)).hasAttribute("aria-pressed", "true");
      Object refused =
          sim.evaluate(
              """
              async () => {
                const to = '/api/sim/devices/' +
                  document.querySelector('.tabs [aria-pressed=true]').dataset.device + '/faults';
                const refused = [];
                for (const o of document.querySelectorAll('.fault option')) {
                  if (o.value === 'unplug') continue;
                  const a = await fetch(to, {method: 'POST', body: JSON.stringify({kind: o.value, count: 1})});
                  if (!a.ok) refused.push(await a.text());
                }
                await fetch(to, {method: 'DELETE'});
                return refused;
              }
              """);
      assertEquals(List.of(), refused);
      seen += sim.locator(".fault option").count();
    }
    assertTrue(seen > 40, "the control: there were " + seen + " faults");
    tabs.first().click();
  }

  private static Locator button(Page page, String name) {
    return page.locator("button", new Page.LocatorOptions().setHasText(name)).first();
  }
}
