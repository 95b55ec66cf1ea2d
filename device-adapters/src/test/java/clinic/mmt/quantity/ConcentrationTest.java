package clinic.mmt.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Milligrams to millilitres, against an independent exact calculation. */
class ConcentrationTest {

  @ParameterizedTest
  @ValueSource(longs = {1_000, 2_000, 3_333, 5_000, 9_876, 10_000, 20_000})
  void everyDoseFromATenthOfAMilligramIsRoundedOnce(long microgramsPerMillilitre) {
    Concentration strength = new Concentration(microgramsPerMillilitre);
    for (long tenths = 1; tenths <= 9999; tenths++) {
      Mass dose = Mass.ofMicrograms(tenths * 100);
      BigDecimal exact =
          new BigDecimal(dose.micrograms())
              .multiply(BigDecimal.valueOf(1000))
              .divide(BigDecimal.valueOf(microgramsPerMillilitre), 0, RoundingMode.HALF_UP);

      assertEquals(exact.longValueExact(), strength.volumeFor(dose).microlitres(), "dose " + dose);
    }
  }

  @Test
  void volumesOfTheUsualProductGiveTheirDoseBack() {
    Concentration strength = Concentration.ofMilligramsPerMillilitre(10);
    for (long tenths = 1; tenths <= 9999; tenths++) {
      Mass dose = Mass.ofMicrograms(tenths * 100);

      assertEquals(dose, strength.massIn(strength.volumeFor(dose)));
    }
  }

  @Test
  void halvesAreRoundedAwayFromZero() {
    // 2.5 µg/µL of a 1 mg/mL solution: 0.5 µL more is one more, less is one less.
    Concentration strength = new Concentration(2_000);

    assertEquals(Volume.ofMicrolitres(3), strength.volumeFor(Mass.ofMicrograms(5)));
    assertEquals(Volume.ofMicrolitres(-3), strength.volumeFor(Mass.ofMicrograms(-5)));
  }

  @Test
  void overflowIsAnErrorAndNeverAWrongNumber() {
    assertThrows(
        ArithmeticException.class,
        () -> new Concentration(1).volumeFor(Mass.ofMicrograms(Long.MAX_VALUE)));
    assertThrows(ArithmeticException.class, () -> Mass.ofGrams(Long.MAX_VALUE));
  }
}
