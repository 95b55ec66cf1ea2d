package clinic.mmt.dispenser.domain.day;

/** How last evening's seal was found. */
public enum SealState {
  /** Whole, with a number that can be read. */
  UNBROKEN,
  /** Torn, or its number can't be read. */
  BROKEN,
  /** Nobody put one on, or it is gone. */
  UNKNOWN
}
