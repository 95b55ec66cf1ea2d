package clinic.mmt.dispenser.domain.day;

/** Why a count is further off than honest work explains. */
public enum CountReason {
  /** Spilled, and nobody wrote it. */
  SPILLED,
  /** A dose or a priming that was not entered. */
  NOT_ENTERED,
  /** Weighed, measured or counted wrong before. */
  MEASURED_WRONG,
  /** Another known reason, in words. */
  OTHER,
  /** Nobody knows: stays an open item until two persons settle it. */
  UNEXPLAINED
}
