package clinic.mmt.dispenser.domain.degraded;

/** What two people say of everybody of whom the sheet says nothing. */
public enum Rest {
  /** The sheet was kept all the time: who is not on it was given nothing. */
  NOT_DOSED,
  /** Nobody can say: the dose of the day of everyone left is in doubt and goes to a doctor. */
  UNKNOWN
}
