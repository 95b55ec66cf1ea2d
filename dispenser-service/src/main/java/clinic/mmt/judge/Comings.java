package clinic.mmt.judge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who left and came back, who took which number, and until when prescribers may sign, by the
 * entries alone. Days are kept as written, so that their order is that of their texts.
 */
final class Comings {

  private final Set<String> left = new HashSet<>();
  private final Map<String, String> numbers = new HashMap<>();
  private final Map<String, String> certificateOf = new HashMap<>();
  private final Map<String, String> until = new HashMap<>();

  /** Any entry that is not of a dose; what must never be, if it is so. */
  Optional<String> take(String kind, Body open, Body secret) {
    switch (kind) {
      case "patient.left" -> left.add(secret.text("patient"));
      case "patient.admitted" -> left.remove(secret.text("patient"));
      case "certificate.noted" -> {
        certificateOf.put(open.text("staff") + "/" + open.text("role"), open.text("certificate"));
        holds(open.text("certificate"), secret.text("until"));
      }
      case "certificate.extended" -> holds(open.text("certificate"), secret.text("until"));
      case "prescription.signed" -> {
        return expired(open.text("prescriber"), secret.text("signedDay"));
      }
      case "patient.arrived" -> {
        return number(secret);
      }
      default -> {}
    }
    return Optional.empty();
  }

  /** A paper that is noted again keeps the extension that it had. */
  private void holds(String certificate, String day) {
    until.merge(certificate, day, (a, b) -> a.compareTo(b) > 0 ? a : b);
  }

  /** Nobody prescribes whose certificate, where one is noted, has ended. */
  private Optional<String> expired(String prescriber, String day) {
    return Optional.ofNullable(certificateOf.get(prescriber + "/PRESCRIBER"))
        .map(certificate -> until.getOrDefault(certificate, ""))
        .filter(last -> last.compareTo(day) < 0)
        .map(last -> "signed on " + day + " with a certificate until " + last);
  }

  /** A number of a sitting is one patient's, and a patient has one number a day. */
  private Optional<String> number(Body secret) {
    String day = secret.text("day") + "/";
    String number = day + secret.text("sitting") + "/" + secret.text("number");
    String patient = day + secret.text("patient");
    boolean twice =
        numbers.putIfAbsent(number, patient) != null
            || numbers.putIfAbsent(patient, number) != null;
    return twice ? Optional.of("a number or a patient stands twice: " + number) : Optional.empty();
  }

  /** Why nothing may be poured for this patient at all, if so. */
  Optional<String> away(String patient) {
    return left.contains(patient)
        ? Optional.of("has left care and was not admitted again")
        : Optional.empty();
  }

  /** The numbers of a day that is over are given again. */
  void dayEnds() {
    numbers.clear();
  }
}
