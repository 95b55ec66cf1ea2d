package clinic.mmt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One dose from the card to the swallow, by touch and by keyboard, in both languages. */
class DoseIT extends PageTest {

  @Test
  void aDoseByTouchInVietnameseAndADoubleTapPoursOnce() throws Exception { // safety test 3
    long drunk = house().truth("drunkMicrolitres");
    int runs = house().runs();
    try (Counter c = counter("vi")) {
      c.logIn("lan");
      c.review();
      assertThat(c.primary()).containsText("Đúng người · tỉnh táo · đã hỏi tên và liều");
      c.deaf();
      c.page.evaluate(
          "(() => { const b = document.querySelector('#primary'); b.click(); b.click(); })()");
      c.primary().dblclick(new Locator.DblclickOptions().setForce(true));
      c.measured();
      c.handOver();
      assertThat(c.primary()).hasText("Đã uống hết · tráng cốc · đã nói chuyện");
      assertThat(c.page.locator(".portrait").first()).isVisible(); // until swallowed
      c.swallow();
      assertThat(c.page.locator(".ended")).containsText("đã uống hết");
    }
    assertTrue(house().truth("drunkMicrolitres") > drunk, "the control: somebody drank");
    assertEquals(runs + 1, house().runs(), "one movement of the pump");
  }

  @Test
  void aDoseByKeyboardAloneInEnglishAndEnterHeldDownIsOneTap() throws Exception {
    int runs = house().runs();
    try (Counter c = counter("en")) {
      c.page.locator("input[name=login]").focus();
      c.page.keyboard().type("lan");
      c.page.keyboard().press("Tab");
      c.page.keyboard().type("demo-lan-2026");
      c.page.keyboard().press("Enter");
      assertThat(c.page.locator(".me")).isVisible();
      c.review();
      assertThat(c.primary()).containsText("Right person · alert · asked name and dose");
      for (int i = 0; i < 30; i++) {
        c.page.keyboard().down("Enter"); // repeats from the second on
      }
      c.measured();
      c.deaf();
      c.page.keyboard().down("Enter");
      c.page.waitForTimeout(200);
      c.measured(); // the key did not hand the cup over: lifting it does
      c.page.keyboard().up("Enter");
      house().cup("lift");
      c.primaryIs("Swallowed all · rinsed · spoke");
      house().cup("drink");
      c.deaf();
      c.page.keyboard().press("Enter");
      c.idle();
      assertThat(c.page.locator(".ended")).containsText("consumed");
    }
    assertEquals(runs + 1, house().runs());
  }

  @Test
  void aDoseByTouchInEnglishAndByKeyboardInVietnamese() throws Exception {
    try (Counter c = counter("en")) {
      c.logIn("lan");
      c.review();
      c.tapPrimary();
      c.measured();
      c.page.keyboard().press("F2");
      assertThat(c.primary()).containsText("Nhấc cốc, trao cho");
      house().cup("lift");
      c.primaryIs("Đã uống hết");
      house().cup("drink");
      c.deaf();
      c.page.keyboard().press("Enter");
      c.idle();
    }
  }

  @Test
  void aCupLiftedTooLateIsNotHandedOverAndTheWayOnIsTold() throws Exception { // R-113, H86
    try (Counter c = counter("vi")) {
      c.logIn("lan");
      int person = c.review();
      c.tapPrimary();
      c.measured();
      house().card(house().nextPerson()); // another person's card: the first is asked again
      assertThat(c.page.locator(".notice")).containsText("của người khác");
      house().cup("lift");
      assertThat(c.page.locator(".notice")).containsText("CHƯA được trao");
      c.primaryIs("Chờ nhận dạng lại");
      c.screen("lifted-not-handed-over-vi");
      c.page.keyboard().press("F2");
      assertThat(c.page.locator(".notice")).containsText("it is not handed over");
      c.screen("lifted-not-handed-over-en");
      house().cup("put-back");
      house().card(person);
      c.primaryIs("Waiting for the finger");
      house().finger(person);
      c.measured();
      c.handOver();
      c.swallow();
    }
  }

  @Test
  void withoutAScaleTheHandOverIsAButton() throws Exception {
    try (Counter c = counter("vi")) {
      c.logIn("lan");
      c.review();
      c.tapPrimary();
      c.measured();
      house().sim("POST", "/devices/scale-1/cable", "{\"act\":\"unplug\"}");
      c.primaryIs("Trao cốc");
      c.screen("measured-without-scale-vi");
      house().cup("lift");
      c.tapPrimary();
      c.primaryIs("Đã uống hết");
      house().noFaults();
      c.swallow();
    }
  }

  @Test
  void theLanguageIsSwitchedInMidPour() throws Exception {
    int runs = house().runs();
    try (Counter c = counter("vi")) {
      c.logIn("lan");
      c.pouring(LARGE[0]);
      Object stop = c.page.evaluate("window.__stop = document.querySelector('#stop')");
      c.page.locator(".language button").nth(1).tap();
      assertThat(c.page.locator(".phase")).hasText("pouring");
      assertThat(c.stop()).containsText("STOP");
      assertThat(c.page.locator(".poured")).containsText(Pattern.compile("Poured \\d+(\\.\\d+)?"));
      c.page.waitForTimeout(700);
      c.screen("pouring-en");
      assertEquals(
          true, c.page.evaluate("window.__stop === document.querySelector('#stop')"), "same node");
      assertTrue(stop != null);
      c.stop().tap();
      c.discard();
    }
    assertEquals(runs + 1, house().runs(), "one movement of the pump");
  }

  /** less by wish with a reason; and whether staff saw the dose being vomited. */
  @Test
  void lessIsPouredByWishAndWhoSawTheVomitingIsAsked() throws Exception {
    try (Counter c = counter("vi")) {
      c.logIn("lan");
      c.review();
      c.page.locator("button.act", new Page.LocatorOptions().setHasText("Uống ít hơn")).tap();
      assertThat(c.page.locator("form.ask")).containsText("đã hỏi tên và liều");
      c.primaryIs("Uống ít hơn"); // and no second button that pours the whole dose
      c.page.locator("input[name=milligrams]").fill("0,2,5");
      c.page.locator("input[name=reason]").fill("thấy nhiều quá");
      c.page.locator("form.ask button.strong").tap();
      assertThat(c.page.locator("form.ask .wrong")).isVisible();
      c.screen("less-by-wish-vi");
      c.page.locator("input[name=milligrams]").fill("5");
      c.page.locator("form.ask button.strong").tap();
      c.measured();
      c.handOver();
      c.swallow();
      c.page.locator(".ended summary").tap();
      c.page.locator(".ended button", new Page.LocatorOptions().setHasText("Nôn")).tap();
      c.page.locator("input[name=minutes]").fill("5");
      c.page.locator("label", new Page.LocatorOptions().setHasText("Nhân viên thấy")).tap();
      c.screen("vomited-vi");
      c.page.locator("form.ask button.strong").tap();
      assertThat(c.page.locator("form.ask")).isHidden();
      assertThat(c.page.locator(".notice[role=alert]")).isHidden();
    }
  }
}
