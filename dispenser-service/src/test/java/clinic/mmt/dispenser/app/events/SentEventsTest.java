package clinic.mmt.dispenser.app.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a training's panel shows of events is bounded, and told once by its number. */
class SentEventsTest {

  private final SentEvents sent = new SentEvents();

  @Test
  void eachIsToldOnceByItsNumber() {
    sent.add(Instant.EPOCH, "a", "1");
    sent.add(Instant.EPOCH, "b", "2");
    assertEquals(
        "[Sent[number=2, at=1970-01-01T00:00:00Z, topic=b, payload=2]]", sent.after(1).toString());
    assertTrue(sent.after(2).isEmpty());
  }

  @Test
  void onlyTheLastAreKeptAndLongOnesAreCut() {
    for (int i = 0; i < 1000; i++) {
      sent.add(Instant.EPOCH, "t", "x".repeat(10_000));
    }
    assertEquals(SentEvents.EVENTS_MOST, sent.after(0).size());
    assertEquals(901, sent.after(0).getFirst().number());
    assertEquals(4096, sent.after(0).getFirst().payload().length());
  }
}
