package clinic.mmt.dispenser.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.bottle.Bottle;
import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.bottle.BottleState;
import clinic.mmt.dispenser.domain.bottle.Receipt;
import clinic.mmt.dispenser.domain.bottle.StockBatch;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every journal keeps of bottles of the stock. */
abstract class StockContract extends OutgoingContract {

  private static final BottleId ONE = StockFactSamples.ONE;
  private static final BottleId TWO = StockFactSamples.TWO;

  private Bottle bottle(BottleId label) {
    return read(reads -> reads.stock().bottle(label)).orElseThrow();
  }

  private void refusedBy(String constraint, Fact... facts) {
    assertEquals(new Outcome.Conflict<>(constraint), submitted(facts));
  }

  private boolean known(String ours) {
    return read(reads -> reads.stock().receiptKnown(ours));
  }

  private void received() {
    append(
        StockFactSamples.noted(Mass.ofGrams(92)),
        StockFactSamples.received("GN-7", Set.of(), ONE, TWO));
  }

  @Test
  void aDeliveryIsReadAsItCame() throws Exception {
    received();
    assertEquals(
        List.of(StockFactSamples.product(Mass.ofGrams(92))),
        read(reads -> reads.stock().products()));
    assertEquals(
        List.of(ONE, TWO), read(r -> r.stock().bottles()).stream().map(Bottle::label).toList());
    assertEquals(BottleState.IN_STORE, bottle(ONE).state());
    assertEquals(Integer.valueOf(2), read(reads -> reads.stock().labelled()));
    StockBatch sheet = read(reads -> reads.stock().batch(Facts.BATCH)).orElseThrow();
    assertEquals(Facts.DAY.plusDays(400), sheet.expiry());
    assertEquals(List.of(sheet), read(reads -> reads.stock().batches()));
    assertEquals(Facts.STRENGTH, read(r -> r.batch(Facts.BATCH)).orElseThrow().concentration());
    assertTrue(known("GN-7"));
    assertFalse(known("GN-8"));
    append(StockFactSamples.noted(Mass.ofGrams(93)));
    assertEquals(
        Mass.ofGrams(93), read(r -> r.stock().products()).getFirst().empty(), "noted again");
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void anAbnormalDeliveryIsQuarantined() {
    append(StockFactSamples.noted(Mass.ofGrams(92)));
    append(StockFactSamples.received("GN-7", Set.of(Receipt.Cause.LEAKING), ONE, TWO));
    assertEquals(BottleState.QUARANTINED, bottle(ONE).state());
    assertEquals(Optional.of(BottleState.IN_STORE), bottle(ONE).heldFrom());
    assertEquals(
        List.of(
            StockReads.Taken.of(
                StockFactSamples.received("GN-7", Set.of(Receipt.Cause.LEAKING), ONE).receipt())),
        read(reads -> reads.stock().receipts()));
  }

  @Test
  void aNumberAndALabelAreGivenOnce() throws Exception {
    received();
    refusedBy(
        Constraints.RECEIPT_NUMBERED_ONCE,
        StockFactSamples.received("GN-7", Set.of(), new BottleId("B-3")));
    refusedBy(Constraints.BOTTLE_LABELLED_ONCE, StockFactSamples.received("GN-8", Set.of(), TWO));
    append(StockFactSamples.received("GN-8", Set.of(), new BottleId("B-3"))); // the control
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void aBottleIsReadWhereItStands() throws Exception {
    received();
    append(StockFactSamples.issued(ONE), StockFactSamples.opened(ONE));
    assertEquals(BottleState.OPEN, bottle(ONE).state());
    assertEquals(Optional.of(Facts.DAY.plusDays(27)), bottle(ONE).inUseUntil());
    append(StockFactSamples.moved(BottleAct.MOUNT, ONE, BottleState.MOUNTED, List.of()));
    assertEquals(Optional.of(Facts.STATION), bottle(ONE).station());
    append(StockFactSamples.labelled());
    assertEquals(
        Optional.of(StockFactSamples.SIZE),
        read(reads -> reads.mounted(Facts.STATION)).orElseThrow().container(),
        "its floor goes by the size");
    append(StockFactSamples.moved(BottleAct.UNMOUNT, ONE, BottleState.OPEN, List.of()));
    assertEquals(Optional.empty(), bottle(ONE).station());
    append(StockFactSamples.moved(BottleAct.QUARANTINE, ONE, BottleState.QUARANTINED, List.of()));
    assertEquals(BottleState.OPEN, bottle(ONE).stands());
    append(StockFactSamples.moved(BottleAct.POOL, ONE, BottleState.EMPTY, List.of()));
    assertEquals(Optional.of(Facts.DAY.plusDays(27)), bottle(TWO).inUseUntil(), "it took the rest");
    assertEquals(List.of(TWO), read(r -> r.stock().bottles()).stream().map(Bottle::label).toList());
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void whatExpiresFirstIsKnownAtItsBorders() {
    received();
    LocalDate expiry = Facts.DAY.plusDays(400);
    assertTrue(earlier(expiry.plusDays(1), Facts.DAY));
    assertFalse(earlier(expiry, Facts.DAY), "the same day is not earlier");
    assertTrue(earlier(expiry.plusDays(1), expiry));
    assertFalse(earlier(expiry.plusDays(1), expiry.plusDays(1)), "expired itself");
    append(StockFactSamples.issued(ONE), StockFactSamples.opened(ONE));
    append(StockFactSamples.issued(TWO));
    assertTrue(earlier(expiry.plusDays(1), Facts.DAY), "also in the day cabinet");
    append(StockFactSamples.opened(TWO));
    assertFalse(earlier(expiry.plusDays(1), Facts.DAY), "none is closed any more");
  }

  private boolean earlier(LocalDate expiry, LocalDate today) {
    return read(
        reads -> reads.stock().earlier(StockFactSamples.product(Mass.ofGrams(92)), expiry, today));
  }

  @Test
  void accountsAreReadByBatchAndByKind() throws Exception {
    received();
    append(StockFactSamples.issued(ONE));
    append(StockFactSamples.opened(ONE));
    assertEquals(
        Map.of(Facts.BATCH, StockFactSamples.SIZE),
        read(reads -> reads.stock().in(new Account(AccountKind.BOTTLE, ONE.value()))));
    assertEquals(Map.of(), read(reads -> reads.stock().in(Account.only(AccountKind.DAY_CABINET))));
    assertEquals(
        List.of("BOTTLE 1000000", "STORE 1000000", "SUPPLIER -2000000"),
        read(reads -> reads.stock().held()).stream()
            .map(h -> h.kind() + " " + h.volume().microlitres())
            .toList());
  }

  @Test
  void noCabinetHoldsLessThanNothing() throws Exception {
    received();
    append(StockFactSamples.issued(ONE));
    refusedBy(
        Constraints.CABINET_NOT_BELOW_ZERO,
        StockFactSamples.moved(
            BottleAct.ISSUE, TWO, BottleState.IN_DAY_CABINET, List.of(out(1_000_001))));
    append(
        StockFactSamples.moved(
            BottleAct.ISSUE, TWO, BottleState.IN_DAY_CABINET, List.of(out(1_000_000))));
    refusedBy(
        Constraints.CABINET_NOT_BELOW_ZERO,
        StockFactSamples.moved(BottleAct.ISSUE, TWO, BottleState.IN_DAY_CABINET, List.of(out(1))));
    assertTrue(viewsEqualRebuild(journal));
  }

  private static Posting out(long microlitres) {
    return Posting.move(
        Facts.BATCH,
        Account.only(AccountKind.STORE),
        Account.only(AccountKind.DAY_CABINET),
        Volume.ofMicrolitres(microlitres));
  }
}
