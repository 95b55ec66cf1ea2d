package clinic.mmt.dispenser.domain.staff;

/** How many hands a site has; decides which column of the persons-per-act table holds. */
public enum SiteType {
  /** Enough staff for two at the counter. */
  DEFAULT,
  /** One at the counter, a second by remote or later. */
  SMALL
}
