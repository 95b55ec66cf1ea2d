package clinic.mmt.device.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** H14: a bounded grammar for numbers from a device. */
class DecimalTest {

  @ParameterizedTest
  @CsvSource({"8.500,8500", "0.000,0", "26.70,26700", "9999,9999000", "250.0,250000", "1.,1000"})
  void readsFourDigitsAndOnePoint(String text, long thousandths) {
    assertEquals(OptionalLong.of(thousandths), Decimal.parse(text, 4, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".", ".5", "1.2.3", "-1", "+1", "1e3", " 1", "1 ", "1,5", "0x1", "12345", "1.2345", "٣",
        "1.٣", "NaN"
      })
  void rejectsAnythingElse(String text) {
    assertEquals(OptionalLong.empty(), Decimal.parse(text, 4, 3));
  }

  @Test
  void agreesWithBigDecimalOnSeededText() {
    SplittableRandom random = new SplittableRandom(14);
    String alphabet = "0123456789....+-eE ,";
    int accepted = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(7); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      OptionalLong parsed = Decimal.parse(text.toString(), 6, 3);
      if (parsed.isPresent()) {
        BigDecimal exact = new BigDecimal(text.toString()).movePointRight(3);
        assertEquals(exact.longValueExact(), parsed.getAsLong(), text.toString());
        accepted++;
      }
    }
    // Control: the generator makes numbers at all.
    assertEquals(true, accepted > 10_000);
  }

  @ParameterizedTest
  @CsvSource({"8500,8.5", "20000,20", "26700,26.7", "1,0.001", "10,0.01", "99990,99.99"})
  void writesTheShortestForm(long thousandths, String text) {
    assertEquals(text, Decimal.ofThousandths(thousandths));
  }
}
