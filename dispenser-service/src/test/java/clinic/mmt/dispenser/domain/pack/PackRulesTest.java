package clinic.mmt.dispenser.domain.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.domain.pack.PackRules.Fault;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a pack may be taken in (R-132, H110). */
class PackRulesTest {

  private static final Duration THREE_DAYS = Duration.ofDays(3);

  private static Optional<Fault> expected(String fault) {
    return fault.equals("-") ? Optional.empty() : Optional.of(Fault.valueOf(fault));
  }

  @ParameterizedTest
  @CsvSource({
    "7, 0, 0, -",
    "7, 6, 0, -",
    "7, 7, 0, TAKEN",
    "7, 8, 0, OLDER",
    "7, 6, 259200, -",
    "7, 6, 259201, EXPIRED",
    "7, 6, -3600, -",
    "7, 6, -3601, CLOCK",
    "7, 7, 259201, TAKEN",
  })
  void anOrderPackIsGoodOnceInItsOrderAndTime(
      int number, int latest, long secondsLater, String fault) {
    assertEquals(
        expected(fault),
        PackRules.orders(
            Samples.orders(number), latest, Samples.MADE.plusSeconds(secondsLater), THREE_DAYS));
  }

  /** What the other site says of its time never makes it longer than the rules here. */
  @ParameterizedTest
  @CsvSource({"259200, -", "259199, CLOCK"})
  void itHoldsNoLongerThanTheRulesHere(long seconds, String fault) {
    assertEquals(
        expected(fault),
        PackRules.orders(Samples.orders(), 6, Samples.MADE, Duration.ofSeconds(seconds)));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 4, 4, 0, -",
    "5, 0, 4, 0, -",
    "5, 4, 5, 0, TAKEN",
    "5, 4, 6, 0, TAKEN",
    "5, 4, 3, 0, MISSING",
    "5, 3, 3, 0, -",
    "1, 0, 0, 0, -",
    "5, 4, 4, 99999999, -",
    "5, 4, 4, -3600, -",
    "5, 4, 4, -3601, CLOCK",
  })
  void aDosePackIsGoodOnceAndAfterTheOneItGoesOnFrom(
      int number, int after, int latest, long secondsLater, String fault) {
    assertEquals(
        expected(fault),
        PackRules.doses(
            Samples.doses(number, after), latest, Samples.MADE.plusSeconds(secondsLater)));
  }
}
