package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.text.Refused;
import java.util.List;
import java.util.Optional;

/**
 * Why something was refused: which rule, in words, and who may lift it. Never names a person.
 *
 * @param code stable kebab-case code, for example {@code already-dosed}
 * @param rule rule id, for example {@code R-30}; empty when it is no clinical rule
 * @param text plain words
 * @param liftedBy who or what is the way on; never empty
 * @param details further reasons
 * @param vietnamese the same in Vietnamese, where the service itself has it; screens have the words
 *     of the other codes
 */
public record Refusal(
    String code,
    String rule,
    String text,
    String liftedBy,
    List<Told> details,
    Optional<Told> vietnamese) {

  /** Copies the list. */
  public Refusal {
    details = List.copyOf(details);
  }

  /**
   * A reason in one language.
   *
   * @param text plain words
   * @param liftedBy who or what is the way on
   */
  public record Told(String text, String liftedBy) {}

  /** The same, told in Vietnamese too. */
  public Refusal vietnamese(String words, String wayOn) {
    return new Refusal(code, rule, text, liftedBy, details, Optional.of(new Told(words, wayOn)));
  }

  /** A refusal without further details. */
  public static Refusal of(String code, String rule, String text, String liftedBy) {
    return new Refusal(code, rule, text, liftedBy, List.of(), Optional.empty());
  }

  /** In both languages. */
  public static Refusal of(Refused no) {
    return of(no.code(), no.rule(), no.english().text(), no.english().wayOn())
        .vietnamese(no.vietnamese().text(), no.vietnamese().wayOn());
  }
}
