package clinic.mmt.dispenser.domain.prescription;

/** Where in the treatment a prescription stands; the limits of a profile differ by it. */
public enum Stage {
  /** Khởi liều: the first doses of an episode, or again after long absence. */
  INDUCTION,
  /** Điều chỉnh liều: rising to the dose that holds. */
  TITRATION,
  /** Duy trì: the dose stays. */
  MAINTENANCE,
  /** Giảm liều: stepping down towards the end of treatment. */
  TAPER;

  /** Whether the dose is on its way up. */
  public boolean rising() {
    return this == INDUCTION || this == TITRATION;
  }
}
