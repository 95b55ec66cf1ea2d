package clinic.mmt.judge;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Openings and closes of clinic days: no day is opened while one before yesterday but one
 * is owed its close, and none is closed while somebody is watched or a cup is out. Days are kept as
 * written, so that their order is that of their texts.
 */
final class OpenedDays {

  /** Days that may be open still when the next one is opened. */
  private static final int OWED_AFTER = 2;

  private final TreeSet<String> owed = new TreeSet<>();

  /** Day of the dose, by the observation that began after it. */
  private final Map<String, String> watched = new HashMap<>();

  /**
   * Any entry that is not of a dose; what must never be, if it is so.
   *
   * @param cases doses by their ids
   */
  Optional<String> take(String kind, Body open, Body secret, Map<String, Case> cases) {
    return switch (kind) {
      case "observation.began" -> {
        String day =
            Optional.ofNullable(cases.get(secret.text("dose")))
                .map(c -> c.body().text("day"))
                .orElse("");
        watched.put(secret.text("observation"), day);
        yield Optional.empty();
      }
      case "observation.ended" -> {
        watched.remove(secret.text("observation"));
        yield Optional.empty();
      }
      case "day.opened" -> opened(open.text("day"));
      case "day.closed" -> closed(open.text("day"), cases);
      default -> Optional.empty();
    };
  }

  private Optional<String> opened(String day) {
    String least = LocalDate.parse(day).minusDays(OWED_AFTER).toString();
    Optional<String> before = Optional.ofNullable(owed.lower(least));
    owed.add(day);
    return before.map(d -> day + " is opened, and nobody has closed " + d);
  }

  /** A close is one of all days before as well. */
  private Optional<String> closed(String day, Map<String, Case> cases) {
    owed.headSet(day, true).clear();
    if (watched.values().stream().anyMatch(of -> of.compareTo(day) <= 0)) {
      return Optional.of(day + " is closed, and somebody is still watched");
    }
    return cases.values().stream()
        .filter(c -> Phases.atStation(c.phase) && c.body().text("day").compareTo(day) <= 0)
        .findFirst()
        .map(c -> day + " is closed, and dose " + c.id + " is " + c.phase);
  }
}
