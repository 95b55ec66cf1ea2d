package clinic.mmt.screens;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Walks every state of the counter and keeps a picture of each. */
class ScreensIT {

  private static Browsers browsers;
  private static House house;

  @BeforeAll
  static void open() throws Exception {
    browsers = Browsers.open();
    house = House.open(2);
  }

  @AfterAll
  static void close() {
    if (house != null) {
      house.close();
    }
    if (browsers != null) {
      browsers.close();
    }
  }

  @Test
  void everyState() throws Exception {
    try (Counter c = Counter.open(browsers.browser(), house, "vi")) {
      c.page.onConsoleMessage(m -> System.out.println("console: " + m.text()));
      c.page.onPageError(e -> System.out.println("error: " + e));
      c.page.waitForTimeout(800);
      c.screen("01-login");
      c.logIn("lan");
      c.page.waitForTimeout(800);
      c.screen("02-idle");
      house.cup("put");
      int person = house.nextPerson();
      house.card(person);
      c.primaryIs("Chờ vân tay");
      c.screen("03-finger");
      house.finger(person);
      c.ready();
      c.screen("04-ready");
      c.tapPrimary();
      c.page.waitForTimeout(2500);
      c.screen("05-pouring");
      c.measured();
      c.screen("06-measured");
      c.handOver();
      c.screen("07-handed-over");
      c.swallow();
      c.page.waitForTimeout(700);
      c.screen("08-swallowed");
      c.review();
      c.tapPrimary();
      c.page.waitForTimeout(1500);
      c.stop().tap();
      c.page.waitForTimeout(300);
      c.screen("09-stop");
      c.primaryIs("Rót tiếp|Xử lý");
      c.page.waitForTimeout(700);
      c.screen("10-discrepancy");
    }
  }
}
