package clinic.mmt.judge;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Enrolments and consent to fingerprints (R-103, H104): two enrol, fingers only of who agreed, and
 * nothing is kept of who does not.
 */
final class Enrolled {

  private final Set<String> agree = new HashSet<>();
  private final Set<String> refuse = new HashSet<>();

  /** Whose templates really are in the people file. */
  private final Set<String> kept = new HashSet<>();

  /** An enrolment was written, and the signature of both has to be the next entry. */
  private boolean toBeSigned;

  /** Templates of a person are in the people file, or are not any more. */
  void template(String patient, boolean there) {
    if (there) {
      kept.add(patient);
    } else {
      kept.remove(patient);
    }
  }

  /** Any entry that is not of a dose; what must never be, if it is so. */
  Optional<String> take(String kind, Body open, Body secret) {
    boolean signed = kind.equals("act.signed") && open.text("kind").equals("ENROLMENT");
    boolean alone = toBeSigned && !(signed && !open.text("first").equals(open.text("second")));
    toBeSigned = false;
    return switch (kind) {
      case "finger-consent.noted" -> {
        boolean yes = secret.text("answer").equals("GIVEN");
        (yes ? agree : refuse).add(secret.text("patient"));
        (yes ? refuse : agree).remove(secret.text("patient"));
        yield alone ? alone() : keptAllTheSame(secret.text("patient"), yes);
      }
      case "enrolment.completed" -> {
        toBeSigned = true;
        yield alone ? alone() : completed(secret);
      }
      default -> alone ? alone() : Optional.empty();
    };
  }

  /** What is deleted is deleted before it is on record that it has to be. */
  private Optional<String> keptAllTheSame(String patient, boolean agrees) {
    return !agrees && kept.contains(patient)
        ? Optional.of("templates are kept of somebody who refuses or withdrew")
        : Optional.empty();
  }

  private static Optional<String> alone() {
    return Optional.of("one person alone enrolled");
  }

  private Optional<String> completed(Body secret) {
    if (secret.text("first").equals(secret.text("second"))) {
      return alone();
    }
    return secret.text("fingers").isEmpty() || agree.contains(secret.text("patient"))
        ? Optional.empty()
        : Optional.of("fingers are enrolled of somebody who did not agree");
  }

  /** A look-up did not show this person's record; without templates no finger can lead there. */
  Optional<String> overlooked(String patient) {
    return kept.contains(patient)
        ? Optional.of("the look-up did not show the record of " + patient)
        : Optional.empty();
  }

  /** When the day is over nothing is left of who refuses; empty when that is so. */
  Optional<String> dayEnds() {
    return refuse.stream().anyMatch(kept::contains)
        ? Optional.of("templates are kept of somebody who refuses or withdrew")
        : Optional.empty();
  }
}
