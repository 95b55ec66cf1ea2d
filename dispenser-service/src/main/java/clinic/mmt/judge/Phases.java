package clinic.mmt.judge;

import java.util.Set;

/** What the page of states says of each phase, written down once more. */
final class Phases {

  private static final Set<String> FREE =
      Set.of(
          "REVIEWING", "REFERRED", "WAITING", "LEFT_BEFORE_POUR", "VOIDED", "REFUSED", "DISCARDED");

  private static final Set<String> ENDED =
      Set.of(
          "LEFT_BEFORE_POUR",
          "VOIDED",
          "CONSUMED",
          "PARTLY_TAKEN",
          "REFUSED",
          "SPILLED",
          "TAKEN_AWAY",
          "UNCERTAIN",
          "DISCARDED");

  private static final Set<String> IN_MOTION =
      Set.of("ARMED", "STARTING", "POURING", "STOPPED", "SETTLING", "TOP_UP");

  private static final Set<String> STANDS =
      Set.of("SETTLING", "TOP_UP", "DISCREPANCY", "MEASURED", "HELD", "HANDED_OVER");

  private static final Set<String> SETTLEMENTS =
      Set.of("proved-unmoved", "found-in-cup", "found-discarded", "found-drunk", "never-known");

  private static final Set<String> KEPT =
      Set.of("pump-finished", "pump-stands", "stop-asked", "weighed");

  private Phases() {}

  /** The part may be dosed again. */
  static boolean free(String phase) {
    return FREE.contains(phase);
  }

  /** The dose counts as taken and has ended. */
  static boolean taken(String phase) {
    return ENDED.contains(phase) && !FREE.contains(phase);
  }

  static boolean ended(String phase) {
    return ENDED.contains(phase);
  }

  /** An intent is open: a restart makes this unknown. */
  static boolean inMotion(String phase) {
    return IN_MOTION.contains(phase);
  }

  /** Occupies a place at the station. */
  static boolean atStation(String phase) {
    return !ended(phase) && !phase.equals("REFERRED") && !phase.equals("WAITING");
  }

  /** The entries say that the pump stands. */
  static boolean stands(String phase) {
    return STANDS.contains(phase) || ended(phase);
  }

  /** What may have been kept beside the ledger, and is taken in after a start. */
  static boolean takenIn(String event) {
    return KEPT.contains(event);
  }

  /** How persons settle a dose of unknown outcome. */
  static boolean settles(String event) {
    return SETTLEMENTS.contains(event);
  }
}
