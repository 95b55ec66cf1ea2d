package clinic.mmt.dispenser.app.people;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whose names are alike, as a hurried reader or listener mixes them up: the same name, names
 * that differ in one letter, or the same family and last name where one of them was written without
 * what is between. Case, tone marks, hooks, horns and how a letter is encoded make no difference; đ
 * is d. Another middle name is another name: else half a clinic would be flagged, and nobody would
 * look any more.
 */
public final class SimilarNames {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

  private SimilarNames() {}

  /** A name without anything that is easily overlooked: words of plain lower-case letters. */
  static String plain(String name) {
    String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    String lower = bare.toLowerCase(Locale.ROOT).replace('đ', 'd');
    return NO_LETTERS.matcher(lower).replaceAll(" ").strip();
  }

  /** Whether two persons' names are alike. */
  public static boolean alike(Person one, Person other) {
    return alike(Plain.of(one), Plain.of(other));
  }

  /** Everybody among these whose name is like another's. */
  public static <K> Set<K> among(Map<K, Person> people) {
    List<Map.Entry<K, Plain>> names =
        people.entrySet().stream()
            .map(e -> Map.entry(e.getKey(), Plain.of(e.getValue())))
            .collect(Collectors.toList());
    Set<K> found = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        if (alike(names.get(i).getValue(), names.get(j).getValue())) {
          found.add(names.get(i).getKey());
          found.add(names.get(j).getKey());
        }
      }
    }
    return Set.copyOf(found);
  }

  /**
   * A name as it is compared.
   *
   * @param whole all its words
   * @param ends the first word of the family name and the last of the given names
   */
  private record Plain(String whole, String ends) {
    boolean isShort() {
      return whole.equals(ends);
    }

    static Plain of(Person person) {
      String whole = plain(person.familyName() + " " + person.givenName());
      int first = whole.indexOf(' ');
      int last = whole.lastIndexOf(' ');
      return new Plain(
          whole, first < 0 ? whole : whole.substring(0, first) + whole.substring(last));
    }
  }

  private static boolean alike(Plain one, Plain other) {
    boolean shortened = one.isShort() || other.isShort();
    return !one.whole().isEmpty()
        && ((shortened && one.ends().equals(other.ends()))
            || oneLetterApart(one.whole(), other.whole()));
  }

  /** Whether one letter put in, left out or changed makes one of the other. */
  static boolean oneLetterApart(String one, String other) {
    String longer = one.length() >= other.length() ? one : other;
    String shorter = one.length() >= other.length() ? other : one;
    if (longer.length() - shorter.length() > 1) {
      return false;
    }
    int head = 0;
    while (head < shorter.length() && longer.charAt(head) == shorter.charAt(head)) {
      head++;
    }
    int tail = longer.length() == shorter.length() ? head + 1 : head;
    return longer
        .substring(Math.min(head + 1, longer.length()))
        .equals(shorter.substring(Math.min(tail, shorter.length())));
  }
}
