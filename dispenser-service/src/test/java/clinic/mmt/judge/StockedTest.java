package clinic.mmt.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the judge makes of bottles with a label of ours. */
class StockedTest {

  private final Books books = new Books();
  private final Stocked stocked = new Stocked(books);

  private static Body body(String json) {
    return Body.of(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private Optional<String> take(String kind, String open, String secret) {
    Body public_ = body(open);
    return books.take(public_.postings()).or(() -> stocked.take(kind, public_, body(secret)));
  }

  private static String line(String batch, String expiry, String one, String other) {
    return """
        {'batch':'%s','product':'P','concentrationMicrogramsPerMillilitre':10000,
        'containerMicrolitres':1000000,'expiry':'%s',
        'densityMicrogramsPerMillilitre':1000000,'onPaper':2,'labels':['%s','%s']}"""
        .formatted(batch, expiry, one, other);
  }

  private static String posting(String batch, String from, String into, long microlitres) {
    return "'postings':[{'batch':'%s','legs':[%s,%s]}]"
        .formatted(batch, leg(from, -microlitres), leg(into, microlitres));
  }

  private static String leg(String account, long microlitres) {
    String[] parts = account.split("/", 2);
    return "{'account':'%s','of':'%s','microlitres':%d}"
        .formatted(parts[0], parts.length == 1 ? "" : parts[1], microlitres);
  }

  private Optional<String> received(String batch, String expiry, String causes) {
    String one = batch + "a";
    String other = batch + "b";
    return take(
        "stock.received",
        "{'receipt':'r','lines':[%s],'causes':[%s],%s}"
            .formatted(
                line(batch, expiry, one, other),
                causes,
                posting(batch, "SUPPLIER", "STORE", 2_000_000)),
        "{}");
  }

  /** An act as {@code ACT label to}, with more members of the body. */
  private Optional<String> moved(String act, String more) {
    String[] words = act.split(" ", 3);
    return take(
        "bottle.moved",
        "{'bottle':'%s','act':'%s','batch':'%s','to':'%s',%s}"
            .formatted(
                words[1], words[0], words[1].substring(0, words[1].length() - 1), words[2], more),
        "{'words':''}");
  }

  private Optional<String> signed(String kind) {
    return take("act.signed", "{'kind':'%s','first':'a','second':'b'}".formatted(kind), "{}");
  }

  private void issued(String label) {
    String batch = label.substring(0, label.length() - 1);
    assertEquals(
        Optional.empty(),
        moved(
            "ISSUE " + label + " IN_DAY_CABINET",
            posting(batch, "STORE", "DAY_CABINET", 1_000_000)));
  }

  private Optional<String> opened(String label) {
    String batch = label.substring(0, label.length() - 1);
    return moved(
        "OPEN " + label + " OPEN",
        "'inUseUntil':'2026-04-30'," + posting(batch, "DAY_CABINET", "BOTTLE/" + label, 1_000_000));
  }

  private Optional<String> mounted(String label, long grams) {
    return moved(
        "MOUNT " + label + " MOUNTED",
        "'inUseUntil':'2026-04-30','station':'s1','grossMicrograms':%d,%s"
            .formatted(
                grams * 1_000_000,
                posting(
                    label.substring(0, label.length() - 1), "BOTTLE/" + label, "LINE/s1", 8_000)));
  }

  private Optional<String> drawnFrom(String label, String until) {
    return take(
        "bottle.mounted",
        "{'station':'s1','bottle':'%s','until':'%s'}".formatted(label, until),
        "{}");
  }

  private Optional<String> poured(String label, String day) {
    return stocked.fault(body("{'day':'%s','order':{'bottle':'%s'}}".formatted(day, label)));
  }

  @BeforeEach
  void twoBottlesOfOneBatchAreThere() {
    take(
        "product.noted",
        "{'product':'P','containerMicrolitres':1000000,'emptyMicrograms':100000000}",
        "{}");
    assertEquals(Optional.empty(), received("L", "2026-06-30", ""));
  }

  @Test
  void fromTheStoreToThePumpIsGood() { // the control
    issued("La");
    assertEquals(Optional.empty(), opened("La"));
    assertEquals(Optional.empty(), signed("OPEN_BOTTLE"));
    assertEquals(Optional.empty(), mounted("La", 1_100));
    assertEquals(Optional.empty(), drawnFrom("La", "2026-04-30"));
    assertEquals(Optional.empty(), poured("La", "2026-04-30"));
    assertEquals(Optional.empty(), poured("without-label", "2026-04-30"), "the first form");
    assertEquals(Optional.empty(), stocked.dayEnds());
    assertTrue(poured("La", "2026-05-01").isPresent(), "R-120");
  }

  @Test
  void whatIsNotMountedIsNotPouredFrom() {
    issued("La");
    assertTrue(poured("La", "2026-04-01").isPresent());
    assertTrue(drawnFrom("La", "2026-06-30").isPresent(), "not mounted by an act");
  }

  @Test
  void anActFromAnotherPlaceIsSeen() {
    assertTrue(opened("La").isPresent(), "is in the store");
    assertTrue(moved("ISSUE Xa IN_DAY_CABINET", "'x':''").isPresent(), "was never received");
  }

  @Test
  void anAbnormalDeliveryIsInQuarantine() {
    received("M", "2026-06-30", "'LEAKING'");
    assertTrue(
        moved("ISSUE Ma IN_DAY_CABINET", posting("M", "STORE", "DAY_CABINET", 1_000_000))
            .isPresent());
    received("N", "2026-06-30", "'LEAKING'");
    assertEquals(Optional.empty(), moved("RELEASE Na IN_STORE", "'x':''"));
    assertTrue(take("day.opened", "{}", "{}").isPresent(), "two release it");
  }

  @Test
  void anOpeningByOneIsSeen() {
    issued("La");
    opened("La");
    assertTrue(take("day.opened", "{}", "{}").isPresent());
    issued("Lb");
    opened("Lb");
    assertTrue(signed("COUNT_BOTTLE").isPresent(), "another act");
  }

  @Test
  void theOneThatExpiresFirstIsOpened() {
    received("M", "2026-05-31", "");
    issued("La");
    assertTrue(opened("La").isPresent());
    signed("OPEN_BOTTLE");
    issued("Ma");
    assertEquals(Optional.empty(), opened("Ma"), "nothing expires earlier");
    signed("OPEN_BOTTLE");
    received("N", "2026-05-01", "");
    take("day.began", "{'day':'2026-05-02'}", "{}");
    issued("Lb");
    assertTrue(opened("Lb").isPresent(), "of M one is left");
    signed("OPEN_BOTTLE");
    moved("QUARANTINE Mb QUARANTINED", "'x':''");
    received("K", "2026-06-30", "");
    issued("Ka");
    assertEquals(Optional.empty(), opened("Ka"), "what has expired is not opened before");
  }

  @ParameterizedTest
  @CsvSource({"1100, false", "1105, false", "1106, true", "1095, false", "1094, true"})
  void theWeightAtTheMountingIsThatOfTheBook(long grams, boolean seen) {
    issued("La");
    opened("La");
    signed("OPEN_BOTTLE");
    assertEquals(seen, mounted("La", grams).isPresent());
  }

  @Test
  void whatIsEmptyOrBrokenHoldsNothing() {
    issued("La");
    opened("La");
    signed("OPEN_BOTTLE");
    assertTrue(moved("BREAK La BROKEN", "'x':''").isPresent());
    issued("Lb");
    assertEquals(
        Optional.empty(),
        moved("BREAK Lb BROKEN", posting("L", "DAY_CABINET", "DISCREPANCY/Lb", 1_000_000)));
  }

  @Test
  void aRestIsUsedNoLongerThanTheOlderOfTheTwo() {
    issued("La");
    opened("La");
    signed("OPEN_BOTTLE");
    issued("Lb");
    opened("Lb");
    signed("OPEN_BOTTLE");
    assertEquals(
        Optional.empty(),
        moved(
            "POOL La EMPTY",
            "'into':'Lb','inUseUntil':'2026-04-10',"
                + posting("L", "BOTTLE/La", "BOTTLE/Lb", 1_000_000)));
    moved("MOUNT Lb MOUNTED", "'inUseUntil':'2026-04-10','grossMicrograms':2100000000");
    assertTrue(drawnFrom("Lb", "2026-04-30").isPresent(), "the younger one's");
    assertEquals(Optional.empty(), drawnFrom("Lb", "2026-04-10"));
  }

  @Test
  void aCabinetHoldsNoLessThanNothingOfEachBatch() {
    received("M", "2026-06-30", "");
    issued("La");
    issued("Lb");
    assertTrue(
        moved("ISSUE Ma IN_DAY_CABINET", posting("L", "STORE", "DAY_CABINET", 1_000_000))
            .isPresent());
  }
}
