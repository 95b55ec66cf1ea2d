package clinic.mmt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** STOP stops: however short the press, at whatever moment of a redraw, from whatever tab. */
class StopIT extends PageTest {

  /** Counts STOPs as the page sends them; while {@code __pass} is false the service gets none. */
  private static final String COUNTING =
      """
      window.__stops = 0;
      window.__pass = true;
      window.__waiting = [];
      const Native = window.WebSocket;
      window.WebSocket = class extends Native {
        constructor(...a) {
          super(...a);
          this.addEventListener('message', () => {
            const waiting = window.__waiting;
            window.__waiting = [];
            waiting.forEach((f) => f());
          });
        }
        send(text) {
          if (String(text).includes('"do":"stop"')) {
            window.__stops++;
            if (!window.__pass) {
              setTimeout(() => this.onmessage({ data: '{"reply":"stop"}' }), 20);
              return;
            }
          }
          super.send(text);
        }
      };
      window.__phase = (ms) => new Promise((r) => window.__waiting.push(() => setTimeout(r, ms)));
      """;

  @ParameterizedTest
  @ValueSource(ints = {20, 80, 150})
  void aPressAtAnyPhaseOfTheTickStops(int millis) throws Exception { // safety test 1: 10/10
    try (Counter c = counter("vi")) {
      c.page.addInitScript(COUNTING);
      c.page.reload();
      c.logIn("lan");
      c.pouring(LARGE[1]);
      c.page.evaluate("window.__pass = false");
      BoundingBox box = Objects.requireNonNull(c.stop().boundingBox());
      c.page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
      for (int phase = 0; phase < 10; phase++) {
        c.page.evaluate("ms => window.__phase(ms)", phase * 10);
        c.page.mouse().down();
        c.page.waitForTimeout(millis);
        c.page.mouse().up();
      }
      assertEquals(
          "đang rót", c.page.locator(".phase").textContent(), "the control: it still pours");
      assertEquals(10, c.page.evaluate("window.__stops"));
      c.page.evaluate("window.__pass = true");
      c.page.mouse().down();
      c.page.mouse().up();
      c.discard();
    }
  }

  @Test
  void stopIsTwentyMillimetresHighAndFarFromThePrimary() { // 149 px an inch: 20 mm are 117 px
    try (Counter c = counter("vi")) {
      c.logIn("lan");
      BoundingBox stop = Objects.requireNonNull(c.stop().boundingBox());
      BoundingBox primary = Objects.requireNonNull(c.primary().boundingBox());
      assertTrue(stop.height >= 117, "height " + stop.height);
      assertTrue(stop.width >= 528, "width " + stop.width);
      assertTrue(primary.x - stop.x - stop.width >= 117, "gap");
      assertEquals("DỪNG bơm ngay", c.stop().getAttribute("aria-label")); // screen reader
    }
  }

  @Test
  void stopFromTheTenthTabIsThereWithinHalfASecond() throws Exception { // safety test 2
    try (Counter c = counter("vi")) {
      c.logIn("lan");
      for (int i = 0; i < 8; i++) {
        c.context.newPage().navigate(house().page());
      }
      c.pouring(LARGE[2]);
      Page tenth = c.context.newPage();
      tenth.navigate(house().page());
      assertThat(tenth.locator(".phase")).hasText("đang rót");
      long from = System.nanoTime();
      tenth.locator("#stop").dispatchEvent("pointerdown");
      tenth.waitForFunction("() => document.querySelector('.phase').textContent !== 'đang rót'");
      long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
      System.out.println("STOP from the tenth tab: " + took + " ms");
      assertTrue(took < 500, took + " ms");
      c.page.bringToFront();
      c.discard();
    }
  }

  @Test
  void escSpaceAndNumpadZeroStopWhilePouring() throws Exception {
    try (Counter c = counter("vi")) {
      c.page.addInitScript(COUNTING);
      c.page.reload();
      c.logIn("lan");
      c.page.keyboard().press("Space");
      assertEquals(0, c.page.evaluate("window.__stops"), "the control: not while nothing pours");
      c.pouring(LARGE[3]);
      c.page.evaluate("window.__pass = false");
      c.primary().focus();
      for (String key : List.of("Escape", "Space", "Numpad0")) {
        c.page.keyboard().press(key);
      }
      assertEquals(3, c.page.evaluate("window.__stops"));
      c.page.evaluate("window.__pass = true");
      c.page.keyboard().press("Escape");
      c.discard();
    }
  }

  @Test
  void theLineIsLostDuringStopAndStopArrivesAllTheSame() throws Exception {
    try (Counter c = counter("vi")) {
      c.page.addInitScript(
          """
          window.__dead = false;
          const Native = window.WebSocket;
          window.WebSocket = class extends Native {
            send(text) { window.__dead ? this.close() : super.send(text); }
          };
          const ask = window.fetch;
          window.__refused = 0;
          window.fetch = (...a) => window.__dead && String(a[0]).endsWith('/stop') && window.__refused++ < 3
            ? Promise.reject(new TypeError('offline')) : ask(...a);
          """);
      c.page.reload();
      c.logIn("lan");
      c.pouring(LARGE[4]);
      c.page.evaluate("window.__dead = true");
      c.stop().dispatchEvent("pointerdown");
      assertThat(c.page.locator("#stop-line")).containsText("DỪNG CHƯA XÁC NHẬN");
      c.screen("stop-unconfirmed");
      c.page.evaluate("window.__dead = false");
      c.primaryIs("Rót tiếp|Xử lý");
      assertTrue((int) c.page.evaluate("window.__refused") >= 3, "the control: three were lost");
      c.discard();
    }
  }

  @Test
  void whatThePumpDoesNotConfirmIsNotShownAsStopped() throws Exception { // rule 3 of the controls
    try (Counter c = counter("vi")) {
      c.logIn("lan");
      c.pouring(LARGE[5]);
      house().sim("POST", "/devices/pump-1/faults", "{\"kind\":\"ignore-stop\",\"count\":8}");
      c.stop().dispatchEvent("pointerdown");
      assertThat(c.page.locator("#stop-line")).containsText("bấm nút đỏ trên máy bơm");
      c.primaryIs("Rót tiếp|Xử lý|Trao cốc");
      house().noFaults();
      if (c.primary().textContent().contains("Trao cốc")) {
        c.handOver();
        c.swallow();
      } else {
        c.discard();
      }
    }
  }
}
