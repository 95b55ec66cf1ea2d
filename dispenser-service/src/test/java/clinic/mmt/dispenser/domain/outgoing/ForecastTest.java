package clinic.mmt.dispenser.domain.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.quantity.Volume;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days of stock and a proposed order (form 1). */
class ForecastTest {

  private static final Forecast.Plan MONTH = new Forecast.Plan(30, 15, Volume.ofMillilitres(1000));

  /** 28 days at 1.7 L a day are 47.6 L. */
  @ParameterizedTest
  @CsvSource({
    // usable mL, used mL, days, lasts, order in mL, to be explained
    "17000, 47600, 28, 10, 60000, false",
    "16999, 47600, 28, 9, 60000, false",
    "17001, 47600, 28, 10, 60000, false",
    "16500, 47600, 28, 9, 60000, false",
    "16499, 47600, 28, 9, 61000, false",
    "76500, 47600, 28, 45, 0, false",
    "76499, 47600, 28, 44, 1000, false",
    "0, 47600, 28, 0, 77000, true",
    "1000, 47600, 28, 0, 76000, false",
    "5000, 0, 28, 9999, 0, false",
    "0, 0, 1, 9999, 0, false",
    "0, 20, 1, 0, 1000, false"
  })
  void lastsAndOrders(long usable, long used, int days, int lasts, long order, boolean explain) {
    Forecast forecast =
        Forecast.of(Volume.ofMillilitres(usable), Volume.ofMillilitres(used), days, MONTH);
    assertEquals(lasts, forecast.lasts());
    assertEquals(order, forecast.order().microlitres() / 1000);
    assertEquals(explain, forecast.explain());
  }
}
