package clinic.mmt.dispenser.domain.eligibility;

import java.util.List;

/**
 * One reason of a verdict: which rule, with which figures. Says nothing about who the person is.
 *
 * @param code which reason
 * @param figures what stands for {0}, {1} in its text
 */
public record Reason(ReasonCode code, List<String> figures) {

  /** Copies the list. */
  public Reason {
    figures = List.copyOf(figures);
  }

  static Reason of(ReasonCode code, Object... figures) {
    return new Reason(code, List.of(figures).stream().map(Object::toString).toList());
  }

  /** In plain English. */
  public String english() {
    return filled(code.english());
  }

  /** In plain Vietnamese. */
  public String vietnamese() {
    return filled(code.vietnamese());
  }

  private String filled(String text) {
    String filled = text;
    for (int i = 0; i < figures.size(); i++) {
      filled = filled.replace("{" + i + "}", figures.get(i));
    }
    return filled;
  }
}
