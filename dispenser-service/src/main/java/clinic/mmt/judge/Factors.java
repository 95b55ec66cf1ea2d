package clinic.mmt.judge;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** By what a person was known, held against what the person said of fingerprints. */
final class Factors {

  private final Set<String> refuse = new HashSet<>();

  /** Any entry that is not of a dose. */
  void take(String kind, Body secret) {
    if (kind.equals("finger-consent.noted")) {
      if (secret.text("answer").equals("GIVEN")) {
        refuse.remove(secret.text("patient"));
      } else {
        refuse.add(secret.text("patient"));
      }
    }
  }

  /** Why a dose may not be poured for whoever was known so. */
  Optional<String> fault(Body dose) {
    String method = dose.text("identification.method");
    boolean refuses = refuse.contains(dose.text("patient"));
    if (method.equals("CARD_AND_PHOTO") && !refuses) {
      return Optional.of("one person and a photo, and fingerprints are not refused");
    }
    return method.equals("CARD_AND_FINGER") && refuses
        ? Optional.of("a finger was compared of somebody who refuses it")
        : Optional.empty();
  }
}
