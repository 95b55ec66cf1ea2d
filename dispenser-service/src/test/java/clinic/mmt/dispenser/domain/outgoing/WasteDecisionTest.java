package clinic.mmt.dispenser.domain.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An emptied waste container leaves nothing in its account. */
class WasteDecisionTest {

  @ParameterizedTest
  @CsvSource({
    "5000, 5000, false, 5000, 0",
    "5000, 4999, false, 4999, 1",
    "5000, 5001, false, 5001, -1",
    "5000, 0, false, 0, 5000",
    "0, 300, false, 300, -300",
    "0, 0, false, 0, 0",
    // Rinsing water in it: more than booked is water, less is missing.
    "5000, 9000, true, 5000, 0",
    "5000, 5000, true, 5000, 0",
    "5000, 4999, true, 4999, 1",
    "0, 900, true, 0, 0"
  })
  void bookedIsDestroyedOrADifference(
      long booked, long measured, boolean diluted, long destroyed, long difference) {
    Map<AccountKind, Long> changed = new EnumMap<>(AccountKind.class);
    for (Posting posting :
        new WasteDecision(
                new Destruction.Waste(
                    new StationId("s1"), new BatchId("L-1"), new Volume(measured), diluted),
                new Volume(booked))
            .postings()) {
      posting
          .legs()
          .forEach(
              leg -> changed.merge(leg.account().kind(), leg.change().microlitres(), Long::sum));
    }
    assertEquals(-booked, changed.getOrDefault(AccountKind.WASTE, 0L));
    assertEquals(destroyed, changed.getOrDefault(AccountKind.DESTROYED, 0L));
    assertEquals(difference, changed.getOrDefault(AccountKind.DISCREPANCY, 0L));
  }
}
