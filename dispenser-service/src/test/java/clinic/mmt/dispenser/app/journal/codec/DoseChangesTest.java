package clinic.mmt.dispenser.app.journal.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Facts;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.fact.Fact;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An entry of a dose tells what it changes (version 2 of {@code dose.<event>}). */
class DoseChangesTest {

  private static List<Fact.DoseMoved> moved() {
    return Facts.ofEveryKind().values().stream()
        .flatMap(
            fact ->
                fact instanceof Fact.DoseMoved m
                    ? java.util.stream.Stream.of(m)
                    : java.util.stream.Stream.empty())
        .toList();
  }

  private static DosesBefore before(Dose dose) {
    return id -> id.equals(dose.id()) ? Optional.of(dose) : Optional.empty();
  }

  /** From any dose of the samples to any other of the same dose, there and back. */
  @Test
  void anyChangeIsReadAsItWasWritten() {
    int without = 0;
    for (Fact.DoseMoved one : moved()) {
      for (Fact.DoseMoved other : moved()) {
        DosesBefore known = before(one.to().dose());
        Encoded stored = FactCodec.encode(other, known);
        assertEquals(new Decoded.Known(other), FactCodec.decode(stored, known));
        without += stored.privateBody().toText().contains("\"without\"") ? 1 : 0;
      }
    }
    assertTrue(without > 10, "the control: members were taken away, " + without + " times");
  }

  @Test
  void whatDidNotChangeIsNotToldAgain() {
    for (Fact.DoseMoved one : moved()) {
      Encoded first = FactCodec.encode(one, DosesBefore.NONE);
      Encoded again = FactCodec.encode(one, before(one.to().dose()));
      assertEquals(first.publicBody(), again.publicBody());
      String secret = again.privateBody().toText();
      for (String member : List.of("patient", "order", "intents", "identification", "user")) {
        assertTrue(!secret.contains("\"" + member + "\""), secret);
      }
    }
  }

  @Test
  void anEntryThatLeansOnNothingIsMalformed() {
    Fact.DoseMoved one = moved().getFirst();
    Encoded leaning = FactCodec.encode(one, before(one.to().dose()));
    Decoded.Malformed bad =
        assertInstanceOf(Decoded.Malformed.class, FactCodec.decode(leaning, DosesBefore.NONE));
    assertTrue(bad.why().contains("patient is missing"), bad.why());
  }

  @Test
  void anEntryOfTheFirstVersionIsReadWhateverWasBefore() {
    for (Fact.DoseMoved one : moved()) {
      JsonText secret = DoseJson.write(JsonText.object(), one.to().dose());
      secret.put("reason", one.reason()).put("detail", one.detail());
      Postings.write(secret, one.postings());
      Bytes body = secret.end();
      Encoded now = FactCodec.encode(one, DosesBefore.NONE);
      Encoded old = new Encoded(now.kind(), 1, now.publicBody(), body);
      for (Fact.DoseMoved other : moved()) {
        assertEquals(new Decoded.Known(one), FactCodec.decode(old, before(other.to().dose())));
      }
    }
  }
}
