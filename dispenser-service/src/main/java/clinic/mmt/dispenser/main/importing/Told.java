package clinic.mmt.dispenser.main.importing;

import clinic.mmt.dispenser.domain.text.Language;

/**
 * One line of the report about one place of the file. Never says what stands there.
 *
 * @param line from 1
 * @param column in characters from 1
 * @param name of the column; empty: the whole line
 * @param english what, and what to do
 * @param vietnamese the same
 */
public record Told(int line, int column, String name, String english, String vietnamese) {

  /** For a terminal: {@code file:line:column: kind column: text}. */
  String text(String file, String kind, Language language) {
    String where = file + ":" + line + ":" + column + ": " + kind;
    String what = language == Language.VI ? vietnamese : english;
    return where + (name.isEmpty() ? "" : " " + name) + ": " + what;
  }
}
