package clinic.mmt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The pages beside the counter, in the words of a person who works there. */
final class Pharmacy implements AutoCloseable {

  /** Every view, by the name in its address. */
  static final List<String> VIEWS =
      List.of(
          "notices",
          "opening",
          "hand-over",
          "count",
          "close",
          "differences",
          "corrections",
          "stock",
          "receipt",
          "acts",
          "shipments",
          "destruction",
          "look-back",
          "forecast",
          "take-home",
          "service",
          "sheets");

  /** Where the demo is: its day is not the machine's. */
  static final String ZONE = "Asia/Ho_Chi_Minh";

  final BrowserContext context;
  final Page page;

  /** What the page said on its console and did not catch; refused requests are no error. */
  final List<String> console = new ArrayList<>();

  private final String name;

  private Pharmacy(BrowserContext context, String name) {
    this.name = name;
    this.context = context;
    this.page = context.newPage();
    page.onConsoleMessage(m -> console.add(m.text()));
    page.onPageError(console::add);
  }

  /** The pharmacy in this language, with touch. Printing is only counted. */
  static Pharmacy open(Browser browser, House house, String language, int width, int height) {
    return open(browser, house, "pharmacy", language, new int[] {width, height});
  }

  /** One of the pages, by its address. */
  static Pharmacy open(Browser browser, House house, String name, String language, int[] size) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(size[0], size[1])
                .setHasTouch(true)
                .setTimezoneId(ZONE));
    context.addInitScript(
        "try { localStorage.getItem('language') ?? localStorage.setItem('language', '"
            + language
            + "') } catch {} window.printed = 0; window.print = () => { window.printed++; };");
    context.setDefaultTimeout(10_000);
    Pharmacy pharmacy = new Pharmacy(context, name);
    pharmacy.page.navigate(house.page() + name);
    return pharmacy;
  }

  void logIn(String login) {
    page.locator("input[name=login]").fill(login);
    page.locator("input[name=password]").fill("demo-" + login + "-2026");
    page.locator(".credential button.strong").tap();
    assertThat(page.locator(".me")).isVisible();
  }

  /** To a view by its link, and until everything it reads is there. */
  void go(String view) {
    page.locator(".views a[href='#/" + view + "']").tap();
    assertThat(page.locator("[data-view=" + view + "]")).isVisible();
    assertThat(page.locator(".waiting")).hasCount(0);
  }

  /** A form of the view. */
  Locator form(String name) {
    return page.locator("form[data-form=" + name + "]");
  }

  /** Fills the fields of a form, named as the page names them: name, value, name, value, … */
  void fill(String form, String... values) {
    for (int i = 0; i < values.length; i += 2) {
      Locator field = form(form).locator("[name=" + values[i] + "]");
      if (field.evaluate("f => f.tagName").equals("SELECT")) {
        field.selectOption(values[i + 1]);
      } else {
        field.fill(values[i + 1]);
      }
    }
  }

  void send(String form) {
    form(form).locator("button.strong").tap();
  }

  /** The second person signs in place. */
  void sign(String login) {
    Locator second = page.locator(".second");
    second.locator("input[name=login]").fill(login);
    second.locator("input[name=password]").fill("demo-" + login + "-2026");
    second.locator("button.strong").tap();
    assertThat(second).hasCount(0);
  }

  void done() {
    assertThat(page.locator("p.done").first()).isVisible();
  }

  /** The line above every view. */
  Locator standing() {
    return page.locator("#standing");
  }

  /** A notice of this kind in the view of all. */
  Locator notice(String kind) {
    return page.locator("[data-kind=" + kind + "]");
  }

  Locator act(String name) {
    return page.locator("[data-act=" + name + "]");
  }

  Locator main() {
    return page.locator(".pharmacy main");
  }

  /** Looks for somebody and chooses that row; the name of who was chosen. */
  String choose(String text, int which) {
    page.keyboard().press("/");
    return found(text, which);
  }

  /** The same in the field that is there. */
  String found(String text, int which) {
    page.locator("#find").fill(text);
    page.locator("#find").press("Enter");
    Locator one = page.locator(".person-row").nth(which);
    String who = one.locator("b").first().innerText();
    one.tap();
    assertThat(page.locator(".person-banner .name")).containsText(who);
    return who;
  }

  /** Who is chosen, as the page says it to the service. */
  String chosen() {
    return Objects.requireNonNull(page.locator(".person-banner").getAttribute("data-patient"));
  }

  /** The present order in whole mg, as a new order shows it. */
  int presentDose() {
    String dose = main().locator("p.lead b").innerText();
    return Integer.parseInt(dose.substring(0, dose.indexOf('\u00a0')));
  }

  /** Keeps a picture, to be looked at by a person. */
  void screen(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Counter.SCREENS.resolve(this.name + "-" + name + ".png"))
            .setFullPage(true));
  }

  @Override
  public void close() {
    context.close();
  }
}
