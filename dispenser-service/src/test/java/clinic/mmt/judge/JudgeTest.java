package clinic.mmt.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The judge on entries written by hand, from the page of the format alone. */
class JudgeTest {

  private final Judge judge = new Judge();
  private byte[] before = new byte[32];
  private long sequence;

  private static byte[] sha(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      List.of(parts).forEach(digest::update);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Row entry(String kind, String open, String secret) {
    byte[] salt = ByteBuffer.allocate(16).putLong(++sequence).array();
    byte[] publicBody = open.getBytes(StandardCharsets.UTF_8);
    byte[] privateBody = secret.getBytes(StandardCharsets.UTF_8);
    byte[] privateHash = sha(salt, privateBody);
    ByteBuffer header = ByteBuffer.allocate(24 + kind.length() + 1);
    header.putShort((short) 1).putLong(sequence).putLong(0).putShort((short) 1);
    header.putShort((short) kind.length()).put(kind.getBytes(StandardCharsets.UTF_8));
    header.putShort((short) 1).put((byte) 'a');
    before = sha(before, header.array(), sha(publicBody), privateHash);
    return new Row(sequence, 0, kind, 1, "a", publicBody, privateBody, salt, privateHash, before);
  }

  private List<String> rules() {
    return judge.violations().stream().map(Violation::rule).toList();
  }

  private static String dose(String id, String from, String to) {
    return "{\"dose\":\"" + id + "\",\"station\":\"s\"," + from + "\"to\":\"" + to + "\"}";
  }

  private static final String SECRET =
      "{\"patient\":\"p\",\"day\":\"2026-03-02\",\"part\":1,\"intents\":[],\"postings\":[]}";

  @Test
  void aChainAsWrittenIsGood() { // the control
    judge.row(entry("journal.opened", "{}", ""));
    judge.row(entry("patient.registered", "{}", "{\"patient\":\"p\"}"));
    assertEquals(List.of(), rules());
  }

  @Test
  void anEntryOfOtherBytesBreaksTheChain() {
    Row good = entry("journal.opened", "{}", "");
    byte[] other = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    judge.row(
        new Row(
            1,
            0,
            good.kind(),
            1,
            "a",
            other,
            good.secret(),
            good.salt(),
            good.privateHash(),
            good.hash()));
    assertEquals(List.of("chain"), rules());
  }

  @Test
  void aPostingThatDoesNotSumToZeroIsOneSided() { // H71
    judge.row(
        entry(
            "batch.received",
            "{\"batch\":\"b\",\"postings\":[{\"batch\":\"b\",\"legs\":["
                + "{\"account\":\"STORE\",\"of\":\"-\",\"microlitres\":5}]}]}",
            ""));
    assertEquals(List.of("double-entry"), rules());
  }

  @Test
  void twoOpenDosesOfOnePartAreASecondDose() { // H04
    judge.row(entry("dose.found", dose("d1", "", "OUTCOME_UNKNOWN"), SECRET));
    assertEquals(List.of(), rules(), "one is good");
    judge.row(entry("dose.found", dose("d2", "", "OUTCOME_UNKNOWN"), SECRET));
    assertEquals(List.of("second-dose"), rules());
  }

  @Test
  void aPumpThatStartsWithoutADurableIntentIsSeen() { // H50
    judge.started("d9", "i1", 100);
    assertEquals(List.of("start-without-intent"), rules());
  }

  private void downtime(String standing) {
    judge.row(
        entry("downtime.noted", "{\"downtime\":\"d\",\"standing\":\"" + standing + "\"}", ""));
  }

  private List<String> opened(String id) {
    judge.row(entry("dose.visit-opened", dose(id, "", "REVIEWING"), SECRET));
    return rules();
  }

  @Test
  void aVisitThatIsOpenedWhileASheetIsOwedIsSeen() {
    downtime("PROPOSED");
    downtime("NONE");
    assertEquals(List.of(), opened("d1"), "denied: nothing is owed");
    downtime("OWED");
    judge.row(entry("downtime.sheet", "{\"downtime\":\"d\"}", ""));
    assertEquals(List.of(), opened("d2"), "the sheet is in");
    downtime("OWED");
    assertEquals(List.of("sheet-owed"), opened("d3"));
  }

  private void starting(String kind, String micrograms) {
    String secret =
        SECRET.replace(
            "\"intents\":[]",
            "\"order\":{\"doseMicrograms\":"
                + micrograms
                + "},\"intents\":[{\"id\":\"i1\",\"kind\":\""
                + kind
                + "\",\"commandedMicrolitres\":100,\"pumpedMicrolitres\":0}]");
    judge.row(entry("dose.found", dose("d1", "", "ARMED"), secret));
    judge.row(entry("dose.found", dose("d1", "\"from\":\"ARMED\",", "STARTING"), secret));
    judge.started("d1", "i1", 100);
  }

  @Test
  void aPumpThatStartsForAHandPourIsSeen() {
    starting("HAND", "1000");
    assertEquals(true, rules().contains("pump-in-hand-dose"), rules()::toString);
  }

  @Test
  void aPumpThatStartsForItsOwnIntentIsNot() { // the control of the one before
    starting("FIRST", "1000");
    assertEquals(false, rules().contains("pump-in-hand-dose"), rules()::toString);
  }

  @Test
  void whoDrankTwoDosesOnOneRealDayIsSeen() { // H04
    judge.drank("d1", "p", 1000);
    judge.drank("d1", "p", 1000);
    assertEquals(List.of(), rules(), "two gulps of one dose are one dose");
    judge.drank("d2", "p", 1000);
    assertEquals(List.of("second-dose"), rules());
  }

  private static String weighed(long microlitres) {
    return "{\"patient\":\"p\",\"day\":\"2026-03-02\",\"part\":1,\"intents\":[],"
        + "\"weighing\":{\"confirmed\":true},\"postings\":[{\"batch\":\"b\",\"legs\":["
        + "{\"account\":\"SUPPLIER\",\"of\":\"-\",\"microlitres\":-"
        + microlitres
        + "},{\"account\":\"CUP\",\"of\":\"d1\",\"microlitres\":"
        + microlitres
        + "}]}]}";
  }

  /** A cup of 13 mL that is booked with so much. */
  private List<String> booked(long microlitres, boolean misled) {
    judge.row(entry("dose.found", dose("d1", "", "SETTLING"), SECRET));
    judge.flowed("d1", 13_000_000, 13_000_000, true);
    judge.misled("s", misled);
    judge.row(
        entry(
            "dose.weighed",
            dose("d1", "\"from\":\"SETTLING\",", "MEASURED"),
            weighed(microlitres)));
    return rules().stream().filter("liquid"::equals).toList();
  }

  @Test
  void aCupBookedWithLessThanIsInItIsSeen() { // H71
    assertEquals(List.of("liquid"), booked(12_776, false));
  }

  @Test
  void aScaleThatLiesWithinTheBandOfTheRulesIsNobodysFault() {
    assertEquals(List.of(), booked(12_776, true));
  }

  @Test
  void aScaleThatLiesBeyondTheBandOfTheRulesShouldHaveBeenSeen() {
    assertEquals(List.of("liquid"), booked(12_500, true));
  }

  @Test
  void aSecondShotDrivenByAScaleThatLiesIsBoundByTheCapAlone() { // H89
    String two = "\"intents\":[{\"id\":\"i1\"},{\"id\":\"i2\"}]";
    judge.row(entry("dose.found", dose("d1", "", "SETTLING"), SECRET));
    judge.flowed("d1", 13_000_000, 13_000_000, true);
    judge.misled("s", true);
    judge.row(
        entry(
            "dose.weighed",
            dose("d1", "\"from\":\"SETTLING\",", "MEASURED"),
            weighed(12_500).replace("\"intents\":[]", two)));
    assertEquals(List.of(), rules().stream().filter("liquid"::equals).toList());
  }

  private static String of(String day, String more) {
    return "{\"patient\":\"p\",\"day\":\"" + day + "\",\"part\":1" + more + "}";
  }

  private void signed(String id, String day) {
    judge.row(
        entry(
            "prescription.signed",
            "{\"prescription\":\"" + id + "\"}",
            "{\"patient\":\"p\",\"steps\":\"2026-03-01=10\",\"firstDay\":\"2026-03-01\","
                + "\"lastDay\":\"2026-03-30\",\"signedDay\":\""
                + day
                + "\"}"));
  }

  /** What is told of a pour on that day; only of treatment. */
  private List<String> poured(String day, String prescription) {
    String order =
        of(
            day,
            ",\"order\":{\"prescription\":\""
                + prescription
                + "\"},\"intents\":[{\"id\":\"i-"
                + day
                + "\"}]");
    String id = "d-" + day;
    judge.row(entry("dose.visit-opened", dose(id, "", "REVIEWING"), of(day, "")));
    judge.row(entry("dose.pour-tapped", dose(id, "\"from\":\"REVIEWING\",", "ARMED"), order));
    return rules().stream().filter(r -> r.equals("doubt") || r.equals("missed-days")).toList();
  }

  private void came(String day, String to) {
    judge.row(entry("dose.found", dose("e-" + day, "", to), of(day, "")));
  }

  @Test
  void aDoseInDoubtThatNoDoctorHasSeenToIsSeen() {
    signed("rx1", "2026-03-01");
    came("2026-03-02", "UNCERTAIN");
    assertEquals(List.of("doubt"), poured("2026-03-03", "rx1"));
  }

  @Test
  void aDoubtIsSeenToByARelease() {
    signed("rx1", "2026-03-01");
    came("2026-03-02", "TAKEN_AWAY");
    judge.row(entry("day.released", "{}", of("2026-03-03", ",\"reasons\":[\"dose-in-doubt\"]")));
    assertEquals(List.of(), poured("2026-03-03", "rx1"));
  }

  @Test
  void aDoubtIsSeenToByASignatureAfterIt() {
    came("2026-03-02", "UNCERTAIN");
    signed("rx2", "2026-03-03");
    assertEquals(List.of(), poured("2026-03-03", "rx2"));
  }

  @Test
  void aDoseAfterTooManyMissedDaysThatNobodySignedForIsSeen() {
    signed("rx1", "2026-03-01");
    came("2026-03-02", "CONSUMED");
    assertEquals(List.of("missed-days"), poured("2026-03-07", "rx1"), "four days missed");
  }

  @Test
  void threeMissedDaysChangeNothingAndMoreAreSignedFor() {
    signed("rx1", "2026-03-01");
    came("2026-03-02", "CONSUMED");
    assertEquals(List.of(), poured("2026-03-06", "rx1"));
    signed("rx2", "2026-03-07");
    assertEquals(List.of(), poured("2026-03-07", "rx2"));
  }

  /** An entry that the service wrote by itself. */
  private Row own(Row row) {
    return new Row(
        row.sequence(),
        0,
        row.kind(),
        1,
        "service",
        row.open(),
        row.secret(),
        row.salt(),
        row.privateHash(),
        row.hash());
  }

  private List<String> recovered(boolean byService) {
    judge.row(entry("dose.found", dose("d1", "", "POURING"), SECRET));
    judge.row(entry("service.started", "{}", ""));
    Row finished =
        entry("dose.pump-finished", dose("d1", "\"from\":\"POURING\",", "SETTLING"), SECRET);
    judge.row(byService ? own(finished) : finished);
    judge.row(entry("dose.weighed", dose("d1", "\"from\":\"SETTLING\",", "MEASURED"), SECRET));
    return rules().stream().filter("recovery"::equals).toList();
  }

  @Test
  void whatWasKeptIsTakenInAfterAStartAndThenTheDoseIsRecovered() { // H52
    assertEquals(List.of("recovery"), recovered(true), "taken in, then not recovered");
  }

  @Test
  void aDoseThatGoesOnAfterAStartIsSeen() {
    assertEquals(List.of("recovery"), recovered(false), "the first entry after the start");
  }

  @Test
  void aRefusalWithoutAWayOnIsSeen() { // H99
    judge.refused("no", "");
    assertEquals(List.of("no-way-on"), rules());
  }

  /** A pour for somebody who was known so, after what the person said of fingerprints. */
  private List<String> known(String method, String... said) {
    for (String answer : said) {
      judge.row(
          entry("finger-consent.noted", "{}", "{\"patient\":\"p\",\"answer\":\"" + answer + "\"}"));
    }
    String who = "\"identification\":{\"method\":\"" + method + "\"},";
    judge.row(entry("dose.opened", dose("d2", "", "REVIEWING"), SECRET));
    judge.row(
        entry(
            "dose.tapped",
            dose("d2", "\"from\":\"REVIEWING\",", "ARMED"),
            "{" + who + part("d2", 1).substring(1)));
    return rules().stream().filter("factors"::equals).toList();
  }

  @Test
  void onePersonAndAPhotoAreForWhoRefusesFingerprints() {
    assertEquals(List.of("factors"), known("CARD_AND_PHOTO"));
  }

  @Test
  void whoAgreedAgainIsKnownByTheFinger() {
    assertEquals(List.of("factors"), known("CARD_AND_PHOTO", "REFUSED", "GIVEN"));
  }

  @Test
  void aFingerOfWhoRefusesIsSeen() {
    assertEquals(List.of("factors"), known("CARD_AND_FINGER", "GIVEN", "WITHDRAWN"));
  }

  @Test
  void theEqualPathIsGood() { // the control
    assertEquals(List.of(), known("CARD_AND_PHOTO", "REFUSED"));
  }

  private static String part(String to, int part) {
    return "{\"patient\":\"p\",\"day\":\"2026-03-02\",\"part\":"
        + part
        + ",\"order\":{\"prescription\":\"rx\",\"doseMicrograms\":20000},"
        + "\"intents\":[{\"id\":\"i"
        + to
        + "\",\"commandedMicrolitres\":1,\"pumpedMicrolitres\":0}],\"postings\":[]}";
  }

  /** A second dose of part 3 that is armed after the entries of {@code before}. */
  private List<String> replaced(String... before) {
    judge.row(entry("dose.found", dose("d1", "", "CONSUMED"), SECRET));
    for (String kind : before) {
      switch (kind) {
        case "vomited" ->
            judge.row(
                entry("dose.vomited", dose("d1", "\"from\":\"CONSUMED\",", "CONSUMED"), SECRET));
        case "ordered" ->
            judge.row(
                entry(
                    "added-dose.ordered",
                    "{}",
                    "{\"patient\":\"p\",\"day\":\"2026-03-02\",\"kind\":\"REPLACEMENT\","
                        + "\"dose\":\"d1\",\"doseMicrograms\":20000}"));
        default -> throw new IllegalArgumentException(kind);
      }
    }
    judge.row(
        entry("dose.opened", dose("d2", "", "REVIEWING"), SECRET.replace("part\":1", "part\":3")));
    judge.row(entry("dose.tapped", dose("d2", "\"from\":\"REVIEWING\",", "ARMED"), part("d2", 3)));
    return rules().stream().filter("second-order"::equals).toList();
  }

  @Test
  void aSecondDoseWithoutAnOrderIsSeen() {
    assertEquals(List.of("second-order"), replaced("vomited"));
  }

  @Test
  void aReplacementOfADoseThatWasKeptDownIsSeen() {
    assertEquals(List.of("second-order"), replaced("ordered"));
  }

  @Test
  void anOrderedReplacementOfAVomitedDoseIsGood() { // the control
    assertEquals(List.of(), replaced("vomited", "ordered"));
  }
}
