package clinic.mmt.dispenser.domain.dispense;

/** Why a pour was intended. A dose has 1..n linked intents. */
public enum IntentKind {
  /** The first shot of a dose. */
  FIRST,
  /** The first shot or last stroke, aimed below the order, to be trimmed by weight. */
  AIMED_LOW,
  /** One of several strokes, since a syringe holds less than the dose; another one follows. */
  STROKE,
  /** The last of several strokes. */
  LAST_STROKE,
  /** A bounded top-up after settling. */
  TOP_UP,
  /** The rest after a stop. */
  REST,
  /** The one shot of a dose that no scale weighs. */
  UNWEIGHED,
  /** Drawn by hand into the cup on the scale; no pump ever starts for it. */
  HAND,
  /** The rest, drawn by hand. */
  HAND_REST;

  /** Whether a person draws it and no pump is told anything. */
  public boolean byHand() {
    return this == HAND || this == HAND_REST;
  }

  /** Whether it goes on after something stands in the cup already. */
  public boolean rest() {
    return this == REST || this == HAND_REST;
  }
}
