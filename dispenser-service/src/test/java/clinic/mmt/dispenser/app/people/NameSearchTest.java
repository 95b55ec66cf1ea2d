package clinic.mmt.dispenser.app.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.Bytes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People are found as they are spoken of: without accents, in any order of words. */
class NameSearchTest {

  private static final Map<String, Person> CLINIC =
      Map.of(
          "a", person("Nguyễn Văn", "Đức", 1980),
          "b", person("Nguyễn Văn", "Đúc", 1991),
          "c", person("Trần", "Nguyên", 1980),
          "d", person("Lê Thị", "An", 1975));

  private static Person person(String family, String given, int year) {
    return new Person(family, given, year, Bytes.EMPTY);
  }

  private static List<String> found(String text) {
    return NameSearch.find(CLINIC, text).hits().stream().map(NameSearch.Hit::key).toList();
  }

  @Test
  void accentsCaseAndOrderOfWordsMakeNoDifference() {
    assertEquals(List.of("a", "b"), found("duc NGUYEN").stream().sorted().toList());
    assertEquals(List.of("d"), found("  lê   an "));
    assertEquals(List.of("c"), found("ng tran"));
  }

  @Test
  void aWordIsTheBeginningOfAWordOfTheNameOrAYearOfBirth() {
    assertEquals(List.of("a"), found("nguyen 1980 d"));
    assertEquals(List.of(), found("guyen"));
    assertEquals(List.of(), found("1881"));
  }

  @Test
  void whoseNameIsEasilyMixedUpIsMarkedWhetherTheOtherIsFoundOrNot() {
    NameSearch.Found<String> one = NameSearch.find(CLINIC, "duc 1991");
    assertTrue(one.hits().getFirst().similar());
    assertFalse(NameSearch.find(CLINIC, "an le").hits().getFirst().similar(), "the control");
  }

  @Test
  void oneLetterIsNotLookedForAndALongListIsCut() {
    assertFalse(NameSearch.enough(" đ "));
    assertEquals(List.of(), found("n"));
    Map<Integer, Person> many = new HashMap<>();
    for (int i = 0; i < 50; i++) {
      many.put(i, person("Nguyễn", "Xuân " + (char) ('a' + i), 1980));
    }
    NameSearch.Found<Integer> cut = NameSearch.find(many, "nguyen");
    assertEquals(NameSearch.FOUND_MOST, cut.hits().size());
    assertEquals(50, cut.all());
  }
}
