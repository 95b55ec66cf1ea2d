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
  void aRefusalWithoutAWayOnIsSeen() { // H99
    judge.refused("no", "");
    assertEquals(List.of("no-way-on"), rules());
  }
}
