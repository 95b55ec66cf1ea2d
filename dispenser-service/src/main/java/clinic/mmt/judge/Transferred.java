package clinic.mmt.judge;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who was transferred to another site is not dosed here; who is admitted and has no dose that
 * anybody knows of begins anew, with the limit of a first dose.
 */
final class Transferred {

  /** The most that a first dose may be, with a written reason; above that two sign. */
  private static final long FIRST_MICROGRAMS = 30_000;

  private final Courses courses;
  private final Set<String> out = new HashSet<>();
  private final Set<String> admitted = new HashSet<>();
  private final Set<String> overLimits = new HashSet<>();

  Transferred(Courses courses) {
    this.courses = courses;
  }

  /** Any entry that is not of a dose. */
  void take(String kind, Body open, Body secret) {
    switch (kind) {
      case "patient.left" -> {
        if (secret.text("why").equals("TRANSFERRED")) {
          out.add(secret.text("patient"));
        }
      }
      case "patient.admitted" -> {
        out.remove(secret.text("patient"));
        admitted.add(secret.text("patient"));
      }
      case "prescription.signed" -> {
        if (secret.text("overLimits").equals("true")) {
          overLimits.add(open.text("prescription"));
        }
      }
      default -> {}
    }
  }

  /** Why this may not be poured for somebody who came or went by a transfer, if so. */
  Optional<String> fault(Body dose) {
    String patient = dose.text("patient");
    if (out.contains(patient)) {
      return Optional.of("was transferred to another site");
    }
    if (!admitted.contains(patient)) {
      return Optional.empty();
    }
    if (courses.knowsDoseOf(patient)) {
      admitted.remove(patient);
      return Optional.empty();
    }
    return dose.number("order.doseMicrograms") > FIRST_MICROGRAMS
            && !overLimits.contains(dose.text("order.prescription"))
        ? Optional.of("a first dose of " + dose.number("order.doseMicrograms") + " µg")
        : Optional.empty();
  }
}
