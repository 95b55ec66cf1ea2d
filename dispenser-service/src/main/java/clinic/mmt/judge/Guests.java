package clinic.mmt.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Guest letters: whoever is a guest elsewhere is not dosed at home on those days, a
 * guest here only on the days of the letter, and only by a letter that another site wrote. Days are
 * kept as written, so that their order is that of their texts.
 */
final class Guests {

  private static final String RELEASED = "guest-elsewhere";

  private record Letter(String id, String first, String last) {
    boolean covers(String day) {
      return first.compareTo(day) <= 0 && day.compareTo(last) <= 0;
    }
  }

  private final Map<String, List<Letter>> away = new HashMap<>();
  private final Map<String, List<Letter>> here = new HashMap<>();
  private final Map<String, String> released = new HashMap<>();
  private final Set<String> written = new HashSet<>();

  /** Another site really wrote this letter, for this site and this person here. */
  void written(String letter, String patient, String first, String last) {
    written.add(key(letter, patient, first, last));
  }

  private static String key(String letter, String patient, String first, String last) {
    return letter + "/" + patient + "/" + first + "/" + last;
  }

  /** Any entry that is not of a dose; what must never be, if it is so. */
  Optional<String> take(String kind, Body secret) {
    switch (kind) {
      case "guest-letter.signed" -> letters(away, secret).add(letter(secret));
      case "guest-letter.ended" ->
          letters(away, secret).removeIf(l -> l.id().equals(secret.text("letter")));
      case "guest.received" -> {
        Letter letter = letter(secret);
        letters(here, secret).add(letter);
        boolean known =
            written.contains(
                key(letter.id(), secret.text("patient"), letter.first(), letter.last()));
        return known
            ? Optional.empty()
            : Optional.of("a letter is taken in that no other site wrote so");
      }
      // Whoever is admitted is no guest any more.
      case "patient.admitted" ->
          Optional.ofNullable(here.get(secret.text("patient")))
              .ifPresent(all -> all.removeIf(l -> l.first().compareTo(secret.text("day")) <= 0));
      case "day.released" -> {
        if (List.of(secret.text("reasons").split(" ", -1)).contains(RELEASED)) {
          released.put(secret.text("patient"), secret.text("day"));
        }
      }
      default -> {}
    }
    return Optional.empty();
  }

  private static List<Letter> letters(Map<String, List<Letter>> of, Body secret) {
    return of.computeIfAbsent(secret.text("patient"), p -> new ArrayList<>(2));
  }

  private static Letter letter(Body secret) {
    return new Letter(secret.text("letter"), secret.text("firstDay"), secret.text("lastDay"));
  }

  /** Why nothing may be poured here for this patient on this day, if so. */
  Optional<String> fault(Body dose) {
    String patient = dose.text("patient");
    List<Letter> elsewhere = away.getOrDefault(patient, List.of());
    List<Letter> guest = here.getOrDefault(patient, List.of());
    if (elsewhere.isEmpty() && guest.isEmpty()) {
      return Optional.empty();
    }
    String day = dose.text("day");
    if (elsewhere.stream().anyMatch(l -> l.covers(day)) && !day.equals(released.get(patient))) {
      return Optional.of("is a guest at another site on " + day);
    }
    return guest.isEmpty() || guest.stream().anyMatch(l -> l.covers(day))
        ? Optional.empty()
        : Optional.of("is a guest here, and no letter is for " + day);
  }
}
