package clinic.mmt.dispenser.domain.notice;

/** How urgent a standing notice is, the most urgent first; the look is the screens'. */
public enum Level {
  /** Now: liquid may have moved without anybody's wish, or a time set by law has passed. */
  HIGH,
  /** Today: something stops, is owed, or is not explained. */
  MEDIUM,
  /** In the next days. */
  LOW
}
