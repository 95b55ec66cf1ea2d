package clinic.mmt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What helps at the counter: other sides, a second lane, sound, and F1. */
class HandsIT extends PageTest {

  /** A reader takes a card that comes again within half a second for the same presentation. */
  private static final int CARD_GONE_MILLIS = 800;

  /** 20 mm at 149 px an inch. */
  private static final int TWENTY_MM = 117;

  /** Keeps what would sound: nothing is played. */
  private static final String EARS =
      """
      window.__tones = [];
      window.AudioContext = class {
        state = 'running'; currentTime = 0; destination = {};
        createGain() {
          const gain = {setValueAtTime() {}, exponentialRampToValueAtTime() {}};
          return {gain, connect: (to) => to};
        }
        createOscillator() {
          const one = {frequency: {value: 0}, connect: (to) => to, stop() {},
            start() { window.__tones.push(one.frequency.value); }};
          return one;
        }
      };
      """;

  private static BoundingBox box(Locator of) {
    return Objects.requireNonNull(of.boundingBox());
  }

  /** U-19: STOP and the main button change sides, remembered by this browser, never in a pour. */
  @Test
  void theLeftHandedCounterIsMirroredAndStopDoesNotMoveInAPour() throws Exception {
    try (Counter c = counter("vi")) {
      c.logIn("lan");
      BoundingBox stop = box(c.stop());
      assertTrue(stop.x < box(c.primary()).x, "the control: STOP is at the left");
      Object node = c.page.evaluate("window.__stop = document.querySelector('#stop')");
      c.page.locator("#mirror").tap();
      assertThat(c.page.locator("mmt-counter.mirrored")).isVisible();
      BoundingBox left = box(c.primary());
      BoundingBox right = box(c.stop());
      assertEquals(stop.width, right.width, 1, "as wide as before");
      assertEquals(stop.height, right.height, 1);
      assertEquals(stop.y, right.y, 1);
      assertTrue(right.x - left.x - left.width >= TWENTY_MM, "the gap");
      c.screen("mirrored-vi");
      c.page.reload();
      c.idle();
      assertTrue(box(c.stop()).x > box(c.primary()).x, "remembered");
      c.pouring(LARGE[0]);
      assertThat(c.page.locator("#mirror")).hasAttribute("aria-disabled", "true");
      c.page.locator("#mirror").dispatchEvent("click");
      assertTrue(box(c.stop()).x > box(c.primary()).x, "not while it pours");
      c.screen("mirrored-pouring-vi");
      c.stop().tap();
      c.discard();
      c.page.setViewportSize(800, 1280);
      assertTrue(box(c.stop()).x - box(c.primary()).x - box(c.primary()).width >= TWENTY_MM);
      c.page.locator("#mirror").tap();
      assertThat(c.page.locator("mmt-counter.mirrored")).hasCount(0);
      assertTrue(box(c.stop()).x < box(c.primary()).x, "and back");
      assertTrue(node != null);
    }
  }

  /** U-17, R-112, R-113: one lane for one; with two the cup of each goes to its own person only. */
  @Test
  void theCupOfOneDoesNotGoToTheOther() throws Exception {
    try (Counter c = counter("vi");
        Counter second = counter("vi")) {
      c.logIn("lan");
      c.review();
      c.tapPrimary();
      c.measured();
      final String first = c.page.locator(".name").innerText();
      c.handOver();
      house().cup("drink");
      int next = house().nextPerson();
      house().noFinger();
      house().card(next); // one is signed in: nobody else is identified while the cup is out
      assertThat(c.page.locator(".notice")).isVisible();
      c.primaryIs("Đã uống hết");
      c.screen("second-lane-refused-vi");
      second.page.bringToFront();
      second.logIn("binh");
      assertThat(second.page.locator(".me")).containsText("người nữa"); // both are signed in
      second.page.waitForTimeout(CARD_GONE_MILLIS);
      house().card(next);
      second.primaryIs("Chờ vân tay");
      house().finger(next);
      second.primaryIs("Đang chuẩn bị");
      house().cup("put");
      second.ready();
      Locator beside = second.page.locator(".beside");
      assertThat(beside).containsText(first);
      assertThat(beside.locator(".portrait")).isVisible();
      assertThat(second.page.locator(".name")).not().hasText(first);
      second.tapPrimary();
      second.measured();
      house().card(house().nextPerson()); // somebody else stands there now
      assertThat(second.page.locator(".notice")).containsText("của người khác");
      house().cup("lift");
      assertThat(second.page.locator(".notice")).containsText("CHƯA được trao");
      second.primaryIs("Chờ nhận dạng lại");
      second.screen("second-lane-not-handed-over-vi");
      beside.locator(".act", new Locator.LocatorOptions().setHasText("Đã uống hết")).tap();
      assertThat(beside).hasCount(0); // only the first one's dose has ended
      second.primaryIs("Chờ nhận dạng lại");
      house().cup("put-back");
      second.identify(next);
      second.measured();
      second.handOver();
      second.swallow();
    }
  }

