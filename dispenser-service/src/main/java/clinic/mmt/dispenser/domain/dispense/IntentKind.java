package clinic.mmt.dispenser.domain.dispense;

/** Why a pump start was intended. A dose has 1..n linked intents. */
public enum IntentKind {
  /** The first shot of a dose. */
  FIRST,
  /** A bounded top-up after settling. */
  TOP_UP,
  /** The rest after a stop. */
  REST
}
