package clinic.mmt.judge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Bottles to take home, by the entries alone: each holds what is ordered for its day, and a part of
 * a day has a dose or a bottle that went out, never both.
 */
final class Bottles {

  /** One bottle; {@code part} is patient, day and part in one key. */
  private record Bottle(String patient, String day, String part) {}

  private static final Set<String> GOT_FREE = Set.of("REOPENED", "DISCARDED");
  private static final Set<String> IN_DOUBT = Set.of("LOST", "RETURNED");

  private final Map<String, Bottle> byLabel = new HashMap<>();
  private final Set<String> out = new HashSet<>();
  private final Courses courses;

  Bottles(Courses courses) {
    this.courses = courses;
  }

  static String part(Body of) {
    return of.text("patient") + "/" + of.text("day") + "/" + of.text("part");
  }

  /**
   * Any entry that is not of a dose; what must never be, if it is so.
   *
   * @param guarded parts of days with a dose that is open or taken
   */
  Optional<String> take(String kind, Body secret, Orders orders, Map<String, String> guarded) {
    switch (kind) {
      case "take-home.filled" -> {
        byLabel.put(
            secret.text("label"),
            new Bottle(secret.text("patient"), secret.text("day"), part(secret)));
        return orders.ofBottle(secret);
      }
      case "take-home.handed-over" -> {
        return handedOver(secret, guarded);
      }
      case "take-home.changed" -> changed(secret);
      default -> {}
    }
    return Optional.empty();
  }

  private Optional<String> handedOver(Body secret, Map<String, String> guarded) {
    Optional<String> fault = Optional.empty();
    for (String label : secret.text("labels").split(" ", -1)) {
      Bottle bottle = byLabel.get(label);
      if (bottle == null || !bottle.patient().equals(secret.text("patient"))) {
        fault = Optional.of("bottle " + label + " is of nobody, or of somebody else");
        continue;
      }
      courses.coveredAtHome(bottle.patient(), bottle.day());
      if (!out.add(bottle.part()) || guarded.containsKey(bottle.part())) {
        fault = Optional.of("a bottle goes out for a part that has its dose: " + label);
      }
    }
    return fault;
  }

  private void changed(Body secret) {
    Bottle bottle = byLabel.get(secret.text("label"));
    if (bottle == null) {
      return;
    }
    if (GOT_FREE.contains(secret.text("to"))) {
      out.remove(bottle.part());
      courses.seenTo(bottle.patient(), bottle.day());
    }
    if (IN_DOUBT.contains(secret.text("to"))) {
      courses.doubtedAtHome(bottle.patient(), bottle.day());
    }
  }

  /** Why nothing may be poured for this part of a day, if a bottle went out for it. */
  Optional<String> covered(Body dose) {
    return out.contains(part(dose))
        ? Optional.of("a bottle went out for this part of the day")
        : Optional.empty();
  }
}
