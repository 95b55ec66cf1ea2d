package clinic.mmt.dispenser.domain.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** When a guest letter may be signed, ended and taken in (R-102, R-123, H102). */
public final class GuestRules {

  private GuestRules() {}

  /** Why not. */
  public enum Fault {
    /** It begins before today. */
    PAST,
    /** It has more days than the profile allows. */
    TOO_LONG,
    /** Another letter of the patient has one of its days. */
    OVERLAPS,
    /** Its first day has come: the paper may be in use at the other site. */
    BEGUN,
    /** Its last day is over. */
    OVER
  }

  /**
   * What is wrong with signing {@code next} today.
   *
   * @param noted letters of the same patient, whatever their way
   * @param most days that the profile allows
   */
  public static Optional<Fault> toSign(
      List<GuestLetter> noted, GuestLetter next, LocalDate today, int most) {
    if (next.first().isBefore(today)) {
      return Optional.of(Fault.PAST);
    }
    if (next.days() > most) {
      return Optional.of(Fault.TOO_LONG);
    }
    return overlaps(noted, next) ? Optional.of(Fault.OVERLAPS) : Optional.empty();
  }

  /** What is wrong with ending {@code letter} today. */
  public static Optional<Fault> toEnd(GuestLetter letter, LocalDate today) {
    return letter.first().isAfter(today) ? Optional.empty() : Optional.of(Fault.BEGUN);
  }

  /** What is wrong with taking in {@code next} at the guest site today. */
  public static Optional<Fault> toTakeIn(
      List<GuestLetter> noted, GuestLetter next, LocalDate today) {
    if (next.last().isBefore(today)) {
      return Optional.of(Fault.OVER);
    }
    return overlaps(noted, next) ? Optional.of(Fault.OVERLAPS) : Optional.empty();
  }

  private static boolean overlaps(List<GuestLetter> noted, GuestLetter next) {
    return noted.stream()
        .anyMatch(l -> !l.last().isBefore(next.first()) && !next.last().isBefore(l.first()));
  }
}
