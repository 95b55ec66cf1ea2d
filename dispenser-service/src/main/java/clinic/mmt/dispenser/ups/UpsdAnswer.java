package clinic.mmt.dispenser.ups;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of {@code upsd}, the network protocol 1.3 of Network UPS Tools. */
sealed interface UpsdAnswer {

  /** {@code VAR <ups> <variable> "<value>"}. */
  record Value(String text) implements UpsdAnswer {}

  /** {@code ERR <code>}. */
  record No(String code) implements UpsdAnswer {}

  /** Any other line, and a value of another variable. */
  record NotUnderstood() implements UpsdAnswer {}

  /** {@code GET VAR <ups> <variable>}. */
  static String question(String ups, String variable) {
    return "GET VAR " + ups + " " + variable + "\n";
  }

  /** Reads the answer to a {@link #question}, without its end of line. */
  static UpsdAnswer read(String ups, String variable, String line) {
    if (line.matches("ERR [A-Z-]{1,40}.*")) {
      return new No(line.split(" ", 3)[1]);
    }
    String head = "VAR " + ups + " " + variable + " ";
    return line.startsWith(head)
        ? unquoted(line.substring(head.length()))
            .<UpsdAnswer>map(Value::new)
            .orElseGet(NotUnderstood::new)
        : new NotUnderstood();
  }

  /** Within quotes a backslash stands before a quote and before a backslash. */
  private static Optional<String> unquoted(String text) {
    Matcher quoted = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(text);
    return quoted.matches()
        ? Optional.of(quoted.group(1).replaceAll("\\\\(.)", "$1"))
        : Optional.empty();
  }
}
