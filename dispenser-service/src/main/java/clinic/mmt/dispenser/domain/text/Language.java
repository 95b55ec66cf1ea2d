package clinic.mmt.dispenser.domain.text;

/** A language that people here read. */
public enum Language {
  /** Vietnamese: decimal comma. */
  VI(","),
  /** English: decimal point. */
  EN(".");

  private final String mark;

  Language(String mark) {
    this.mark = mark;
  }

  String mark() {
    return mark;
  }
}
