package clinic.mmt.dispenser.domain.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Double entry: nothing appears and nothing vanishes. */
class PostingTest {

  private static final BatchId BATCH = new BatchId("L-1");
  private static final Account STORE = Account.only(AccountKind.STORE);

  @Test
  void legsThatDoNotSumToZeroAreNoPosting() {
    List<Posting.Leg> one = List.of(new Posting.Leg(STORE, Volume.ofMicrolitres(1)));
    assertThrows(IllegalArgumentException.class, () -> new Posting(BATCH, one));
  }

  @Test
  void aMoveTakesHereAndGivesThere() {
    Posting move =
        Posting.move(BATCH, STORE, new Account(AccountKind.BOTTLE, "B-1"), Volume.ofMicrolitres(7));
    assertEquals(-7, move.legs().getFirst().change().microlitres());
    assertEquals(7, move.legs().getLast().change().microlitres());
    assertEquals("BOTTLE/B-1", move.legs().getLast().account().path());
  }

  @Test
  void theLegsOfAPostingDoNotChangeAfterwards() {
    List<Posting.Leg> legs = new ArrayList<>();
    Posting empty = new Posting(BATCH, legs);
    legs.add(new Posting.Leg(STORE, Volume.ofMicrolitres(1)));
    assertEquals(List.of(), empty.legs());
  }
}
