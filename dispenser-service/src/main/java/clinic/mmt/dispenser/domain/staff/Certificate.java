package clinic.mmt.dispenser.domain.staff;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody needs for a function, such as a doctor's certificate for substitution treatment
 * (R-21, R-131).
 *
 * @param id of the note
 * @param staff whose
 * @param role for which function
 * @param label its number, as printed on it
 * @param until last day it holds by itself
 * @param extension by the head, at most once
 */
public record Certificate(
    String id,
    StaffId staff,
    Role role,
    String label,
    LocalDate until,
    Optional<Extension> extension) {

  /**
   * A few days more, while the new one is on its way.
   *
   * @param until last day
   * @param reason in words
   * @param head who extended it
   */
  public record Extension(LocalDate until, String reason, StaffId head) {}

  /** How it stands on a day. */
  public enum Standing {
    /** It holds, and long enough. */
    VALID,
    /** It holds by itself, and its last day is near. */
    WARNS,
    /** It holds by the head's extension only; the day sheet says so. */
    EXTENDED,
    /** It holds no longer. */
    EXPIRED
  }

  /** The same, extended. */
  public Certificate extended(Extension by) {
    return new Certificate(id, staff, role, label, until, Optional.of(by));
  }

  /** Last day on which it holds, with its extension. */
  public LocalDate lastDay() {
    return extension.map(Extension::until).filter(until::isBefore).orElse(until);
  }

  /** Days left after {@code today}; below 0 it has expired. */
  public long daysLeft(LocalDate today) {
    return lastDay().toEpochDay() - today.toEpochDay();
  }

  /** How it stands, told {@code warns} days ahead. */
  public Standing on(LocalDate today, int warns) {
    if (daysLeft(today) < 0) {
      return Standing.EXPIRED;
    }
    if (today.isAfter(until)) {
      return Standing.EXTENDED;
    }
    return daysLeft(today) <= warns ? Standing.WARNS : Standing.VALID;
  }

  @Override
  public String toString() {
    return "Certificate[•••]";
  }
}
