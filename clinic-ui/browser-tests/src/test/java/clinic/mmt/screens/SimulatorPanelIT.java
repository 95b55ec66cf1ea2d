package clinic.mmt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

  private static void everyFaultIsKnown(Page sim) {
    Locator tabs = sim.locator(".tabs button");
    for (int device = 0; device < tabs.count(); device++) {
      tabs.nth(device).click();
      int kinds = sim.locator(".fault option").count();
      for (int kind = 0; kind < kinds; kind++) {
        String fault = sim.locator(".fault option").nth(kind).getAttribute("value");
        if (!fault.equals("unplug")) {
          sim.locator(".fault select").selectOption(fault);
          sim.locator(".fault .strong").click();
          assertThat(sim.locator(".said")).hasText("Xong");
          button(sim, "Xóa lỗi").click();
        }
      }
    }
    tabs.first().click();
  }

  private static Locator button(Page page, String name) {
    return page.locator("button", new Page.LocatorOptions().setHasText(name)).first();
  }
}
