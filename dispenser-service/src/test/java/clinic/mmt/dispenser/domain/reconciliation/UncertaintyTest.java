package clinic.mmt.dispenser.domain.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.quantity.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bound on sums holds for honest devices, and shows what it can't hide. */
class UncertaintyTest {

  @Test
  void thePageHasTheFormulaOfTheCode() throws IOException {
    String page = Files.readString(Path.of("../docs/domain/reconciliation.md"));
    assertTrue(page.contains("U(N, ΣV) = 40 µL · N + 0.6 % · ΣV"));
    assertEquals(92, Uncertainty.ofSum(1, Volume.ofMicrolitres(8667)).microlitres());
    assertEquals(18_200, Uncertainty.ofSum(200, Volume.ofMillilitres(1700)).microlitres());
  }

  @Test
  void honestDevicesStayInsideTheBound() {
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      double pumpFactor = spread(random, 0.003);
      double density = spread(random, 0.002);
      int doses = 1 + random.nextInt(200);
      double pumped = 0;
      double weighed = 0;
      for (int i = 0; i < doses; i++) {
        double volume = 2000 + random.nextInt(18_000);
        double truth = volume * (1 + pumpFactor) + spread(random, 5);
        pumped += volume;
        weighed += (truth - random.nextDouble() * 5) * (1 + density) + spread(random, 19.4);
      }
      long bound = Uncertainty.ofSum(doses, Volume.ofMicrolitres((long) pumped)).microlitres();
      assertTrue(Math.abs(weighed - pumped) <= bound, "seed " + seed);
    }
  }

  /** The control: everything wrong in one direction at once uses most of the bound. */
  @Test
  void theWorstCornerIsInsideAndNotFarInside() {
    for (long dose : new long[] {2000, 8500, 20_000}) {
      double off = 200 * (dose * 0.005 + 35);
      long bound = Uncertainty.ofSum(200, Volume.ofMicrolitres(200 * dose)).microlitres();
      assertTrue(off <= bound && off > 0.8 * bound, dose + " µL: " + off + " of " + bound);
    }
  }

  @Test
  void twoPercentMissingOfADayIsSeen() {
    Volume day = Volume.ofMillilitres(1700);
    assertTrue(day.permille(20).isMoreThan(Uncertainty.ofSum(200, day)));
  }

  private static double spread(Random random, double most) {
    return (2 * random.nextDouble() - 1) * most;
  }
}
