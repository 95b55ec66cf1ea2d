package clinic.mmt.dispenser.domain.eligibility;

/** What a reason does, from least to most. */
public enum Weight {
  /** It is said, and nothing waits for it. */
  INFORMS,
  /** A doctor, or a second signature, comes first. */
  NEEDS_DOCTOR,
  /** Not now. */
  REFUSES
}
