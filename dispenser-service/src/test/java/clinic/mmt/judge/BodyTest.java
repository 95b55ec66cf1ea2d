package clinic.mmt.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A dose whose entries tell what they change ({@code docs/journal-format.md}, version 2). */
class BodyTest {

  private static Body body(String json) {
    return Body.of(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static final Body FIRST =
      body(
          "{'patient':'p1','day':'2026-03-02','part':1,'order':{'prescription':'rx','bottle':'B-1'},"
              + "'intents':[{'id':'i1','commandedMicrolitres':9000}],"
              + "'weighing':{'confirmed':true},"
              + "'postings':[{'batch':'L','legs':[{'account':'CUP','of':'d','microlitres':5}]}]}");

  @Test
  void whatIsNotToldIsAsItWasAndPostingsAreTheEntrysAlone() {
    Body next = body("{'observedBy':'u2','day':'2026-03-03'}").onto(FIRST);
    assertEquals("p1", next.text("patient"));
    assertEquals("2026-03-03", next.text("day"));
    assertEquals("rx", next.text("order.prescription"));
    assertEquals(1, next.intents().size());
    assertEquals(0, next.postings().size());
    assertEquals(1, FIRST.postings().size(), "the control");
  }

  @Test
  void aListIsToldWholeAndWhatWasTakenAwayIsGone() {
    Body next =
        body("{'intents':[{'id':'i1'},{'id':'i2'}],'without':['weighing','follows']}").onto(FIRST);
    assertEquals(2, next.intents().size());
    assertFalse(next.has("weighing.confirmed"));
    assertEquals("true", FIRST.text("weighing.confirmed"), "the control");
    assertFalse(next.has("without"));
    Body after = body("{}").onto(next);
    assertFalse(after.has("weighing.confirmed"));
    assertEquals(2, after.intents().size());
  }
}
