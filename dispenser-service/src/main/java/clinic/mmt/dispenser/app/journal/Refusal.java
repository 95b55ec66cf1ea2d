package clinic.mmt.dispenser.app.journal;

import java.util.List;

/**
 * Why something was refused: which rule, in words, and who may lift it. Never names a person.
 *
 * @param code stable kebab-case code, for example {@code already-dosed}
 * @param rule rule id, for example {@code R-30}; empty when it is no clinical rule
 * @param text plain words
 * @param liftedBy who or what is the way on; never empty
 * @param details further reasons
 */
public record Refusal(
    String code, String rule, String text, String liftedBy, List<String> details) {

  /** A refusal without further details. */
  public static Refusal of(String code, String rule, String text, String liftedBy) {
    return new Refusal(code, rule, text, liftedBy, List.of());
  }
}
