package clinic.mmt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What goes on while a device is out of order, each with its banner, and left by an act. */
class DegradedIT extends PageTest {

  /** Millilitres of the order in the line «Đã rót … trên 8,9 mL». */
  private static final Pattern TARGET = Pattern.compile("trên ([0-9]+)(?:,([0-9]+))?");

  private final Look look = new Look();

  @Test
  void eachDegradedModeHasItsBannerAndIsLeftByAnAct() throws Exception { // clinical-safety 3
    try (Counter c = counter("vi")) {
      c.logIn("lan");
      c.idle();
      byHand(c);
      withoutReader(c);
      withoutScale(c);
    }
    assertEquals(java.util.List.of(), look.wrong());
    assertTrue(look.states() >= 4, "the control");
  }

  private void cable(String device, String act) throws Exception {
    house().sim("POST", "/devices/" + device + "/cable", "{\"act\":\"" + act + "\"}");
  }

  /** The pump is gone: drawn by hand into the cup on the scale, weighed, then as always. */
  private void byHand(Counter c) throws Exception {
    cable("pump-1", "unplug");
    c.act("Bơm hỏng: rót tay").tap();
    assertThat(c.page.locator(".notice.mode")).isVisible();
    look.at(c, "30-hand-pour-mode");
    c.review();
    c.tapPrimary();
    c.primaryIs("Đã rót xong");
    look.at(c, "31-hand-pour-drawing");
    Matcher target = TARGET.matcher(c.page.locator(".poured").innerText());
    assertTrue(target.find(), c.page.locator(".poured").innerText());
    String part = target.group(2) == null ? "" : target.group(2);
    long microlitres =
        Long.parseLong(target.group(1)) * 1000 + Long.parseLong((part + "000").substring(0, 3));
    house()
        .sim(
            "POST",
            "/stations/s1/cup",
            "{\"act\":\"add\",\"microlitres\":%d,\"of\":\"product\"}".formatted(microlitres));
    assertThat(c.page.locator(".poured b")).not().hasText(Pattern.compile("^0\u00a0"));
    c.screen("32-hand-pour-drawn-vi");
    c.tapPrimary();
    c.measured();
    c.handOver();
    c.swallow();
    cable("pump-1", "plug");
    c.act("Bơm đã sửa: thôi rót tay").tap();
    assertThat(c.page.locator(".notice.mode")).hasCount(0);
  }

  /** The finger reader is gone: card and photo, and a second person. */
  private void withoutReader(Counter c) throws Exception {
    cable("finger-1", "unplug");
    c.act("Máy vân tay hỏng: thẻ và ảnh").tap();
    assertThat(c.page.locator(".notice.mode")).isVisible();
    c.idle();
    house().card(house().nextPerson());
    c.primaryIs("Đúng người|Hai người");
    look.at(c, "33-reader-outage");
    c.act("Không phải lúc này").tap();
    c.idle();
    cable("finger-1", "plug");
    c.act("Máy vân tay đã sửa").tap();
    assertThat(c.page.locator(".notice.mode")).hasCount(0);
  }

  /** The scale is gone: the pump alone, or the way on where the station passed no check today. */
  private void withoutScale(Counter c) throws Exception {
    cable("scale-1", "unplug");
    c.act("Cân hỏng: chỉ dùng bơm").tap();
    assertThat(c.page.locator(".notice").first()).isVisible();
    look.at(c, "34-scale-out");
    cable("scale-1", "plug");
    c.idle();
  }
}
