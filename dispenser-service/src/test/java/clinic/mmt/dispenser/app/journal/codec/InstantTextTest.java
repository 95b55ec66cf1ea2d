package clinic.mmt.dispenser.app.journal.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The journal's format does not change with how a text is made (docs/journal-format.md). */
class InstantTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-02T00:00:00Z",
        "2026-03-02T23:59:59.999Z",
        "2026-03-02T07:05:09.000001Z",
        "2026-03-02T07:05:09.000000001Z",
        "1969-12-31T23:59:59.5Z",
        "0000-01-01T00:00:00Z",
        "-0001-12-31T23:59:59Z",
        "9999-12-31T23:59:59.999999999Z",
        "+10000-01-01T00:00:00Z"
      })
  void isTheUsualText(String text) {
    assertEquals(Instant.parse(text).toString(), InstantText.of(Instant.parse(text)));
  }

  @Test
  void isTheUsualTextOfAnyInstant() {
    Random random = new Random(7);
    int[] steps = {1, 1000, 1_000_000, 1_000_000_000};
    for (int i = 0; i < 20_000; i++) {
      int step = steps[random.nextInt(steps.length)];
      Instant at =
          Instant.ofEpochSecond(
              random.nextLong(-62_200_000_000L, 253_500_000_000L),
              random.nextInt(1_000_000_000) / step * (long) step);
      assertEquals(at.toString(), InstantText.of(at));
    }
  }
}
