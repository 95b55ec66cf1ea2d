package clinic.mmt.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the judge makes of counts. */
class CountedTest {

  private static final String PLACE = "'place':{'kind':'BOTTLE','of':'%s','batch':'L'}";

  private final Books books = new Books();
  private final Counted counted = new Counted(books);
  private long sequence;

  private Optional<String> take(String kind, String open) {
    byte[] bytes = open.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    byte[] none = new byte[0];
    Row row = new Row(++sequence, 0, kind, 1, "u", bytes, none, none, none, none);
    Body body = Body.of(bytes);
    return books.take(body.postings()).or(() -> counted.take(row, body));
  }

  private void received() {
    take("some", "{'postings':[" + move("SUPPLIER/-", "BOTTLE/a", 1000) + "]}");
    take("some", "{'postings':[" + move("SUPPLIER/-", "BOTTLE/b", 1000) + "]}");
  }

  private static String move(String from, String into, long microlitres) {
    return "{'batch':'L','legs':[%s,%s]}"
        .formatted(leg(from, -microlitres), leg(into, microlitres));
  }

  private static String leg(String account, long microlitres) {
    String[] parts = account.split("/", 2);
    return "{'account':'%s','of':'%s','microlitres':%d}".formatted(parts[0], parts[1], microlitres);
  }

  private Optional<String> began() {
    return take(
        "count.began",
        "{'count':'c','attempt':1,'places':[{%s,'microlitres':1000},{%s,'microlitres':1000}]}"
            .formatted(PLACE.formatted("a"), PLACE.formatted("b")));
  }

  private void signed(String second) {
    take("act.signed", "{'kind':'DAY_COUNT','first':'u1','second':'%s'}".formatted(second));
  }

  private Optional<String> stored(long a, long b) {
    return take(
        "count.stored",
        "{'count':'c','attempt':1,'lines':[%s,%s]}".formatted(line("a", a), line("b", b)));
  }

  private static String line(String bottle, long is) {
    return "{%s,'countedMicrolitres':%d,'bookMicrolitres':1000,'exposure':{'doses':1},'missing':[]}"
        .formatted(PLACE.formatted(bottle), is);
  }

  private Optional<String> booked(String postings) {
    return take("count.booked", "{'count':'c','reasons':[],'postings':[" + postings + "]}");
  }

  private void storedByTwo(long a, long b) {
    received();
    began();
    signed("u2");
    assertEquals(Optional.empty(), stored(a, b));
  }

  @Test
  void isStoredByTwo() {
    storedByTwo(900, 1050);
  }

  @ParameterizedTest
  @CsvSource({"u1", "''"})
  void isNotStoredByOne(String second) {
    received();
    began();
    signed(second);
    assertTrue(stored(900, 1050).orElse("").contains("signatures of two"));
  }

  @Test
  void isBegunBefore() {
    received();
    signed("u2");
    assertTrue(stored(900, 1050).orElse("").contains("nobody began"));
  }

  @Test
  void theBookIsNotToldMeanwhile() {
    received();
    assertEquals(Optional.empty(), counted.bookTold());
    began();
    assertTrue(counted.bookTold().isPresent());
    signed("u2");
    stored(900, 1050);
    assertEquals(Optional.empty(), counted.bookTold());
  }

  @Test
  void lossAndSurplusAreApart() {
    storedByTwo(900, 1050);
    assertEquals(
        Optional.empty(),
        booked(move("BOTTLE/a", "LOSS/-", 100) + "," + move("SURPLUS/-", "BOTTLE/b", 50)));
  }

  @Test
  void lossAndSurplusAreNotNetted() {
    storedByTwo(900, 1050);
    String netted =
        "{'batch':'L','legs':[%s,%s,%s]}"
            .formatted(leg("BOTTLE/a", -100), leg("BOTTLE/b", 50), leg("LOSS/-", 50));
    assertTrue(booked(netted).orElse("").contains("booked wrong"));
  }

  @ParameterizedTest
  @CsvSource({"850, true", "849, false", "1150, true", "1151, false"})
  void isWhatIsThere(long is, boolean right) {
    received();
    began();
    signed("u2");
    counted.weighed("a", 1000, 150);
    assertEquals(right, stored(is, 1000).isEmpty());
  }

  @Test
  void whatIsStolenIsInTheDifferences() {
    received();
    counted.stolen("a", 500);
    counted.weighed("a", 500, 150);
    began();
    signed("u2");
    stored(600, 1000);
    booked(move("BOTTLE/a", "LOSS/-", 400));
    assertEquals(Optional.empty(), counted.dayEnds());
  }

  @Test
  void whatIsStolenAndNotInTheDifferencesIsSeen() {
    received();
    counted.stolen("a", 500);
    counted.weighed("a", 500, 150);
    began();
    signed("u2");
    stored(1000, 1000);
    booked("");
    assertTrue(counted.dayEnds().orElse("").contains("stolen"));
  }
}
