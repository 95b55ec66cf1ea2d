package clinic.mmt.judge;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds: nothing is poured while a doctor, a pharmacist or the head has asked so; an
 * administrative hold stops nothing, and the head's has an end. Days are kept as written, so that
 * their order is that of their texts.
 */
final class Holds {

  private static final Set<String> STOPS = Set.of("DOCTOR", "PHARMACIST", "HEAD");

  /** Later than any day. */
  private static final String OPEN = "~";

  /** Last days by patient and hold. */
  private final Map<String, Map<String, String>> byPatient = new HashMap<>();

  /** Any entry that is not of a dose; what must never be, if it is so. */
  Optional<String> take(String kind, Body secret) {
    switch (kind) {
      case "hold.placed" -> {
        String last = secret.text("lastDay");
        if (STOPS.contains(secret.text("by"))) {
          byPatient
              .computeIfAbsent(secret.text("patient"), p -> new HashMap<>(2))
              .put(secret.text("hold"), last.isEmpty() ? OPEN : last);
        }
        return secret.text("by").equals("HEAD") && last.isEmpty()
            ? Optional.of("a hold of the head has no end")
            : Optional.empty();
      }
      case "hold.lifted" ->
          Optional.ofNullable(byPatient.get(secret.text("patient")))
              .ifPresent(all -> all.remove(secret.text("hold")));
      default -> {}
    }
    return Optional.empty();
  }

  /** Why nothing may be poured for this patient on this day, if so. */
  Optional<String> fault(Body dose) {
    Map<String, String> holds = byPatient.get(dose.text("patient"));
    return holds != null
            && holds.values().stream().anyMatch(last -> last.compareTo(dose.text("day")) >= 0)
        ? Optional.of("is held on " + dose.text("day"))
        : Optional.empty();
  }
}
