package clinic.mmt.dispenser.app.people;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds people by what is typed: words of the name in any order, each by its beginning, without
 * accents or case; a word of four digits is a year of birth. Pure; keeps nothing.
 */
public final class NameSearch {

  /** Letters and digits that have to be typed: one letter would list half a clinic. */
  public static final int LETTERS_LEAST = 2;

  /** How many are shown. */
  public static final int FOUND_MOST = 20;

  private NameSearch() {}

  /**
   * Somebody found.
   *
   * @param similar whether somebody else of the clinic has a name that is easily mixed up with it
   */
  public record Hit<K>(K key, Person person, boolean similar) {
    @Override
    public String toString() {
      return "•••";
    }
  }

  /** What was found: the first of them, and how many there are. */
  public record Found<K>(List<Hit<K>> hits, int all) {
    /** Copies the list. */
    public Found {
      hits = List.copyOf(hits);
    }
  }

  /** Whether enough is typed to look for. */
  public static boolean enough(String text) {
    return SimilarNames.plain(text).replace(" ", "").length() >= LETTERS_LEAST;
  }

  /** Who fits every word, in the order of given names as a list of the clinic has them. */
  public static <K> Found<K> find(Map<K, Person> people, String text) {
    List<String> words = List.of(SimilarNames.plain(text).split(" "));
    List<Map.Entry<K, Person>> fit =
        people.entrySet().stream()
            .filter(e -> enough(text) && words.stream().allMatch(w -> fits(e.getValue(), w)))
            .sorted(Comparator.comparing(e -> order(e.getValue())))
            .toList();
    List<Hit<K>> hits =
        fit.stream()
            .limit(FOUND_MOST)
            .map(e -> new Hit<>(e.getKey(), e.getValue(), similar(people, e)))
            .toList();
    return new Found<>(hits, fit.size());
  }

  private static boolean fits(Person person, String word) {
    return Integer.toString(person.birthYear()).equals(word)
        || Stream.of(name(person).split(" ")).anyMatch(part -> part.startsWith(word));
  }

  private static String name(Person person) {
    return SimilarNames.plain(person.familyName() + " " + person.givenName());
  }

  /** By the last given name, then the whole name: as names are sorted in Vietnam. */
  private static String order(Person person) {
    String name = name(person);
    return name.substring(name.lastIndexOf(' ') + 1) + " " + name;
  }

  private static <K> boolean similar(Map<K, Person> people, Map.Entry<K, Person> one) {
    return people.entrySet().stream()
        .anyMatch(
            other ->
                !other.getKey().equals(one.getKey())
                    && SimilarNames.alike(other.getValue(), one.getValue()));
  }
}
