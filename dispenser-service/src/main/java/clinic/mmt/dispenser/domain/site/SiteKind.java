package clinic.mmt.dispenser.domain.site;

import clinic.mmt.dispenser.domain.staff.SiteType;

/** What a site is for; how many hands it has is {@link SiteType}. */
public enum SiteKind {
  /** Doctors treat here and keep the file. */
  TREATMENT,
  /** Only dispenses; a treatment site keeps the file. */
  DISPENSING,
  /** Only dispenses, from a vehicle. */
  MOBILE,
  /** Patients live here, and doctors treat here. */
  RESIDENTIAL;

  /** Whether doctors of this site decide who comes, goes and is a guest. */
  public boolean treats() {
    return switch (this) {
      case TREATMENT, RESIDENTIAL -> true;
      case DISPENSING, MOBILE -> false;
    };
  }

  /** Whether it doses by the order packs of a treatment site. */
  public boolean dosesByPacks() {
    return switch (this) {
      case TREATMENT -> false;
      case DISPENSING, MOBILE, RESIDENTIAL -> true;
    };
  }

  /** The persons-per-act column where none is named: a vehicle has one at the counter. */
  public SiteType usualHands() {
    return switch (this) {
      case TREATMENT, DISPENSING, RESIDENTIAL -> SiteType.DEFAULT;
      case MOBILE -> SiteType.SMALL;
    };
  }
}
