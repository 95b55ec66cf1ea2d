package clinic.mmt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The counter's page, in the words of a person who works there. */
final class Counter implements AutoCloseable {

  static final Path SCREENS = Path.of("target", "screens");
  private static final int PHYSICS_MILLIS = 12_000;

  final House house;
  final BrowserContext context;
  final Page page;

  private Counter(House house, BrowserContext context) {
    this.house = house;
    this.context = context;
    this.page = context.newPage();
  }

  /** A page in this language, 1280 by 800 with touch. */
  static Counter open(Browser browser, House house, String language) {
    return open(browser, house, language, 1280, 800);
  }

  static Counter open(Browser browser, House house, String language, int width, int height) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(width, height).setHasTouch(true));
    context.addInitScript(
        "try { localStorage.getItem('language') ?? localStorage.setItem('language', '"
            + language
            + "') } catch {}");
    context.setDefaultTimeout(15_000);
    Counter counter = new Counter(house, context);
    counter.page.navigate(house.page());
    return counter;
  }

  Locator stop() {
    return page.locator("#stop");
  }

  Locator primary() {
    return page.locator("#primary");
  }

  Locator act(String text) {
    return page.locator(".middle .act", new Page.LocatorOptions().setHasText(text));
  }

  Locator body() {
    return page.locator("mmt-counter");
  }

  Locator act(Pattern text) {
    return page.locator(".middle .act", new Page.LocatorOptions().setHasText(text));
  }

  void logIn(String login) {
    page.locator("input[name=login]").fill(login);
    page.locator("input[name=password]").fill("demo-" + login + "-2026");
    page.locator(".credential button.strong").click();
    assertThat(page.locator(".me")).isVisible();
    assertThat(page.locator(".credential")).hasCount(0);
  }

  /** Card, finger and a fresh cup: from an empty counter to a pour that may be tapped. */
  int review() throws IOException {
    return review(house.nextPerson());
  }

  /** The same for one person, where the dose must be a large one. */
  int review(int person) throws IOException {
    idle();
    house.noCup();
    identify(person);
    assertThat(page.locator(".notice:not(.mode)"))
        .containsText(Pattern.compile("Chưa có cốc|cup"), slowly());
    house.cup("put");
    ready();
    return person;
  }

  void idle() {
    primaryIs("Chờ người bệnh|Waiting for a patient");
  }

  void identify(int person) throws IOException {
    house.noFinger();
    house.card(person);
    primaryIs("Chờ vân tay|Waiting for the finger");
    house.finger(person);
  }

  void ready() {
    primaryIs("Rót \\d|Pour \\d");
    assertThat(primary()).hasAttribute("aria-disabled", "false", within(PHYSICS_MILLIS));
    deaf();
  }

  /** The primary button's words match, physics included. */
  void primaryIs(String words) {
    assertThat(primary()).containsText(Pattern.compile(words), slowly());
  }

  private static LocatorAssertions.ContainsTextOptions slowly() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(PHYSICS_MILLIS);
  }

  private static LocatorAssertions.HasAttributeOptions within(int millis) {
    return new LocatorAssertions.HasAttributeOptions().setTimeout(millis);
  }

  /** The primary button is deaf for 600 ms after each change of meaning. */
  void deaf() {
    page.waitForTimeout(650);
  }

  void tapPrimary() {
    deaf();
    primary().tap();
  }

  void measured() {
    primaryIs("Nhấc cốc, trao cho|Lift the cup for");
  }

  void handOver() throws IOException {
    house.cup("lift");
    primaryIs("Đã uống hết|Swallowed all");
  }

  /** Into a running pour of a large dose. */
  void pouring(int person) throws IOException {
    review(person);
    house.speed(House.SLOW);
    tapPrimary();
    assertThat(page.locator(".phase")).containsText(Pattern.compile("đang rót|pouring"));
  }

  /** Ends a stopped dose: into the waste. */
  void discard() throws IOException {
    house.speed(House.QUICK);
    primaryIs("Rót tiếp|Pour the rest|Xử lý|Resolve");
    act(Pattern.compile("Hủy vào thùng|Into the waste")).tap();
    idle();
  }

  void swallow() throws IOException {
    house.cup("drink");
    tapPrimary();
    idle();
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  /** Keeps a picture, to be looked at by a person. */
  void screen(String name) {
    shot(page, name);
  }

  /** The same of another page. */
  static void shot(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")));
  }

  @Override
  public void close() {
    context.close();
  }
}
