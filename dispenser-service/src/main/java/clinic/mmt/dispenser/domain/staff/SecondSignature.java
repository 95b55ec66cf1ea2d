package clinic.mmt.dispenser.domain.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The one primitive for acts of two persons: two authentications of two people, bound to exactly
 * the act; live at one terminal, remote, or deferred.
 */
public final class SecondSignature {

  /** A signature is good for this long. */
  public static final Duration VALID = Duration.ofMinutes(2);

  /** Two signatures at one terminal closer than this are flagged, not refused. */
  public static final Duration SUSPICIOUS = Duration.ofSeconds(2);

  private SecondSignature() {}

  /** How the second signature came. */
  public enum Mode {
    /** Both at one terminal. */
    LIVE,
    /** The second at another terminal, at the same time. */
    REMOTE,
    /** Owed, and given later. */
    DEFERRED
  }

  /** The answer. */
  public sealed interface Answer {
    /** Enough persons signed. */
    record Signed(Mode mode, boolean flagged) implements Answer {}

    /** Enough for now; the second signature is owed by the day that many days from today. */
    record Owed(int days) implements Answer {}

    /** Not enough: why, and who may sign. */
    record Missing(String text, String liftedBy) implements Answer {}
  }

  /** Judges the signatures of one act under {@code rule}. */
  public static Answer judge(
      ActKind.Rule rule, String digest, Signature first, Optional<Signature> second, Instant now) {
    if (!bound(first, digest, now)) {
      return new Answer.Missing("The first signature is not for this act.", "sign this act");
    }
    if (rule.persons() == 1) {
      return new Answer.Signed(Mode.LIVE, false);
    }
    if (second.isEmpty()) {
      return rule.deferrable()
          ? new Answer.Owed(rule.deferredDays())
          : new Answer.Missing("This act needs a second person.", wayOn(rule));
    }
    return judgeTwo(rule, digest, first, second.get(), now);
  }

  /** Judges a second signature given later for an act whose first one is on record. */
  public static Answer judgeDeferred(String digest, StaffId first, Signature second, Instant now) {
    if (!bound(second, digest, now)) {
      return new Answer.Missing("The signature is not for this act.", "sign this act");
    }
    return first.equals(second.staff())
        ? new Answer.Missing("Both signatures are by one person.", "somebody else signs")
        : new Answer.Signed(Mode.DEFERRED, false);
  }

  private static Answer judgeTwo(
      ActKind.Rule rule, String digest, Signature first, Signature second, Instant now) {
    if (!bound(second, digest, now)) {
      return new Answer.Missing("The second signature is not for this act.", wayOn(rule));
    }
    if (first.staff().equals(second.staff())) {
      return new Answer.Missing("Both signatures are by one person.", wayOn(rule));
    }
    boolean decides =
        first.roles().stream().anyMatch(Role::decides)
            || second.roles().stream().anyMatch(Role::decides);
    if (rule.decider() && !decides) {
      return new Answer.Missing("Neither of the two is a pharmacist or doctor.", wayOn(rule));
    }
    boolean together = first.terminal().equals(second.terminal());
    if (!together && !rule.remote() && !rule.deferrable()) {
      return new Answer.Missing("The second person signs at the same terminal here.", wayOn(rule));
    }
    Duration apart = Duration.between(first.at(), second.at()).abs();
    return new Answer.Signed(
        together ? Mode.LIVE : Mode.REMOTE, together && apart.compareTo(SUSPICIOUS) < 0);
  }

  private static boolean bound(Signature signature, String digest, Instant now) {
    Duration age = Duration.between(signature.at(), now);
    return signature.digest().equals(digest) && !age.isNegative() && age.compareTo(VALID) <= 0;
  }

  private static String wayOn(ActKind.Rule rule) {
    return rule.decider()
        ? "a second person signs, one of the two a pharmacist or doctor"
        : "a second person signs";
  }
}
