package clinic.mmt.dispenser.domain.staff;

import java.time.Instant;
import java.util.Set;

/**
 * One person's authentication for exactly one act: made with that person's own credential, never by
 * an open session of somebody else.
 *
 * @param staff who
 * @param roles that person's functions at that moment
 * @param digest SHA-256 of the act's kind and exact subject, hex
 * @param terminal where the credential was entered
 * @param at when
 */
public record Signature(
    StaffId staff, Set<Role> roles, String digest, String terminal, Instant at) {

  /** Copies the set. */
  public Signature {
    roles = Set.copyOf(roles);
  }
}
