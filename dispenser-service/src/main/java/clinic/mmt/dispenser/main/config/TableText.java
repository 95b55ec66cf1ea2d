package clinic.mmt.dispenser.main.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table as people read, sign and replace it: {@code 0-3 full; 4-5 reduced 1/2 at most 40 mg; 6-
 * reinduct}, or {@code 10 min all; 30 min 1/2}. Whatever is in the table is in its text.
 */
final class TableText {

  private static final Pattern ROW =
      Pattern.compile(
          "(\\d{1,3})-(\\d{0,3}) ([a-z-]{1,20})(?: (\\d{1,3}/\\d{1,3}))?"
              + "(?: at most ([\\d.]{1,8} ?mg))?(?: at least ([\\d.]{1,8} ?mg))?");

  private static final String FORM = "0-3 full; 4-5 reduced 1/2 at most 40 mg; 6- reinduct";

  private static final Pattern VOMITED =
      Pattern.compile("(\\d{1,4} ?(?:s|min)) (all|\\d{1,3}/\\d{1,3})");

  private static final String VOMITED_FORM = "10 min all; 30 min 1/2";

  private TableText() {}

  /** One row. */
  static String of(Yaml row) throws ConfigException {
    return row.text("from")
        + "-"
        + row.text("to", "")
        + " "
        + row.text("action")
        + (row.has("part") ? " " + row.text("part") : "")
        + (row.has("at-most") ? " at most " + row.text("at-most") : "")
        + (row.has("at-least") ? " at least " + row.text("at-least") : "");
  }

  /** The same map of rows of missed days that a file has, to be checked as one of a file. */
  static Yaml missedDays(String key, String text) throws ConfigException {
    return parse(
        key,
        text,
        new Form(ROW, FORM, List.of("from", "to", "action", "part", "at-most", "at-least")));
  }

  /** The same of vomited doses. */
  static Yaml vomited(String key, String text) throws ConfigException {
    return parse(key, text, new Form(VOMITED, VOMITED_FORM, List.of("within", "part")));
  }

  /**
   * What a row looks like.
   *
   * @param row with a group for each member
   * @param example for people
   * @param members of the map that it stands for
   */
  private record Form(Pattern row, String example, List<String> members) {

    List<String> of(Matcher found) {
      List<String> all = new ArrayList<>();
      for (int i = 0; i < members.size(); i++) {
        String value = found.group(i + 1);
        if (value != null && !value.isEmpty()) {
          all.add(members.get(i) + ": " + value);
        }
      }
      return all;
    }
  }

  private static Yaml parse(String key, String text, Form form) throws ConfigException {
    List<String> rows = new ArrayList<>();
    for (String row : text.split(";", -1)) {
      Matcher found = form.row().matcher(row.strip());
      if (!found.matches()) {
        throw new ConfigException(
            "%s:1: '%s' must be rows such as '%s', not '%s'"
                .formatted(key, key, form.example(), row.strip()));
      }
      rows.add("  - {" + String.join(", ", form.of(found)) + "}");
    }
    return Yaml.parse(key, "rows:\n" + String.join("\n", rows));
  }
}