  /** Levels by sound and by sight; silenced for a while, and a new alarm ends the silence. */
  @Test
  void theRightSoundIsStartedAndIsSeenToo() throws Exception {
    try (Counter c = counter("vi")) {
      c.page.addInitScript(EARS);
      c.page.reload();
      c.logIn("lan");
      c.review();
      assertEquals(List.of(659, 880), tones(c), "khớp: two friendly tones, and none for the cup");
      assertThat(c.page.locator(".edge")).hasCount(0);
      house().sim("POST", "/devices/card-1/cable", "{\"act\":\"unplug\"}");
      assertThat(c.page.locator(".edge.medium")).isVisible();
      assertThat(c.page.locator(".line.medium")).containsText("▲▲");
      assertEquals(List.of(660, 660, 660), tones(c), "medium: three");
      c.screen("alarm-medium-vi");
      c.page.locator("#silence").tap();
      assertThat(c.page.locator(".silent")).containsText(Pattern.compile("còn \\d+"));
      assertThat(c.page.locator(".edge.medium")).isVisible(); // what is seen stays
      house().sim("POST", "/devices/pump-1/faults", "{\"kind\":\"ignore-stop\",\"count\":8}");
      house().speed(1);
      c.tapPrimary();
      assertThat(c.page.locator(".phase")).hasText("đang rót");
      c.stop().dispatchEvent("pointerdown");
      assertThat(c.page.locator("#stop-line")).containsText("▲▲▲");
      assertThat(c.page.locator(".edge.high")).isVisible();
      c.page.waitForFunction("() => window.__tones.includes(988)");
      assertThat(c.page.locator("#silence")).hasCount(0); // not while liquid may flow
      c.screen("alarm-high-vi");
      assertEquals(5, tones(c).stream().filter(t -> t == 988).count(), "high: five");
      calm(c);
      house().noFaults();
      house().speed(House.QUICK);
      c.primaryIs("Rót tiếp|Xử lý|Nhấc cốc");
      c.act("Hủy vào thùng").tap();
      c.idle();
    }
  }

  /** Who asked for less motion gets a thick border, and nothing that moves. */
  private static void calm(Counter c) {
    c.page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    assertEquals(0, c.page.evaluate("document.getAnimations().length"));
    c.page.emulateMedia(
        new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
  }

  /** What sounded since the last look. */
  private static List<Integer> tones(Counter c) {
    c.page.waitForFunction("() => window.__tones.length > 0");
    List<Integer> heard = new ArrayList<>();
    for (Object one : (List<?>) c.page.evaluate("window.__tones.splice(0)")) {
      heard.add(((Number) one).intValue());
    }
    return heard;
  }

  /** U-20: in place, about this screen, in both languages, on every page; axe looks at each. */
  @Test
  void f1TellsAboutThisScreenInBothLanguages() throws Exception {
    List<String> wrong = new ArrayList<>();
    try (Counter c = counter("vi")) {
      c.page.locator("input[name=login]").waitFor();
      helped(c.page, "counter-login", "Vào ca", "Begin work", wrong);
      c.logIn("lan");
      c.idle();
      helped(c.page, "counter-waiting", "Chờ người bệnh", "Waiting for a patient", wrong);
      c.review();
      helped(c.page, "counter-review", "Trước khi rót", "Before the pour", wrong);
      c.page.keyboard().press("F1");
      assertThat(c.page.locator(".help")).isVisible();
      assertThat(c.page.locator(".name")).isVisible(); // beside the patient, before nothing
      c.tapPrimary(); // and it keeps nobody from pouring
      c.measured();
      assertThat(c.page.locator(".help")).containsText("Trao cốc");
      c.page.keyboard().press("Escape");
      assertThat(c.page.locator(".help")).hasCount(0);
      c.handOver();
      c.swallow();
      c.page.navigate(house().page() + "sim");
      c.page.locator(".device-panel").waitFor();
      helped(c.page, "sim", "Bảng mô phỏng", "Simulators' panel", wrong);
      c.page.navigate(house().page() + "pharmacy#/service");
      c.page.locator(".views").waitFor();
      helped(c.page, "pharmacy-service", "Bơm", "Pump", wrong);
    }
    assertEquals(List.of(), wrong);
  }

  private static void helped(Page page, String name, String vi, String en, List<String> wrong) {
    Locator help = page.locator(".help");
    assertThat(help).hasCount(0);
    page.keyboard().press("F1");
    for (String title : List.of(vi, en)) { // Vietnamese at the table, English upright
      boolean table = title.equals(vi);
      assertThat(help.locator(".help-title b")).hasText(title);
      page.setViewportSize(table ? 1280 : 800, table ? 800 : 1280);
      Axe.violations(page).forEach(one -> wrong.add(name + ": " + one));
      if (Boolean.TRUE.equals(page.evaluate("document.body.scrollWidth > innerWidth"))) {
        wrong.add(name + " runs over");
      }
      Counter.shot(page, "help-" + name + (table ? "-vi" : "-en-upright"));
      page.locator(".language button").nth(table ? 1 : 0).click();
    }
    page.setViewportSize(1280, 800);
    page.keyboard().press("F1");
    assertThat(help).hasCount(0);
  }
}
