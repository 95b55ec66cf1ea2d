package clinic.mmt.dispenser.domain.episode;

import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;

/**
 * How many patients a site is to have in treatment, as its authority set it.
 *
 * @param site which site of the clinic
 * @param from first day it holds; a later note for the same day replaces it
 * @param patients 0 or more
 * @param source the paper that says so
 * @param by who noted it
 */
public record SiteQuota(String site, LocalDate from, int patients, String source, StaffId by) {

  /** Checks the range. */
  public SiteQuota {
    if (patients < 0) {
      throw new IllegalArgumentException("a quota is 0 or more");
    }
  }
}
