package clinic.mmt.judge;

/**
 * Something that must never be.
 *
 * @param rule the judge's word for the rule
 * @param dose the dose it is about, empty when it is about none
 * @param sequence the last entry that was written
 * @param text what was seen
 */
public record Violation(String rule, String dose, long sequence, String text) {

  @Override
  public String toString() {
    return rule + (dose.isEmpty() ? "" : " dose " + dose) + " at entry " + sequence + ": " + text;
  }
}
