package clinic.mmt.judge;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Openings and closes of clinic days: no day is opened while one from before the last days
 * is owed its close, and none is closed while somebody is watched or a cup is out. Days are kept as
 * written, so that their order is that of their texts.
 */
final class OpenedDays {

  private final Values values;
  private final TreeSet<String> owed = new TreeSet<>();

  /** Day of the dose, by the observation that began after it. */
  private final Map<String, String> watched = new HashMap<>();

  OpenedDays(Values values) {
    this.values = values;
  }

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
    Optional<String> before = owedBefore(day);
    owed.add(day);
    return before.map(d -> day + " is opened, and nobody has closed " + d);
  }

  /** The latest of the days that somebody has to close before this one is opened. */
  private Optional<String> owedBefore(String day) {
    return Optional.ofNullable(owed.lower(Values.before(day, values.days(Values.OWED, day))));
  }

  /** An opening was refused, since a day before was never closed. */
  Optional<String> notOpened(String day) {
    return owedBefore(day).isPresent()
        ? Optional.empty()
        : Optional.of(day + " is not opened, and every day that has to be closed is closed");
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
