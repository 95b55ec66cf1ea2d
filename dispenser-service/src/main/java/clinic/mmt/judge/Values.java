package clinic.mmt.judge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rule values that a doctor and the head have changed from a day on, and what three of them
 * say on a day. Days are kept as written, so that their order is that of their texts.
 */
final class Values {

  /** Days after which a hand-over is overdue. */
  static final String OVERDUE = "after-care-overdue";

  /** Days that may be open still when the next one is opened. */
  static final String OWED = "day-close-owed";

  /** What missed days make of a dose. */
  static final String MISSED = "missed-days";

  /** As the profile of the simulated clinics begins; of the table the last row of full doses. */
  private static final Map<String, Integer> BEGIN = Map.of(OVERDUE, 14, OWED, 2, MISSED, 3);

  private static final String PRESCRIBER = "PRESCRIBER";
  private static final String HEAD = "HEAD";

  private record Change(String value, String before, String after, String from) {}

  private final List<Change> changes = new ArrayList<>();
  private final Map<String, List<String>> roles = new HashMap<>();

  /** Whose signatures the next entry has to be. */
  private Optional<Body> owed = Optional.empty();

  private String asked = "";
  private int answered;

  /** Any entry that is not of a dose; what must never be, if it is so. */
  Optional<String> take(String kind, Body open) {
    Optional<String> unsigned =
        owed.filter(change -> !(kind.equals("act.signed") && isOf(change, open)))
            .map(change -> "'" + change.text("value") + "' is changed without two signatures");
    owed = Optional.empty();
    switch (kind) {
      case "staff.registered" ->
          roles.put(open.text("staff"), List.of(open.text("roles").split(" ", -1)));
      case "profile.changed" -> {
        owed = Optional.of(open);
        Optional<String> wrong = wrong(open);
        changes.add(
            new Change(
                open.text("value"), open.text("before"), open.text("after"), open.text("from")));
        asked = "";
        return unsigned.or(() -> wrong);
      }
      default -> {}
    }
    return unsigned;
  }

  private static boolean isOf(Body change, Body act) {
    List<String> signed = List.of(act.text("first"), act.text("second"));
    return signed.contains(change.text("doctor")) && signed.contains(change.text("head"));
  }

  private Optional<String> wrong(Body change) {
    String doctor = change.text("doctor");
    String head = change.text("head");
    String name = "'" + change.text("value") + "'";
    if (doctor.equals(head)
        || !roles.getOrDefault(doctor, List.of()).contains(PRESCRIBER)
        || !roles.getOrDefault(head, List.of()).contains(HEAD)) {
      return Optional.of(name + " is changed by others than a doctor and the head");
    }
    if (change.text("from").compareTo(change.text("day")) < 0) {
      return Optional.of(name + " is changed from a day on that was over");
    }
    Optional<String> before = text(change.text("value"), change.text("from"));
    return before.filter(text -> !text.equals(change.text("before"))).isPresent()
        ? Optional.of(name + " was another value than the change says")
        : Optional.empty();
  }

  /** As it reads on a day; empty where it was never changed. */
  private Optional<String> text(String value, String day) {
    Optional<Change> latest = Optional.empty();
    for (Change change : changes) {
      boolean holds = change.value().equals(value) && change.from().compareTo(day) <= 0;
      if (holds && latest.map(l -> l.from().compareTo(change.from()) <= 0).orElse(true)) {
        latest = Optional.of(change);
      }
    }
    return latest.map(Change::after);
  }

  /** Days that this value says on a day. */
  int days(String value, String day) {
    return text(value, day)
        .map(text -> Integer.parseInt(text.substring(0, text.indexOf(' '))))
        .orElseGet(() -> BEGIN.getOrDefault(value, 0));
  }

  /** From so many missed days on the dose is not the one of before; asked before each pour. */
  int missed(String day) {
    if (!day.equals(asked)) {
      asked = day;
      answered = 1 + text(MISSED, day).map(Values::full).orElseGet(() -> BEGIN.get(MISSED));
    }
    return answered;
  }

  /** The last day of a table's first row, such as {@code 0-3 full; 4-5 reduced 1/2; …}. */
  private static int full(String table) {
    return Integer.parseInt(table.substring(table.indexOf('-') + 1, table.indexOf(' ')));
  }

  /** The day so many days before. */
  static String before(String day, int days) {
    return LocalDate.parse(day).minusDays(days).toString();
  }
}
