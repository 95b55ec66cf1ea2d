package clinic.mmt.dispenser.domain.takehome;

/** What has to be true of a patient before an approval. */
public enum Criterion {
  /** In maintenance, and long enough in treatment; asked of the ledger. */
  TREATMENT,
  /** No missed day for so long; asked of the ledger. */
  NO_DAY_MISSED,
  /** On the same dose for so long; asked of the ledger. */
  SAME_DOSE,
  /** A safe, locked place at home; only a person knows. */
  SAFE_STORAGE,
  /** Urine without other opioids; only a person knows. */
  URINE_NEGATIVE,
  /** No criterion of exclusion of the site's procedure; only a person knows. */
  NO_EXCLUSION;

  /** What is known of one. */
  public enum Truth {
    /** The ledger shows it. */
    TRUE,
    /** The ledger shows the contrary: no tick helps. */
    FALSE,
    /** The ledger does not reach back so far, or cannot know: a person ticks it. */
    UNKNOWN
  }
}
