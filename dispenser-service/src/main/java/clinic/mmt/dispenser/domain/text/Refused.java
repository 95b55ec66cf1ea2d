package clinic.mmt.dispenser.domain.text;

/** A reason why something can't be done, and the way on, in both languages. */
public interface Refused {

  /** Stable kebab-case code. */
  String code();

  /** Rule or hazard; may be empty. */
  String rule();

  /** In English. */
  Words english();

  /** In Vietnamese. */
  Words vietnamese();
}
