package clinic.mmt.dispenser.domain.profile;

import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A doctor and the head of the clinic, two people: who signs or replaces a rule value (R-91,
 *
 *
 * @param doctor signed as a prescriber
 * @param head signed as the head
 * @param day clinic day of the signatures
 */
public record Signers(StaffId doctor, StaffId head, LocalDate day) {

  /** Checks that they are two. */
  public Signers {
    if (doctor.equals(head)) {
      throw new IllegalArgumentException("a doctor and the head are two people");
    }
  }

  /** One of two, with the functions held at that moment. */
  public record One(StaffId staff, Set<Role> roles) {

    /** Copies the set. */
    public One {
      roles = Set.copyOf(roles);
    }
  }

  /**
   * The two in their functions, whoever came first; empty when they are not a doctor and a head.
   */
  public static Optional<Signers> of(One first, One second, LocalDate day) {
    if (first.staff().equals(second.staff())) {
      return Optional.empty();
    }
    return pair(first, second, day).or(() -> pair(second, first, day));
  }

  private static Optional<Signers> pair(One doctor, One head, LocalDate day) {
    return doctor.roles().contains(Role.PRESCRIBER) && head.roles().contains(Role.HEAD)
        ? Optional.of(new Signers(doctor.staff(), head.staff(), day))
        : Optional.empty();
  }
}
