package clinic.mmt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The pages of administration and doctors. A house of their own: a downtime stops every counter of
 * a house until its sheet is in.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OfficeIT {

  /** Every view of the administration, by the name in its address. */
  static final List<String> ADMIN =
      List.of(
          "staff",
          "certificates",
          "downtimes",
          "profile",
          "devices",
          "cards",
          "records",
          "urine",
          "fingers",
          "imports",
          "quotas",
          "sheets");

  /** Those of one patient come after somebody is chosen. */
  static final List<String> DOCTOR =
      List.of(
          "queue",
          "watched",
          "ending",
          "patient",
          "prescribe",
          "holds",
          "added",
          "elsewhere",
          "episodes",
          "letters",
          "take-home");

  /** A password is slow on purpose, and slower on a busy machine. */
  private static final double PATIENCE_MILLIS = 15_000;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final ZoneId CLINIC = ZoneId.of(Pharmacy.ZONE);
  private static final int[] TABLE = {1280, 800};

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

  private Pharmacy page(String name, String language, int[] size) {
    return Pharmacy.open(
        Objects.requireNonNull(browsers).browser(),
        Objects.requireNonNull(house),
        name,
        language,
        size);
  }

  private Pharmacy admin(String login) {
    Pharmacy p = page("admin", "vi", TABLE);
    p.logIn(login);
    return p;
  }

  private static String inDays(int days) {
    return LocalDate.now(CLINIC).plusDays(days).format(DAY);
  }

  @Test
  @Order(1)
  void aNewColleagueGetsALoginACertificateAndLosesTheFunction() {
    try (Pharmacy p = admin("quan")) {
      p.go("staff");
      p.fill("colleague", "displayName", "Hà", "login", "ha", "password", "demo-ha-2026");
      p.form("colleague").locator("input[value=PRESCRIBER]").check();
      p.send("colleague");
      p.done();
      assertThat(p.main().locator(".table")).containsText("Hà");
      p.go("certificates");
      Locator whose = p.form("certificate").locator("[name=staff] option");
      String ha = whose.filter(new Locator.FilterOptions().setHasText("Hà")).getAttribute("value");
      p.fill("certificate", "staff", ha, "role", "PRESCRIBER", "label", "CC-17");
      p.fill("certificate", "until", inDays(10));
      p.send("certificate");
      p.done();
      assertThat(p.main().locator(".tag.care").first()).containsText("10");
      p.fill("extension", "which", ha + " PRESCRIBER", "until", inDays(40), "words", "chờ cấp");
      p.send("extension");
      assertThat(p.main().locator(".notice")).containsText("Cách đi tiếp:");
      p.fill("extension", "until", inDays(20));
      p.send("extension");
      assertThat(p.main().locator(".table")).containsText("chờ cấp");
      try (Pharmacy other = page("admin", "vi", TABLE)) {
        other.logIn("ha"); // the control: the new login works
      }
      p.go("staff");
      p.fill("functions", "staff", ha);
      p.send("functions");
      assertThat(p.main().locator(".table")).containsText("không còn làm");
      try (Pharmacy other = page("admin", "vi", TABLE)) {
        other.page.locator("input[name=login]").fill("ha");
        other.page.locator("input[name=password]").fill("demo-ha-2026");
        other.page.locator(".credential button.strong").tap();
        assertThat(other.page.locator(".notice")).containsText("không còn chức năng");
      }
      p.page.waitForURL("**/admin**");
      assertEquals(List.of(), p.console.stream().filter(m -> !m.contains("40")).toList());
    }
  }

  @Test
  @Order(2)
  void aDowntimeSheetIsDeclaredTypedInAndSignedByTwo() {
    try (Pharmacy p = admin("lan")) {
      p.go("downtimes");
      String ago = LocalTime.now(CLINIC).minusMinutes(1).format(TIME);
      p.fill("declare", "at", ago, "words", "mất điện");
      p.send("declare");
      assertThat(p.main().locator("[data-downtime]")).containsText("mất điện");
      assertThat(p.standing()).containsText("Còn nợ phiếu");
      try (Pharmacy pharmacy = page("pharmacy", "vi", TABLE)) {
        pharmacy.logIn("mai");
        pharmacy.go("notices");
        assertThat(pharmacy.notice("SHEET_OWED").locator("a"))
            .hasAttribute("href", "/admin#/downtimes");
      }
      p.fill("find", "text", "nguyen");
      p.form("find").locator("button").tap();
      assertThat(p.page.locator(".person-row").first()).containsText("NGUYỄN");
      p.screen("finding-vi");
      p.page.locator(".person-row").first().tap();
      String line = "[data-form^=line-]";
      p.page.locator(line + " [name=dose]").fill("60,55");
      p.page.locator(line + " [name=at]").fill(ago);
      p.page
          .locator(line + " [name=givenBy]")
          .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
      p.page.locator(line + " button.strong").tap();
      assertThat(p.main().locator(".wrong")).containsText("12,3");
      p.page.locator(line + " [name=dose]").fill("60,5");
      p.page.locator(line + " button.strong").tap();
      assertThat(p.main().locator(".table")).containsText("60,5\u00a0mg");
      p.screen("lines-vi");
      p.page.locator("[data-form^=lines-] button.strong").tap();
      p.sign("mai");
      assertThat(p.main().locator("[data-downtime]")).containsText("1 dòng đã nhập");
      p.page.locator("[data-form^=end-] [name=rest]").selectOption("NOT_DOSED");
      p.page.locator("[data-form^=end-] button.strong").tap();
      p.sign("mai");
      assertThat(p.main()).containsText("Không nợ phiếu nào");
    }
  }

  private Pharmacy doctor() {
    Pharmacy p = page("doctor", "vi", TABLE);
    p.logIn("khoa");
    return p;
  }

  private static Object arrives(Pharmacy p, String patient) {
    return p.page.evaluate(
        "async patient => (await fetch('/api/arrivals', {method: 'POST',"
            + " headers: {'content-type': 'application/json'},"
            + " body: JSON.stringify({patient})})).status",
        patient);
  }

  @Test
  @Order(7)
  void missedDaysAndDosesElsewhereStandInTheCalendar() {
    try (Pharmacy p = doctor()) {
      p.choose("tran", 0);
      p.go("prescribe");
      int now = p.presentDose();
      p.fill("order", "dose", Integer.toString(now), "first", inDays(-12), "last", inDays(10));
      p.send("order");
      p.form("prescribe").locator("[name=read]").check();
      p.send("prescribe");
      p.sign("mai"); // above the limits: a first dose as large as this
      p.done();
      for (int day : new int[] {-12, -11, -10, -7, -6}) {
        p.go("elsewhere");
        p.fill("elsewhere", "day", inDays(day), "dose", Integer.toString(now), "kind", "HOSPITAL");
        p.fill("elsewhere", "confirmed", day == -6 ? "no" : "yes", "by", "BV", "words", "gọi");
        p.send("elsewhere");
        p.done();
      }
      p.go("patient");
      assertThat(p.page.locator(".day.HOSPITAL")).hasCount(4);
      assertThat(p.page.locator(".day.doubt")).hasCount(1);
      assertTrue(p.page.locator(".day.missed").count() > 3);
      assertThat(p.page.locator(".course")).containsText("BỎ");
      p.screen("calendar-vi");
    }
  }

  @Test
  @Order(3)
  void aPatientIsFoundWithoutAccentsAndNoNameIsInAnAddress() {
    try (Pharmacy p = doctor()) {
      List<String> asked = new ArrayList<>();
      p.page.onRequest(r -> asked.add(r.url()));
      p.page.keyboard().press("/");
      p.page.locator("#find").fill("n");
      assertEquals(false, p.page.locator("#find").evaluate("f => f.checkValidity()"));
      p.page.locator("#find").fill("nguyen");
      p.page.locator("#find").press("Enter");
      assertThat(p.page.locator(".person-row").first()).containsText("NGUYỄN");
      assertThat(p.page.locator(".person-row .tag").first()).containsText("tên giống");
      p.screen("found-vi");
      Locator similar =
          p.page.locator(".person-row").filter(new Locator.FilterOptions().setHasText("tên giống"));
      String patient = Objects.requireNonNull(similar.first().getAttribute("data-patient"));
      similar.first().tap();
      assertThat(p.page.locator(".person-banner")).containsText("NGUYỄN");
      assertThat(p.page.locator(".person-banner .tag")).containsText("tên giống");
      assertThat(p.page.locator(".calendar td.today")).isVisible();
      assertThat(p.page.locator(".course")).containsText("Ký y lệnh");
      assertEquals(
          List.of(),
          asked.stream().filter(u -> u.contains(patient) || u.contains("nguyen")).toList());
      assertTrue(asked.stream().anyMatch(u -> u.endsWith("/api/patients/search")), "the control");
      p.go("queue");
      p.page.locator("header .small:not(.help-button)").tap();
      assertThat(p.page.locator(".person-banner")).hasCount(0);
    }
  }

  @Test
  @Order(4)
  void anOrderIsShownDayByDayAndASlipOfTenIsSaidBeforeTheSignature() {
    try (Pharmacy p = doctor()) {
      String name = p.choose("pham", 0); // not the one whom the sheet has dosed
      String patient = p.chosen();
      p.go("prescribe");
      int now = p.presentDose();
      p.fill("order", "dose", Integer.toString(Math.min(400, 10 * now)));
      p.send("order");
      assertThat(p.page.locator(".far").first()).isVisible();
      assertThat(p.main()).containsText("Hai người ký, vì:");
      assertThat(p.main().locator(".table tbody tr")).hasCount(30);
      p.screen("slip-of-ten-vi");
      p.form("prescribe").locator("[name=read]").check();
      p.send("prescribe");
      assertThat(p.page.locator(".second")).isVisible();
      p.page.keyboard().press("Escape");
      p.fill("order", "dose", Integer.toString(now), "last", inDays(20));
      assertThat(p.page.locator(".far")).hasCount(0); // what was shown is not what is typed
      p.send("order");
      assertThat(p.main().locator(".table tbody tr")).hasCount(21);
      p.screen("day-by-day-vi");
      p.form("prescribe").locator("[name=read]").check();
      p.send("prescribe");
      p.done();
      p.go("patient");
      assertThat(p.page.locator(".present")).containsText(inDays(20));
      p.go("holds");
      p.fill("hold", "words", "mệt, khám trước");
      p.send("hold");
      assertThat(p.main().locator(".table")).containsText("mệt, khám trước");
      p.go("patient");
      assertThat(p.main()).containsText("Tạm dừng của bác sĩ");
      assertEquals(200, arrives(p, patient));
      p.go("queue");
      assertThat(p.main().locator(".table")).containsText(name);
      p.screen("queue-of-one-vi");
      p.page.locator("[data-open='" + patient + "']").tap();
      assertThat(p.page.locator(".person-banner .name")).containsText(name);
      p.go("holds");
      p.fill("lift", "words", "đã khám");
      p.send("lift");
      assertThat(p.main()).containsText("Không có tạm dừng nào");
    }
  }

  @Test
  @Order(5)
  void aCardIsMadeShownOnceAndRecordsAreNoted() {
    try (Pharmacy p = admin("quan")) {
      p.go("cards");
      p.page.locator("#find").fill("nguyen");
      p.page.locator("#find").press("Enter");
      p.page.locator(".person-row").first().tap();
      p.page.locator(".small-act").filter(new Locator.FilterOptions().setHasText("Làm thẻ")).tap();
      Locator code = p.page.locator(".clinic-card img");
      assertEquals(
          true, code.evaluate("async i => { await i.decode(); return i.naturalWidth > 50; }"));
      p.screen("card-vi");
      p.go("records");
      assertThat(p.page.locator(".clinic-card")).hasCount(0);
      p.fill("residence", "from", inDays(0), "commune", "00000101");
      p.send("residence");
      assertThat(p.main().locator(".table").first()).containsText("00000101");
      p.go("quotas");
      p.fill("quota", "site", "demo", "from", inDays(0), "patients", "250", "words", "QĐ 1");
      p.send("quota");
      assertThat(p.main().locator(".table")).containsText("250");
    }
  }

  @Test
  @Order(6)
  void aNewPatientWithoutFingerprintsIsEnrolledByTwo() { // H104, R-103
    try (Pharmacy p = admin("mai")) {
      p.go("enrol");
      p.fill(
          "register", "family", "Đỗ", "given", "Thử Nghiệm", "year", "1985", "card", "00abcdef01");
      p.send("register");
      assertThat(p.page.locator(".person-banner .name")).containsText("ĐỖ Thử Nghiệm");
      p.fill("consent", "answer", "REFUSED", "version", "VT-1");
      p.send("consent");
      assertThat(p.main()).containsText("không đồng ý");
      p.fill("begin", "card", "00ABCDEF01");
      p.send("begin");
      p.page
          .locator("input[type=file]")
          .setInputFiles(new FilePayload("face.png", "image/png", p.page.screenshot()));
      p.page.locator(".photo-now button").tap();
      assertThat(p.main()).containsText("Đã có ảnh");
      p.send("complete");
      assertThat(p.main().locator(".notice.medium")).containsText("Cách đi tiếp:");
      p.send("twice");
      assertThat(p.main()).containsText("Không có ai giống");
      p.screen("enrol-vi");
      p.send("complete");
      p.sign("lan");
      assertThat(p.main()).containsText("Đã ghi danh");
      assertThat(p.main()).containsText("Ghi danh gần nhất");
      p.page.locator("#other").tap();
      p.page.locator("#find").fill("thu nghiem do");
      p.page.locator("#find").press("Enter");
      assertThat(p.page.locator(".person-row img.portrait")).hasCount(1); // the photo of the record
    }
  }

  @Test
  @Order(9)
  void everyViewIsAccessibleInBothLanguagesAndUpright() { // ui: axe-core
    List<String> wrong = new ArrayList<>();
    try (Pharmacy p = page("admin", "vi", TABLE)) {
      p.logIn("quan");
      p.go("cards");
      p.page.locator("#find").fill("nguyen");
      p.page.locator("#find").press("Enter");
      p.page.locator(".person-row").first().tap();
      Walk.everySize(p, ADMIN, wrong);
      p.go("profile");
      p.page.locator("#values summary").tap(); // the longest table of all: once is enough
      Walk.both(p, "profile-values", wrong);
    }
    try (Pharmacy p = page("doctor", "vi", TABLE)) {
      p.logIn("khoa");
      p.choose("tran", 0);
      Walk.everySize(p, DOCTOR, wrong);
    }
    assertEquals(List.of(), wrong);
  }
}
