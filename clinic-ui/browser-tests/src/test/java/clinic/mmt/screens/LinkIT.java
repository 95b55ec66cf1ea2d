package clinic.mmt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The service says nothing: old data never looks alive. */
class LinkIT extends PageTest {

  @Test
  void aSilentServerIsAsGoodAsAKilledOne() throws Exception {
    try (Counter c = counter("vi")) {
      c.page.addInitScript(
          """
          window.__deaf = false;
          const Native = window.WebSocket;
          window.WebSocket = class extends Native {
            set onmessage(f) { super.onmessage = (e) => window.__deaf || f(e); }
          };
          """);
      c.page.reload();
      c.logIn("lan");
      c.idle();
      assertThat(c.page.locator("#lost")).hasCount(0);
      c.page.evaluate("window.__deaf = true");
      long from = System.nanoTime();
      assertThat(c.page.locator("#lost")).isVisible();
      long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
      assertTrue(took <= 3000, took + " ms");
      c.page.evaluate("window.__deaf = false");
      assertThat(c.page.locator("#lost")).hasCount(0);
    }
  }
}
