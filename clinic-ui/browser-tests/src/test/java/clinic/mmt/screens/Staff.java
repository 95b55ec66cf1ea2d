package clinic.mmt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** A page of the clinic beside counter and pharmacy: overview, arrivals, follow-up, display. */
final class Staff implements AutoCloseable {

  private static final int[][] SIZES = {{1280, 800}, {800, 1280}};

  final BrowserContext context;
  final Page page;

  /** What the page said on its console and did not catch. */
  final List<String> console = new ArrayList<>();

  /** What is wrong with what was looked at. */
  final List<String> wrong = new ArrayList<>();

  private final String name;

  private Staff(BrowserContext context, String name) {
    this.context = context;
    this.page = context.newPage();
    this.name = name;
    page.onConsoleMessage(m -> console.add(m.text()));
    page.onPageError(console::add);
  }

  /** The page of this name in Vietnamese, with touch. */
  static Staff open(Browser browser, House house, String name) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(SIZES[0][0], SIZES[0][1])
                .setHasTouch(true));
    context.addInitScript(
        "try { localStorage.getItem('language') ?? localStorage.setItem('language', 'vi') }"
            + " catch {}");
    context.setDefaultTimeout(15_000);
    Staff staff = new Staff(context, name);
    staff.page.navigate(house.page() + name);
    return staff;
  }

  void logIn(String login) {
    page.locator("input[name=login]").fill(login);
    page.locator("input[name=password]").fill("demo-" + login + "-2026");
    page.locator(".credential button.strong").tap();
    assertThat(page.locator(".me")).isVisible();
  }

  Locator at(String selector) {
    return page.locator(selector);
  }

  /** The first that has these words. */
  Locator at(String selector, String words) {
    return page.locator(selector, new Page.LocatorOptions().setHasText(words)).first();
  }

  /** Looks at this state in both languages, at the table and upright, and keeps pictures. */
  void state(String state) {
    for (int[] size : SIZES) {
      page.setViewportSize(size[0], size[1]);
      for (String language : List.of("vi", "en")) {
        look(state + "-" + language + (size[0] < 1000 ? "-upright" : ""));
        page.keyboard().press("F2");
      }
    }
    page.setViewportSize(SIZES[0][0], SIZES[0][1]);
  }

  /** Looks once, as it is, and keeps a picture. */
  void look(String state) {
    wrong.addAll(Looks.wrong(page, state));
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Counter.SCREENS.resolve(name + "-" + state + ".png"))
            .setFullPage(true));
  }

  /** Nothing was wrong, and the console was quiet but for refusals that were asked for. */
  List<String> complaints() {
    List<String> all = new ArrayList<>(wrong);
    console.stream()
        .filter(m -> !m.contains("401") && !m.contains("403") && !m.contains("ERR_FAILED"))
        .forEach(all::add);
    return all;
  }

  @Override
  public void close() {
    context.close();
  }
}
