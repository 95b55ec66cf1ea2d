package clinic.mmt.dispenser.domain.dispense;

/** Why a pump start was intended. A dose has 1..n linked intents. */
public enum IntentKind {
  /** The first shot of a dose. */
  FIRST,
  /** The first shot of a dose, aimed below the order, to be trimmed by weight. */
  AIMED_LOW,
  /** A bounded top-up after settling. */
  TOP_UP,
  /** The rest after a stop. */
  REST
}
