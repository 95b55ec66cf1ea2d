package clinic.mmt.dispenser.app.journal.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Facts;
import clinic.mmt.dispenser.domain.fact.Fact;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bodies that do not follow the format are values, never crashes. */
class FactCodecTest {

  @Test
  void aBodyThatDoesNotFollowTheFormatIsAnAnswer() {
    assertMalformed("journal.opened: zone is missing", "{\"clinic\":\"a\",\"mode\":\"training\"}");
    assertMalformed(
        "journal.opened: unknown members [x]",
        "{\"clinic\":\"a\",\"mode\":\"b\",\"zone\":\"c\",\"x\":1}");
    assertMalformed("journal.opened: clinic is not a text", "{\"clinic\":1}");
    assertMalformed("journal.opened: not a JSON object", "[]");
    assertMalformed("journal.opened: not JSON: JsonParseException", "{\"a\":1,\"a\":2}");
    assertMalformed("journal.opened: not JSON: JsonEOFException", "{");
  }

  @Test
  void anUnknownKindOrALaterVersionIsAnAnswer() {
    Bytes body = Bytes.utf8("{}");
    assertEquals(
        new Decoded.Malformed("tea.made: a kind this program does not know"),
        FactCodec.decode(new Encoded("tea.made", 1, body, Bytes.EMPTY), DosesBefore.NONE));
    assertEquals(
        new Decoded.Malformed("journal.opened: version 2 is of a later program"),
        FactCodec.decode(new Encoded("journal.opened", 2, body, Bytes.EMPTY), DosesBefore.NONE));
  }

  @Test
  void amountsAreWholeNumbers() {
    Encoded good = FactCodec.encode(Facts.received(), DosesBefore.NONE);
    String text = good.publicBody().toText();
    for (String bad : new String[] {"5000000.5", "5e6", "\"5000000\"", "99999999999999999999"}) {
      String body =
          text.replace("\"receivedMicrolitres\":5000000", "\"receivedMicrolitres\":" + bad);
      assertEquals(
          new Decoded.Malformed("batch.received: receivedMicrolitres is not a whole number"),
          FactCodec.decode(
              new Encoded(good.kind(), 1, Bytes.utf8(body), Bytes.EMPTY), DosesBefore.NONE));
    }
  }

  @Test
  void aPostingThatDoesNotBalanceIsMalformed() { // H71
    Encoded good = FactCodec.encode(Facts.received(), DosesBefore.NONE);
    String body =
        good.publicBody().toText().replace("\"microlitres\":5000000", "\"microlitres\":5");
    assertEquals(
        new Decoded.Malformed("batch.received: a posting does not sum to zero"),
        FactCodec.decode(
            new Encoded(good.kind(), 1, Bytes.utf8(body), Bytes.EMPTY), DosesBefore.NONE));
  }

  @Test
  void theReasonOfAMalformedBodyNeverQuotesIt() {
    Bytes secret = Bytes.utf8("{\"patient\":\"Nguyen Van A!\"}");
    Decoded decoded =
        FactCodec.decode(
            new Encoded("patient.registered", 1, Bytes.utf8("{}"), secret), DosesBefore.NONE);
    String why = assertInstanceOf(Decoded.Malformed.class, decoded).why();
    assertFalse(why.contains("Nguyen"), why);
  }

  @Test
  void anyDamageToABodyIsAnAnswerOrAnotherFact() {
    Random random = new Random(20260302);
    for (Fact fact : Facts.ofEveryKind().values()) {
      Encoded good = FactCodec.encode(fact, DosesBefore.NONE);
      for (int round = 0; round < 200; round++) {
        byte[] open = good.publicBody().toArray();
        byte[] secret = good.privateBody().toArray();
        damage(open, random);
        damage(secret, random);
        // It must not throw; what it gives is checked by the hash, not by the codec.
        assertInstanceOf(
            Decoded.class,
            FactCodec.decode(
                new Encoded(good.kind(), good.version(), Bytes.of(open), Bytes.of(secret)),
                DosesBefore.NONE));
      }
    }
  }

  private static void damage(byte[] body, Random random) {
    for (int i = random.nextInt(3); i > 0 && body.length > 0; i--) {
      body[random.nextInt(body.length)] = (byte) random.nextInt(256);
    }
  }

  private static void assertMalformed(String why, String open) {
    assertEquals(
        new Decoded.Malformed(why),
        FactCodec.decode(
            new Encoded("journal.opened", 1, Bytes.utf8(open), Bytes.EMPTY), DosesBefore.NONE));
  }
}
