package clinic.mmt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Two bottles come, one is mounted, and both are counted, on the pharmacist's pages. */
final class Delivery {

  private static final int DAYS = 300;

  private Delivery() {}

  /** A container with two marks is told, not guessed. */
  static void wrongProduct(Pharmacy p) {
    fields(p, "1.000.0");
    p.send("product");
    assertThat(p.main().locator(".wrong")).containsText("12,345");
  }

  static void product(Pharmacy p) {
    fields(p, "1000");
    p.send("product");
    p.done();
  }

  private static void fields(Pharmacy p, String container) {
    p.fill(
        "product",
        "product",
        "MTD-10-1000",
        "brand",
        "Nhãn thử",
        "strength",
        "10",
        "container",
        container,
        "empty",
        "92",
        "colour",
        "cam trong");
  }

  /** Of batch L-9, 1.05 g/mL. */
  static void two(Pharmacy p) {
    String expiry =
        LocalDate.now(ZoneOffset.UTC)
            .plusDays(DAYS)
            .format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    p.fill(
        "receipt",
        "ours",
        "GN-1",
        "supplier",
        "HD-1",
        "authority",
        "QD-1",
        "deliverer",
        "Người Giao Hàng",
        "batch0",
        "L-9",
        "product0",
        "MTD-10-1000",
        "expiry0",
        expiry,
        "density0",
        "1,05",
        "onPaper0",
        "2",
        "containers0",
        "2");
    p.send("receipt");
    p.done();
  }

  /** From the store to the pump, the shortest way; the pharmacist acts, a dispenser signs. */
  static void mount(Pharmacy p, String bottle, String gross) {
    p.go("acts");
    p.page.locator("#scan").fill(bottle.toLowerCase(Locale.ROOT));
    p.page.locator("#scan").press("Enter");
    p.act("ISSUE").tap();
    p.act("OPEN").tap();
    p.send("move");
    p.sign("lan");
    p.act("MOUNT").tap();
    p.fill("move", "station", "s1", "gross-" + bottle, gross);
    p.send("move");
    p.done();
  }

  static void beginCount(Pharmacy p) {
    p.main().locator(".panel button.strong").tap();
    assertThat(p.form("count")).isVisible();
  }

  /** All places: the opened bottle by weight, closed ones by number. */
  static void found(Pharmacy p, String gross) {
    for (Locator one : p.form("count").locator("[name^=gross]").all()) {
      one.fill(gross);
    }
    for (Locator one : p.form("count").locator("[name^=containers]").all()) {
      one.fill("1");
    }
  }

  /** Counted by two and stored; the reasons are asked next. */
  static void count(Pharmacy p, String gross) {
    p.go("count");
    beginCount(p);
    found(p, gross);
    p.send("count");
    p.sign("lan");
    assertThat(p.form("book")).isVisible();
  }
}
