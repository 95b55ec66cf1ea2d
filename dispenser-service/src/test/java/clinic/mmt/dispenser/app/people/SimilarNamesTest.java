package clinic.mmt.dispenser.app.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.Bytes;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** names that are mixed up. All invented. */
class SimilarNamesTest {

  private static Person person(String family, String given) {
    return new Person(family, given, 1980, Bytes.EMPTY);
  }

  private record Case(String what, Person one, Person other, boolean alike) {}

  private static Case yes(String what, Person one, Person other) {
    return new Case(what, one, other, true);
  }

  private static Case no(String what, Person one, Person other) {
    return new Case(what, one, other, false);
  }

  @TestFactory
  Stream<DynamicTest> names() {
    Person mau = person("Nguyễn", "Văn Mẫu");
    return Stream.of(
            yes("the same", mau, person("Nguyễn", "Văn Mẫu")),
            yes("case", mau, person("NGUYỄN", "văn mẫu")),
            yes("tone marks", mau, person("Nguyên", "Vân Mau")),
            yes("đ is d", person("Đỗ", "Thị Đào"), person("Do", "Thi Dao")),
            yes("another encoding", mau, decomposed(mau)),
            yes("blanks and signs", mau, person(" Nguyễn ", "Văn  Mẫu.")),
            yes("the parts written elsewhere", mau, person("Nguyễn Văn", "Mẫu")),
            yes("one letter changed", mau, person("Nguyễn", "Văn Mậy")),
            yes("one letter more at the end", mau, person("Nguyễn", "Văn Mẫun")),
            yes("one letter less at the begin", mau, person("guyễn", "Văn Mẫu")),
            yes("one letter less within", mau, person("Nguyễn", "Vn Mẫu")),
            yes("the middle left out by one", mau, person("Nguyễn", "Mẫu")),
            no("another middle", mau, person("Nguyễn", "Hữu Mẫu")),
            no("two letters changed", mau, person("Nguyễn", "Văn Mỹy")),
            no("two letters more", mau, person("Nguyễn", "Văn Mẫuxy")),
            no("another family", mau, person("Trần", "Văn Mẫu")),
            no("another given name", mau, person("Nguyễn", "Văn Bịa")),
            no("nothing is known of two", person("", ""), person("", "")))
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.what(),
                    () -> {
                      assertEquals(c.alike(), SimilarNames.alike(c.one(), c.other()));
                      assertEquals(c.alike(), SimilarNames.alike(c.other(), c.one()));
                    }));
  }

  private static Person decomposed(Person person) {
    return person(
        Normalizer.normalize(person.familyName(), Normalizer.Form.NFD),
        Normalizer.normalize(person.givenName(), Normalizer.Form.NFD));
  }

  @Test
  void onlyWhoIsLikeAnotherIsFlaggedAndBothAre() {
    Map<String, Person> people =
        Map.of(
            "a", person("Lê", "Thị Thử"),
            "b", person("Lê", "Thị Thu"),
            "c", person("Phạm", "Văn Bịa"));
    assertEquals(Set.of("a", "b"), SimilarNames.among(people));
    assertEquals(Set.of(), SimilarNames.among(Map.of("c", person("Phạm", "Văn Bịa"))));
  }

  @Test
  void
      oneLetterApartIsWhatTheLongWayRoundSays() { // Against the textbook's matrix, on all of length
    // <= 3.
    List<String> words = List.of("", "a", "b", "ab", "ba", "aa", "aab", "aba", "baa", "abb", "bbb");
    int apart = 0;
    for (String one : words) {
      for (String other : words) {
        boolean expected = distance(one, other) <= 1;
        assertEquals(expected, SimilarNames.oneLetterApart(one, other), one + " " + other);
        apart += expected ? 1 : 0;
      }
    }
    assertTrue(apart > words.size());
    assertFalse(apart == words.size() * words.size());
  }

  private static int distance(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Math.max(one.length(), other.length());
    }
    int change =
        distance(one.substring(1), other.substring(1)) + (one.charAt(0) == other.charAt(0) ? 0 : 1);
    int leave = 1 + distance(one.substring(1), other);
    int put = 1 + distance(one, other.substring(1));
    return Math.min(change, Math.min(leave, put));
  }
}
