package clinic.mmt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The pharmacist's pages, in the order of a day: what one test received, the next one counts. They
 * have a house of their own, because a bottle with a label changes how a day is closed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PharmacyIT {

  /** A password is slow on purpose, and slower on a busy machine. */
  private static final double PATIENCE_MILLIS = 15_000;

  /** What 1,000 mL weigh with their container: 92 g and 1.05 g/mL. */
  private static final String FULL = "1142";

  /** 20.02 mL less than that. */
  private static final String SPILLED = "1120,979";

  /** The book after what was spilled is booked: a number that stands nowhere else. */
  private static final Pattern BOOK = Pattern.compile("979[.,]?980|20[.,]020|-20020");

  private @Nullable Browsers browsers;
  private @Nullable House house;

  @BeforeAll
  void open() throws Exception {
    browsers = Browsers.open();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    house = House.open(3);
  }

  @AfterAll
  void close() {
    if (browsers != null) {
      browsers.close();
    }
    if (house != null) {
      house.close();
    }
  }

  private Pharmacy pharmacy(String language, int width, int height) {
    return Pharmacy.open(
        java.util.Objects.requireNonNull(browsers).browser(),
        java.util.Objects.requireNonNull(house),
        language,
        width,
        height);
  }

  private Pharmacy pharmacy() {
    return pharmacy("vi", 1280, 800);
  }

  @Test
  @Order(1)
  void aDeliveryBecomesAMountedBottle() {
    try (Pharmacy p = pharmacy()) {
      p.page.locator("input[name=login]").waitFor();
      p.screen("00-login-vi");
      p.logIn("mai");
      p.go("stock");
      assertThat(p.main()).containsText("Chưa nhập lô nào");
      p.screen("01-stock-empty-vi");
      p.go("receipt");
      Delivery.wrongProduct(p);
      Delivery.product(p);
      Delivery.two(p);
      Locator label = p.page.locator(".labels img").first();
      assertThat(p.page.locator(".labels img")).hasCount(2);
      assertTrue(
          (Boolean) label.evaluate("async i => { await i.decode(); return i.naturalWidth > 100; }"),
          "the label is a picture");
      p.page.locator("#labels button.strong").tap();
      assertEquals(1, p.page.evaluate("window.printed"), "the labels went to the printer");
      p.screen("02-received-vi");
      String bottle = p.page.locator(".labels b").first().innerText();
      mount(p, bottle);
      p.go("stock");
      assertThat(p.main()).containsText("đang lắp s1");
      assertThat(p.main()).containsText("1000,000\u00a0mL");
      p.console.removeIf(m -> m.contains("401") || m.contains("403"));
      assertEquals(List.of(), p.console, "errors of the page");
    }
  }

  private static void mount(Pharmacy p, String bottle) {
    p.go("acts");
    p.page.locator("#scan").fill(bottle.toLowerCase(java.util.Locale.ROOT));
    p.page.locator("#scan").press("Enter");
    assertThat(p.page.locator(".chosen")).containsText("trong kho");
    p.act("ISSUE").tap();
    assertThat(p.page.locator(".chosen")).containsText("tủ hàng ngày");
    p.act("OPEN").tap();
    p.send("move");
    assertThat(p.page.locator(".second")).isVisible();
    p.screen("03-second-signature-vi");
    p.sign("lan");
    assertThat(p.page.locator(".chosen")).containsText("đã mở");
    p.act("MOUNT").tap();
    p.fill("move", "station", "s1", "gross-" + bottle, "900");
    p.send("move");
    assertThat(p.main().locator(".notice")).containsText("Cách đi tiếp:");
    p.screen("04-refused-vi");
    p.fill("move", "gross-" + bottle, FULL);
    p.send("move");
    assertThat(p.page.locator(".chosen")).containsText("đang lắp");
  }

  @Test
  @Order(2)
  void anActIsDoneByKeysAlone() { // ui: keyboard
    try (Pharmacy p = pharmacy("en", 1280, 800)) {
      p.page.locator("input[name=login]").focus();
      keys(p, "mai", "Tab", "demo-mai-2026", "Enter");
      assertThat(p.page.locator(".me")).isVisible();
      p.page.keyboard().press("/");
      assertThat(p.page.locator("#scan")).isFocused();
      keys(p, "B-000024", "Enter");
      assertThat(p.page.locator(".chosen")).containsText("in the store");
      for (int i = 0; i < 10 && !focused(p, "ISSUE"); i++) {
        p.page.keyboard().press("Tab");
      }
      p.page.keyboard().press("Enter");
      assertThat(p.page.locator(".chosen")).containsText("day cabinet");
      p.done();
    }
  }

  private static void keys(Pharmacy p, String... each) {
    for (String one : each) {
      if (one.equals("Tab") || one.equals("Enter")) {
        p.page.keyboard().press(one);
      } else {
        p.page.keyboard().type(one);
      }
    }
  }

  private static boolean focused(Pharmacy p, String act) {
    return (Boolean) p.page.evaluate("document.activeElement.dataset.act === '" + act + "'");
  }

  @Test
  @Order(3)
  void theDayIsCountedBlindByTwoAndClosed() {
    try (Pharmacy p = pharmacy()) {
      List<String> heard = new ArrayList<>();
      p.logIn("mai");
      p.go("count");
      Delivery.beginCount(p);
      Delivery.found(p, SPILLED);
      p.send("count");
      p.sign("lan");
      assertThat(p.page.locator(".table")).containsText("−20,020\u00a0mL");
      p.screen("05-compared-vi");
      p.fill("book", "reason0", "SPILLED", "words0", "đổ khi lắp");
      p.send("book");
      p.sign("lan");
      assertThat(p.main()).containsText("Kiểm kê đã ghi sổ");
      p.go("stock");
      assertThat(p.main()).containsText("979,980\u00a0mL"); // the control: there is a book
      p.go("count");
      Delivery.beginCount(p);
      List<Request> asked = new ArrayList<>(); // what was asked before may still be answered
      p.page.onRequest(asked::add);
      p.page.onResponse(r -> hear(r, asked, heard));
      assertFalse(BOOK.matcher(p.page.content()).find(), "the book is nowhere in the page");
      p.go("stock");
      assertFalse(BOOK.matcher(p.page.content()).find(), "nor on any other page");
      p.screen("06-stock-while-counting-vi");
      p.go("count");
      p.screen("07-counting-vi");
      Delivery.found(p, SPILLED);
      p.send("count");
      assertThat(p.page.locator(".second")).isVisible();
      assertFalse(BOOK.matcher(p.page.content()).find(), "nor before the second has signed");
      assertTrue(heard.size() > 2, "the control: answers were read");
      assertEquals(List.of(), heard.stream().filter(h -> BOOK.matcher(h).find()).toList());
      p.sign("lan");
      assertThat(p.page.locator(".table")).containsText("979,980\u00a0mL");
      p.send("book");
      assertThat(p.main()).containsText("Kiểm kê đã ghi sổ");
      p.go("close");
      p.fill("close", "seal", "N-1", "store", "28,5");
      p.send("close");
      p.done();
      assertThat(p.main()).containsText("28,5\u00a0°C");
      p.go("sheets");
      var file = p.page.waitForDownload(() -> p.page.locator(".sheets a").first().tap());
      assertTrue(file.suggestedFilename().startsWith("day-sheet-day-"), file.suggestedFilename());
    }
  }

  private static void hear(Response r, List<Request> asked, List<String> heard) {
    if (r.url().contains("/api/") && asked.contains(r.request())) {
      try {
        heard.add(r.url() + " " + r.text());
      } catch (PlaywrightException e) {
        heard.add(r.url()); // a read that a newer one replaced
      }
    }
  }

  @Test
  @Order(4)
  void everyViewIsAccessibleInBothLanguagesAndUpright() { // ui: axe-core
    List<String> wrong = new ArrayList<>();
    for (int[] size : new int[][] {{1280, 800}, {800, 1280}}) {
      try (Pharmacy p = pharmacy("vi", size[0], size[1])) {
        p.logIn("mai");
        for (String view : Pharmacy.VIEWS) {
          p.go(view);
          for (String language : List.of("vi", "en")) {
            looked(p, view + "-" + language + (size[0] < 1000 ? "-upright" : ""), wrong);
            p.page.keyboard().press("F2");
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static void looked(Pharmacy p, String name, List<String> wrong) {
    Axe.violations(p.page).forEach(one -> wrong.add(name + ": " + one));
    Object wide = p.page.evaluate("document.documentElement.scrollWidth > innerWidth");
    if (Boolean.TRUE.equals(wide)) {
      wrong.add(name + ": wider than the page");
    }
    Object none =
        p.page.evaluate(
            "/undefined|NaN|\\[object|null/.exec(document.body.innerText)?.[0] ?? 'nothing'");
    if (!"nothing".equals(none)) {
      wrong.add(name + ": " + none);
    }
    p.screen(name);
  }
}
