package clinic.mmt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The service is killed. Its name comes last, since it ends the house that the tests share. */
class VanishedServiceIT extends PageTest {

  @Test
  void theServerIsKilledInMidPour() throws Exception { // safety test 4
    try (Counter c = counter("vi")) {
      c.logIn("lan");
      c.pouring(LARGE[6]);
      long from = System.nanoTime();
      house().killService();
      assertThat(c.page.locator("#lost")).isVisible();
      long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
      System.out.println("banner after the kill: " + took + " ms");
      assertTrue(took <= 3000, took + " ms");
      assertThat(c.primary()).hasAttribute("aria-disabled", "true");
      assertThat(c.page.locator("main.stale")).isVisible();
      assertThat(c.page.locator(".age")).containsText(Pattern.compile("cũ 00:0\\d"));
      assertThat(c.stop()).isEnabled();
      c.stop().tap();
      assertThat(c.page.locator("#stop-line")).containsText("DỪNG CHƯA XÁC NHẬN");
      c.screen("offline");
    }
  }
}
