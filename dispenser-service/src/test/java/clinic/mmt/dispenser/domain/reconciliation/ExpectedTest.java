package clinic.mmt.dispenser.domain.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.quantity.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a count may differ from the book by itself. */
class ExpectedTest {

  /** A day of 200 doses, 1.7 L, one bottle open, two more begun and weighed: five weighings. */
  private static final Exposure DAY =
      new Exposure(200, Volume.ofMillilitres(1700), Volume.ZERO, Volume.ZERO, 1, 5);

  @Test
  void aDayOfTwoHundredDosesIsExpectedAsThePageSays() throws IOException {
    assertEquals(-450, Expected.of(DAY).mean().microlitres());
    assertEquals(251, Expected.of(DAY).random().microlitres());
    assertEquals(326, Expected.of(DAY).systematic().microlitres());
    assertEquals(412, Expected.of(DAY).spread().microlitres());
    assertEquals(1646, Expected.of(DAY).limit().microlitres());
    String page = Files.readString(Path.of("../docs/domain/reconciliation.md"));
    assertTrue(page.contains("mean −0.45 mL, random 0.25 mL, systematic 0.33 mL, limit 1.65 mL"));
  }

  @Test
  void theLimitIsAroundTheMeanAndNotAroundZero() {
    Expected day = Expected.of(DAY);
    assertTrue(day.explains(Volume.ofMicrolitres(-450 - 1646)));
    assertFalse(day.explains(Volume.ofMicrolitres(-450 - 1647)));
    assertTrue(day.explains(Volume.ofMicrolitres(-450 + 1646)));
    assertFalse(day.explains(Volume.ofMicrolitres(-450 + 1647)));
  }

  @Test
  void nothingMovedAndNothingWeighedMayNotDiffer() {
    assertTrue(Expected.of(Exposure.NONE).explains(Volume.ZERO));
    assertFalse(Expected.of(Exposure.NONE).explains(Volume.ofMicrolitres(-1)));
    assertFalse(Expected.of(Exposure.NONE).explains(Volume.ofMicrolitres(1)));
  }

  /** The pump's own count is twenty times worse than the scale's. */
  @Test
  void dosesThatNoScaleConfirmedWidenIt() {
    Exposure blind = new Exposure(200, Volume.ZERO, Volume.ofMillilitres(1700), Volume.ZERO, 1, 5);
    assertTrue(Expected.of(blind).spread().isMoreThan(Volume.ofMillilitres(5)));
    assertTrue(Expected.of(DAY).spread().isLessThan(Volume.ofMillilitres(1)));
  }

  @Test
  void aContainerOpenedWithoutAWeightWidensItByItsOverage() {
    Exposure opened = new Exposure(0, Volume.ZERO, Volume.ZERO, Volume.ofMillilitres(1000), 0, 0);
    assertEquals(3000, Expected.of(opened).systematic().microlitres());
  }

  @Test
  void spansAddUp() {
    assertEquals(
        new Exposure(400, Volume.ofMillilitres(3400), Volume.ZERO, Volume.ZERO, 2, 10),
        DAY.plus(DAY));
    assertEquals(DAY, Exposure.NONE.plus(DAY));
  }
}
