package clinic.mmt.screens;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What every test of a page needs: a browser and the shared house. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PageTest {

  /** People of seed 1 with 122 mg and more: their pour lasts long enough to do something in it. */
  static final int[] LARGE = {2, 8, 9, 16, 17, 19, 21, 25};

  private @Nullable Browsers browsers;
  private @Nullable House house;
  private @Nullable Tidy tidy;

  @BeforeAll
  void open() throws Exception {
    browsers = Browsers.open();
    house = House.shared();
  }

  @AfterEach
  void tidy() throws Exception {
    if (house != null && house.lives()) {
      house.noFaults();
      house.speed(House.QUICK);
      if (tidy == null) {
        tidy = new Tidy(house.page());
      }
      tidy.run();
    }
  }

  @AfterAll
  void close() {
    if (browsers != null) {
      browsers.close();
    }
  }

  Browsers browsers() {
    return java.util.Objects.requireNonNull(browsers);
  }

  House house() {
    return java.util.Objects.requireNonNull(house);
  }

  Counter counter(String language) {
    return Counter.open(browsers().browser(), house(), language);
  }
}
