package clinic.mmt.dispenser.app.people;

import clinic.mmt.dispenser.app.journal.Bytes;

/**
 * A person in the people file. Prints as dots.
 *
 * @param familyName family name, as written
 * @param givenName given names, as written
 * @param birthYear four digits, 0 when unknown
 * @param photo PNG bytes of the photo, may be empty
 */
public record Person(String familyName, String givenName, int birthYear, Bytes photo) {

  @Override
  public String toString() {
    return "•••";
  }
}
