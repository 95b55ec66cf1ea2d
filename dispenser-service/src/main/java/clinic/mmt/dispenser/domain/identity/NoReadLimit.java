package clinic.mmt.dispenser.domain.identity;

import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.util.Optional;

/** How often fingers that cannot be read are passed over before somebody has to decide (H03). */
public final class NoReadLimit {

  private NoReadLimit() {}

  /**
   * Exceptions on record.
   *
   * @param ofPart of this person for this part of the day
   * @param ofDay of the site on this clinic day
   */
  public record Counted(int ofPart, int ofDay) {

    /** At a dose that stands already: its part has had its exception, which is not one too many. */
    public Counted atTheSameDose() {
      return new Counted(Math.max(0, ofPart - 1), ofDay);
    }
  }

  /** Whether one more needs no pharmacist or doctor. */
  public static boolean allows(Counted counted, Profile profile) {
    return counted.ofPart() < profile.noReads().perPart()
        && counted.ofDay() < profile.noReads().perDay();
  }

  /** Whether one of those who sign decides. */
  public static boolean decided(Signature first, Optional<Signature> second) {
    return first.roles().stream().anyMatch(Role::decides)
        || second.map(s -> s.roles().stream().anyMatch(Role::decides)).orElse(false);
  }
}
