package clinic.mmt.dispenser.domain.bottle;

import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.reconciliation.Band;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Density;
import java.time.LocalDate;

/**
 * What a decision about stock goes by.
 *
 * @param weight a weight and the book volume agree within
 * @param inUseDays days that an opened bottle is used
 * @param lightest lowest density that can be
 * @param heaviest highest density that can be
 * @param today the clinic day
 * @param by who acts
 */
public record StockValues(
    Band weight, int inUseDays, Density lightest, Density heaviest, LocalDate today, StaffId by) {

  /** Those of a profile. */
  public static StockValues of(Profile profile, LocalDate today, StaffId by) {
    return new StockValues(
        profile.bottles().weight(),
        profile.bottles().inUseDays(),
        profile.lightest(),
        profile.heaviest(),
        today,
        by);
  }
}
