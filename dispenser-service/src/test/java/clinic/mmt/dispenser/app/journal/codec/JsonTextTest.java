package clinic.mmt.dispenser.app.journal.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The writer's bytes are those a JSON library makes of the same values; entries were made so. */
class JsonTextTest {

  private static final JsonMapper LIBRARY = new JsonMapper();

  @Test
  void everyTextIsWrittenAsTheLibraryWritesIt() throws JsonProcessingException {
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
        compare("a" + Character.toString(point) + "b");
      }
    }
    Random random = new Random(20260302);
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(400); i > 0; i--) {
        text.appendCodePoint(random.nextInt(5) == 0 ? random.nextInt(0xD800) : random.nextInt(128));
      }
      compare(text.toString());
    }
  }

  private static void compare(String text) throws JsonProcessingException {
    assertEquals(
        LIBRARY.writeValueAsString(Map.of("pairs", Map.of(text, text))),
        JsonText.object().put("pairs", Map.of(text, text)).end().toText());
    assertEquals(
        LIBRARY.writeValueAsString(Map.of(text, 7)),
        JsonText.object().putUnder(text, 7).end().toText());
  }

  @Test
  void objectsListsAndNumbersNest() {
    JsonText json =
        JsonText.object().put("least", Long.MIN_VALUE).put("yes", true).put("pairs", Map.of());
    json.beginList("list").add("{").add("[").beginObject().put("no", false).endObject().endList();
    json.beginObject("inner").beginList("none").endList().endObject();
    json.put("pairs2", Map.of("b", "2", "a", "1")).put("z", 0);
    assertEquals(
        "{\"least\":-9223372036854775808,\"yes\":true,\"pairs\":{},"
            + "\"list\":[\"{\",\"[\",{\"no\":false}],\"inner\":{\"none\":[]},"
            + "\"pairs2\":{\"a\":\"1\",\"b\":\"2\"},\"z\":0}",
        json.end().toText());
  }

  @Test
  void instantsAndDaysAreWrittenAsTheJdkWritesThem() {
    Random random = new Random(20261127);
    for (int round = 0; round < 20_000; round++) {
      long second = random.nextLong(-62_167_219_200L - 100, 253_402_300_800L + 100);
      int nanos =
          switch (round % 4) {
            case 0 -> 0;
            case 1 -> random.nextInt(1000) * 1_000_000;
            case 2 -> random.nextInt(1_000_000) * 1000;
            default -> random.nextInt(1_000_000_000);
          };
      sameAsTheJdk(Instant.ofEpochSecond(second, nanos));
    }
    Stream.of(
            "1969-12-31T23:59:59.999Z",
            "1970-01-01T00:00:00Z",
            "2024-02-29T23:59:59.010Z",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999Z")
        .map(Instant::parse)
        .forEach(JsonTextTest::sameAsTheJdk);
    sameAsTheJdk(Instant.MIN);
    sameAsTheJdk(Instant.MAX);
    for (LocalDate day :
        List.of(
            LocalDate.MIN,
            LocalDate.MAX,
            LocalDate.EPOCH,
            LocalDate.of(0, 1, 2),
            LocalDate.of(987, 12, 31),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(9999, 12, 31),
            LocalDate.of(10_000, 1, 1))) {
      JsonText json = JsonText.object().put("day", day).put("next", 1);
      assertEquals("{\"day\":\"" + day + "\",\"next\":1}", json.endText());
    }
  }

  private static void sameAsTheJdk(Instant at) {
    assertEquals(
        "{\"at\":\"" + at + "\",\"is\":\"SUNDAY\",\"id\":\"a.B-9_\"}",
        JsonText.object()
            .put("at", at)
            .put("is", DayOfWeek.SUNDAY)
            .id("id", "a.B-9_")
            .end()
            .toText());
  }

  @Test
  void aTextThatIsNotUnicodeIsABug() {
    for (String half : new String[] {"\uD800", "a\uDC00", "\uD800x", "\uDC00\uD800"}) {
      assertThrows(IllegalArgumentException.class, () -> JsonText.object("text", half), half);
    }
  }
}
