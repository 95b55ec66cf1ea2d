package clinic.mmt.dispenser.domain.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.quantity.Volume;
import org.junit.jupiter.api.Test;

/** Tolerances to the microlitre (safety page, section 4). */
class BandTest {

  private static final Profile PROFILE = Profile.vietnamDraft();

  @Test
  void acceptIsTheLargerOf100MicrolitresAnd2Percent() {
    limit(PROFILE.accept(), 1000, 100);
    limit(PROFILE.accept(), 5000, 100);
    limit(PROFILE.accept(), 5050, 101);
    limit(PROFILE.accept(), 8500, 170);
  }

  @Test
  void aloneIsTheLargerOf200MicrolitresAnd5Percent() {
    limit(PROFILE.alone(), 4000, 200);
    limit(PROFILE.alone(), 4020, 201);
    limit(PROFILE.alone(), 8500, 425);
  }

  @Test
  void topUpIsTheLargerOf300MicrolitresAnd5Percent() {
    limit(PROFILE.topUp(), 6000, 300);
    limit(PROFILE.topUp(), 6020, 301);
  }

  private static void limit(Band band, long reference, long limit) {
    Volume r = Volume.ofMicrolitres(reference);
    assertEquals(limit, band.limit(r).microlitres());
    for (int sign : new int[] {-1, 1}) {
      assertTrue(band.holds(Volume.ofMicrolitres(reference + sign * limit), r));
      assertTrue(band.holds(Volume.ofMicrolitres(reference + sign * (limit - 1)), r));
      assertFalse(band.holds(Volume.ofMicrolitres(reference + sign * (limit + 1)), r));
    }
  }
}
