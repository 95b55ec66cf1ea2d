package clinic.mmt.dispenser.app.importing;

import clinic.mmt.dispenser.app.people.Person;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** What can be seen of a name without knowing the person. */
final class Names {

  /** Nine people of ten in Viet Nam have one of these. */
  private static final Set<String> FAMILY =
      Set.of(
          "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ",
          "hồ", "ngô", "dương", "lý");

  /** Grave, acute, tilde, circumflex, breve, hook above, horn, dot below. */
  private static final String MARKS = "\u0300\u0301\u0303\u0302\u0306\u0309\u031b\u0323";

  private Names() {}

  /** The same for two persons who may be one: letters without case, and the year of birth. */
  static String key(Person person) {
    return (person.familyName() + " " + person.givenName()).toLowerCase(Locale.ROOT)
        + " "
        + person.birthYear();
  }

  /** A common family name stands where the given name should, and none where it belongs. */
  static boolean lookSwapped(Person person) {
    return FAMILY.contains(first(person.givenName()))
        && !FAMILY.contains(first(person.familyName()));
  }

  private static String first(String name) {
    int end = name.indexOf(' ');
    return (end < 0 ? name : name.substring(0, end)).toLowerCase(Locale.ROOT);
  }

  /** Letters that are not of the Vietnamese alphabet, in either name. */
  static boolean haveOddLetters(Person person) {
    String apart =
        Normalizer.normalize(person.familyName() + person.givenName(), Normalizer.Form.NFD);
    return apart.chars().anyMatch(c -> c > 127 && c != 'đ' && c != 'Đ' && MARKS.indexOf(c) < 0);
  }
}
