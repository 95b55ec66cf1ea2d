package clinic.mmt.judge;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one person decides, and what two sign: who left is noted by a prescriber, and called dropped
 * out only after so many missed days; a second signature is another person's.
 */
final class Decided {

  /** From so many whole days without a dose on somebody may be called dropped out. */
  private static final int AWAY_DAYS = 30;

  private final Courses courses;
  private final Set<String> prescribers = new HashSet<>();

  Decided(Courses courses) {
    this.courses = courses;
  }

  /** Any entry that is not of a dose; what must never be, if it is so. */
  Optional<String> take(String kind, Body open, Body secret) {
    return switch (kind) {
      case "staff.registered" -> {
        if (List.of(open.text("roles").split(" ", -1)).contains("PRESCRIBER")) {
          prescribers.add(open.text("staff"));
        } else {
          prescribers.remove(open.text("staff"));
        }
        yield Optional.empty();
      }
      case "patient.left" -> left(secret);
      case "act.signed" ->
          open.text("first").equals(open.text("second"))
              ? Optional.of("both signatures of " + open.text("kind") + " are one person's")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<String> left(Body secret) {
    if (!prescribers.contains(secret.text("by"))) {
      return Optional.of("a leaving is noted, and no prescriber has decided it");
    }
    String last = courses.lastTaken(secret.text("patient"));
    return secret.text("why").equals("DROPPED_OUT")
            && !last.isEmpty()
            && LocalDate.parse(last)
                .plusDays(AWAY_DAYS)
                .isAfter(LocalDate.parse(secret.text("day")).minusDays(1))
        ? Optional.of("is called dropped out, and had a dose on " + last)
        : Optional.empty();
  }
}
