package clinic.mmt.dispenser.app.people;

import clinic.mmt.dispenser.domain.staff.StaffId;

/**
 * Credentials and name of a member of staff.
 *
 * @param staff opaque id
 * @param login login name, lower case
 * @param displayName for screens
 * @param passwordHash Argon2id, in PHC form
 */
public record StaffAccount(StaffId staff, String login, String displayName, String passwordHash) {

  @Override
  public String toString() {
    return "•••";
  }
}
