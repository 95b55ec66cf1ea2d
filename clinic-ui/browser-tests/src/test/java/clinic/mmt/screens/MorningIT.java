package clinic.mmt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A morning by keys alone: nobody touches the page and no pointer moves. What patients do (card,
 * finger, lifting, drinking) is played at the simulators. {@code -Dui.morning=200} is a whole one.
 */
class MorningIT extends PageTest {

  private static final int PEOPLE = Integer.getInteger("ui.morning", 5);
  private static final int EVENTS = 5;
  private static final int LAST_PERSON = 200;

  private int early;

  /** Whoever was not dosed yet; late in a whole morning those of the low numbers. */
  private int person() {
    int next = house().nextPerson();
    return next <= LAST_PERSON ? next : ++early;
  }

  @Test
  void aWholeMorningByKeysAlone() throws Exception { // U-16
    try (Counter c = counter("vi")) {
      Keys keys = new Keys(c);
      c.page.locator("input[name=login]").waitFor();
      keys.type("lan");
      keys.press("Tab");
      keys.type("demo-lan-2026");
      keys.press("Enter");
      assertThat(c.page.locator(".me")).isVisible();
      c.idle();
      assertEquals("button#primary", keys.focused("log in"));
      arrival(c, keys);
      for (int i = 0; i < PEOPLE; i++) {
        switch (i % Math.max(EVENTS, PEOPLE / 4)) {
          case 0 -> stopped(c, keys);
          case 1 -> heldAndVomited(c, keys);
          case 2 -> refused(c, keys);
          case 3 -> givenAsItIs(c, keys);
          default -> plain(c, keys);
        }
        c.idle();
      }
      assertTrue(keys.looked() > PEOPLE * 3, "the control: the focus was looked at");
    }
  }

  /** Somebody of the queue is found by name and gets a number. */
  private void arrival(Counter c, Keys keys) {
    keys.press("NumpadDivide");
    assertEquals("input=find", keys.focused("search"));
    keys.type("pham");
    assertThat(c.page.locator(".queue.absent li").first()).containsText("PHẠM");
    c.screen("keys-search-vi");
    keys.press("Enter");
    String name = String.valueOf(c.page.evaluate("document.activeElement.ariaLabel"));
    assertTrue(name.startsWith("Đã đến: PHẠM"), name);
    keys.press("ArrowDown");
    keys.press("ArrowUp");
    keys.press("Enter");
    assertThat(c.page.locator(".queue.here li .number").first()).hasText(Pattern.compile("\\d{3}"));
    keys.press("Escape");
    assertEquals("button#primary", keys.focused("escape"));
  }

  private int reviewed(Counter c, Keys keys) throws IOException {
    int person = person();
    c.review(person);
    keys.focused("review");
    return person;
  }

  private void drunk(Counter c, Keys keys) throws IOException {
    c.handOver();
    keys.focused("hand over");
    house().cup("drink");
    keys.primary();
    c.idle();
  }

  private void plain(Counter c, Keys keys) throws IOException {
    reviewed(c, keys);
    keys.primary();
    c.measured();
    drunk(c, keys);
  }

  /** STOP by the 0 of the numeric pad, then the rest. */
  private void stopped(Counter c, Keys keys) throws IOException {
    pouring(c, keys);
    keys.press("Numpad0");
    house().speed(House.QUICK);
    c.primaryIs("Rót tiếp");
    keys.primary();
    c.measured();
    drunk(c, keys);
  }

  private void pouring(Counter c, Keys keys) throws IOException {
    reviewed(c, keys);
    house().speed(1); // small doses too last long enough
    keys.primary();
    assertThat(c.page.locator(".phase")).hasText("đang rót");
  }

  /** Two persons for a part dose: the second signs in place, by keys. */
  private void givenAsItIs(Counter c, Keys keys) throws IOException {
    pouring(c, keys);
    keys.press("Space");
    house().speed(House.QUICK);
    c.primaryIs("Rót tiếp");
    keys.choose("Cho uống như hiện có");
    assertEquals("input=login", keys.focused("second person"));
    c.screen("keys-second-person-vi");
    keys.type("mai");
    keys.press("Tab");
    keys.type("demo-mai-2026");
    keys.press("Enter");
    c.measured();
    drunk(c, keys);
  }

  private void heldAndVomited(Counter c, Keys keys) throws IOException {
    int person = reviewed(c, keys);
    keys.press("F2");
    assertThat(c.primary()).containsText("Right person");
    keys.press("F2");
    keys.primary();
    c.measured();
    keys.choose("Giữ cốc");
    c.primaryIs("Chờ nhận dạng lại");
    c.identify(person);
    c.measured();
    drunk(c, keys);
    keys.choose("Nôn");
    assertEquals("input=minutes", keys.focused("vomited"));
    keys.type("5");
    keys.press("Tab");
    keys.press("Space");
    keys.press("Enter");
    assertThat(c.page.locator("form.ask")).hasCount(0);
    assertThat(c.page.locator(".notice")).hasCount(0);
    assertEquals("button#primary", keys.focused("told"));
  }

  /** He gives the cup back: nothing was drunk. */
  private void refused(Counter c, Keys keys) throws IOException {
    reviewed(c, keys);
    keys.primary();
    c.measured();
    c.handOver();
    house().cup("put-back");
    keys.choose("Trả lại");
    c.idle();
    house().noCup();
  }

  /**
   * What a scanner types like a keyboard presses nothing: with the focus on the main button, while
   * acts are numbered, and in the search, where it ends with Enter and line feed.
   */
  @Test
  void aScannerThatTypesNeverPressesEnter() throws Exception {
    int runs = house().runs();
    try (Counter c = counter("vi")) {
      c.logIn("lan");
      c.review();
      Keys keys = new Keys(c);
      keys.focused("ready");
      scan(c, "MC1.12 34");
      scan(c, "0D000047");
      keys.press("F9");
      assertThat(c.page.locator("mmt-counter.numbered")).isVisible();
      c.screen("keys-numbered-vi");
      scan(c, "2314");
      c.page.waitForTimeout(300);
      assertThat(c.page.locator("mmt-counter.numbered")).isVisible();
      c.ready();
      keys.press("Escape");
      Api desk = Api.of(house(), "lan");
      int absent = desk.get("queue").get("absent").getAsInt();
      scan(c, "/a");
      c.page.waitForTimeout(300);
      assertEquals(absent, desk.get("queue").get("absent").getAsInt(), "nobody has come");
      keys.press("Escape");
      c.ready();
      assertEquals(runs, house().runs(), "nothing was poured");
      keys.primary(); // the control: a person's Enter does
      c.measured();
      drunk(c, keys);
    }
    assertEquals(runs + 1, house().runs());
  }

  private static void scan(Counter c, String text) {
    c.page.keyboard().type(text);
    c.page.keyboard().press("Enter");
    c.page.keyboard().press("Enter");
  }
}
