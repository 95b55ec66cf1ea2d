package clinic.mmt.dispenser.domain.bottle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may be done with a bottle, at the borders of each rule. */
class BottleDecisionsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final StationId STATION = new StationId("s1");
  private static final StationId OTHER = new StationId("s2");
  private static final BatchId EARLY = new BatchId("L-early");
  private static final BatchId LATE = new BatchId("L-late");
  private static final BatchId WEAK = new BatchId("L-weak");
  private static final Density DENSITY = new Density(1_050_000);
  private static final Mass EMPTY = Mass.ofGrams(90);

  private PaperBook book = new PaperBook();
  private LocalDate today = DAY;
  private int labels;

  @BeforeEach
  void stock() {
    product("P-10", 10);
    product("P-5", 5);
  }

  private void product(String id, int strength) {
    ProductId name = new ProductId(id);
    book.products.put(
        name,
        new Product(
            name,
            "brand",
            Concentration.ofMilligramsPerMillilitre(strength),
            Volume.ofMillilitres(1000),
            EMPTY,
            "orange",
            Optional.empty()));
  }

  private static Receipt.Line line(
      BatchId batch, String product, LocalDate expiry, List<BottleId> labels) {
    return new Receipt.Line(
        batch,
        new ProductId(product),
        Concentration.ofMilligramsPerMillilitre(product.equals("P-5") ? 5 : 10),
        Volume.ofMillilitres(1000),
        expiry,
        Optional.of(DENSITY),
        labels.size(),
        labels);
  }

  private static Receipt receipt(String ours, Receipt.Line line, Receipt.Cause... causes) {
    return new Receipt(
        "RC-" + ours,
        DAY,
        new Receipt.Papers(ours, "s", "a"),
        "deliverer",
        new StaffId("S-1"),
        List.of(line),
        Set.of(causes),
        "");
  }

  private List<BottleId> came(BatchId batch, int count, LocalDate expiry) {
    List<BottleId> all = IntStream.range(0, count).mapToObj(i -> BottleLabel.of(++labels)).toList();
    String product = batch.equals(WEAK) ? "P-5" : "P-10";
    book.received(receipt("N-" + labels, line(batch, product, expiry, all)));
    return all;
  }

  private BottleId one(BatchId batch) {
    return came(batch, 1, DAY.plusDays(300)).getFirst();
  }

  private StockAnswer decide(BottleRequest asked) {
    return BottleDecisions.decide(
        asked, book, StockValues.of(Profile.vietnamDraft(), today, new StaffId("S-1")));
  }

  private StockAnswer.Done does(BottleRequest asked) {
    StockAnswer.Done done =
        assertInstanceOf(StockAnswer.Done.class, decide(asked), asked::toString);
    book.done(done);
    return done;
  }

  private void refused(StockNo why, BottleRequest asked) {
    assertEquals(new StockAnswer.No(why), decide(asked));
  }

  private static BottleRequest ask(BottleAct act, BottleId bottle) {
    return BottleRequest.of(act, bottle, "reason");
  }

  private static BottleRequest mount(BottleId bottle, StationId at, Mass gross, long line) {
    return new BottleRequest(
        BottleAct.MOUNT,
        bottle,
        Optional.of(at),
        Optional.empty(),
        Optional.of(gross),
        Optional.of(Volume.ofMicrolitres(line)),
        "");
  }

  private static Mass full() {
    return weighing(1_000_000);
  }

  private static Mass weighing(long microlitres) {
    return DENSITY.massOf(Volume.ofMicrolitres(microlitres)).plus(EMPTY);
  }

  private BottleId opened(BatchId batch) {
    BottleId bottle = one(batch);
    does(ask(BottleAct.ISSUE, bottle));
    does(ask(BottleAct.OPEN, bottle));
    return bottle;
  }

  private long held(BottleId bottle) {
    Bottle b = book.bottle(bottle).orElseThrow();
    return book.balance(b.own(), b.batch()).microlitres();
  }

  private void pour(BottleId bottle, long microlitres) {
    Bottle b = book.bottle(bottle).orElseThrow();
    book.post(
        Posting.move(
            b.batch(),
            b.own(),
            Account.only(AccountKind.PATIENT),
            Volume.ofMicrolitres(microlitres)));
  }

  @Test
  void anActIsRefusedFromEveryStateThatItIsNotFor() {
    for (BottleState state : BottleState.values()) {
      for (BottleAct act : BottleAct.values()) {
        book = new PaperBook();
        stock();
        BottleId bottle = one(LATE);
        boolean held = state == BottleState.QUARANTINED;
        book.bottles.computeIfPresent(
            bottle,
            (k, b) ->
                new Bottle(
                    k,
                    b.batch(),
                    b.product(),
                    b.container(),
                    state,
                    held ? Optional.of(BottleState.IN_STORE) : Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    b.receipt()));
        boolean may = act.of(book.bottle(bottle).orElseThrow()).isPresent();
        boolean no =
            decide(ask(act, bottle)) instanceof StockAnswer.No(StockNo why)
                && (why == StockNo.NOT_FROM_HERE || why == StockNo.QUARANTINED);
        assertEquals(!may, no, act + " of one " + state);
      }
    }
  }

  @Test
  void aBottleGoesFromTheStoreToThePumpAndOffItAgain() {
    BottleId bottle = opened(LATE);
    assertEquals(1_000_000, held(bottle));
    StockAnswer.Done on = does(mount(bottle, STATION, full(), 8_000));
    assertEquals(BottleState.MOUNTED, on.move().to());
    assertEquals(992_000, held(bottle));
    assertEquals(Optional.of(bottle), book.mounted(STATION));
    pour(bottle, 92_000);
    StockAnswer.Done off =
        does(
            new BottleRequest(
                BottleAct.UNMOUNT,
                bottle,
                Optional.empty(),
                Optional.empty(),
                Optional.of(weighing(900_000)),
                Optional.empty(),
                ""));
    assertEquals(false, off.weightOff());
    assertEquals(Optional.of(STATION), off.move().station());
    assertEquals(Optional.empty(), book.mounted(STATION));
    book.sums().forEach(sum -> assertEquals(0, sum));
  }

  @Test
  void whatIsNotThereIsNotMoved() {
    refused(StockNo.UNKNOWN_BOTTLE, ask(BottleAct.ISSUE, new BottleId("B-x")));
    BottleId bottle = one(LATE);
    book.post(
        Posting.move(
            LATE,
            Account.only(AccountKind.STORE),
            Account.only(AccountKind.DISCREPANCY),
            Volume.ofMicrolitres(1)));
    refused(StockNo.SHORT, ask(BottleAct.ISSUE, bottle));
    refused(StockNo.SHORT, ask(BottleAct.BREAK, bottle));
  }

  @Test
  void theEarlierExpiryIsOpenedFirstOrAReasonIsGiven() {
    BottleId late = came(LATE, 1, DAY.plusDays(300)).getFirst();
    BottleId early = came(EARLY, 1, DAY.plusDays(299)).getFirst();
    does(ask(BottleAct.ISSUE, late));
    refused(StockNo.EARLIER_EXPIRY, BottleRequest.of(BottleAct.OPEN, late, ""));
    assertInstanceOf(StockAnswer.Done.class, decide(ask(BottleAct.OPEN, late)), "with a reason");
    does(ask(BottleAct.QUARANTINE, early));
    does(BottleRequest.of(BottleAct.OPEN, late, "")); // the control: nobody may take it
  }

  @Test
  void anExpiredBatchIsNeitherOpenedNorMounted() {
    BottleId bottle = came(LATE, 1, DAY).getFirst();
    does(ask(BottleAct.ISSUE, bottle));
    today = DAY.plusDays(1);
    refused(StockNo.EXPIRED, ask(BottleAct.OPEN, bottle));
    today = DAY;
    does(ask(BottleAct.OPEN, bottle)); // its last day
    today = DAY.plusDays(1);
    refused(StockNo.EXPIRED, mount(bottle, STATION, full(), 0));
  }

  @Test
  void anOpenedBottleIsUsedForItsDays() {
    BottleId bottle = opened(LATE);
    today = DAY.plusDays(30);
    refused(StockNo.IN_USE_OVER, mount(bottle, STATION, full(), 0));
    today = DAY.plusDays(29); // the 30th day
    does(mount(bottle, STATION, full(), 0));
  }

  @Test
  void theWeightAtTheMountingIsTheBooks() { // 5 mL of 1,000
    BottleId bottle = opened(LATE);
    refused(StockNo.WEIGHT_NOT_BOOK, mount(bottle, STATION, weighing(994_999), 0));
    refused(StockNo.WEIGHT_NOT_BOOK, mount(bottle, STATION, weighing(1_005_001), 0));
    refused(StockNo.WEIGHT_NOT_BOOK, mount(bottle, STATION, Mass.ZERO, 0));
    does(mount(bottle, STATION, weighing(995_000), 0));
    BottleId nearly = opened(LATE);
    pour(nearly, 800_000); // 200 mL: 2 mL are more than 0.5 %
    refused(StockNo.WEIGHT_NOT_BOOK, mount(nearly, OTHER, weighing(197_999), 0));
    does(mount(nearly, OTHER, weighing(202_000), 0));
  }

  @Test
  void withoutADensityTheGrossGateHolds() { // R-66, H90
    BottleId bottle = opened(LATE);
    book.batches.computeIfPresent(
        LATE, (id, b) -> new Batch(id, b.concentration(), Optional.empty()));
    long least = 995_000L * 980 + 90_000_000;
    long most = 1_005_000L * 1250 + 90_000_000;
    refused(StockNo.WEIGHT_NOT_BOOK, mount(bottle, STATION, Mass.ofMicrograms(least - 1), 0));
    refused(StockNo.WEIGHT_NOT_BOOK, mount(bottle, STATION, Mass.ofMicrograms(most + 1), 0));
    assertInstanceOf(
        StockAnswer.Done.class, decide(mount(bottle, STATION, Mass.ofMicrograms(least), 0)));
    does(mount(bottle, STATION, Mass.ofMicrograms(most), 0));
  }

  @Test
  void aStationHasOneBottleAndALineIsFilledOnce() { // R-119, H11
    BottleId first = opened(LATE);
    BottleId second = opened(LATE);
    BottleId weak = opened(WEAK);
    refused(
        StockNo.NO_STATION,
        new BottleRequest(
            BottleAct.MOUNT,
            first,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ""));
    refused(StockNo.LINE_TOO_LARGE, mount(first, STATION, full(), 1_000_001));
    does(mount(first, STATION, full(), 8_000));
    refused(StockNo.STATION_TAKEN, mount(second, STATION, full(), 0));
    does(ask(BottleAct.UNMOUNT, first));
    refused(StockNo.LINE_FILLED, mount(second, STATION, full(), 1));
    does(mount(second, STATION, full(), 0));
    does(ask(BottleAct.UNMOUNT, second));
    does(mount(weak, STATION, full(), 0)); // the purge is owed beside it: LineStrengthTest
  }

  @Test
  void aBottleComesOffWhateverItWeighsButNotWhileItPours() {
    BottleId bottle = opened(LATE);
    does(mount(bottle, STATION, full(), 0));
    book.pouring.add(STATION);
    refused(StockNo.POURING, ask(BottleAct.UNMOUNT, bottle));
    book.pouring.clear();
    StockAnswer.Done off =
        does(
            new BottleRequest(
                BottleAct.UNMOUNT,
                bottle,
                Optional.empty(),
                Optional.empty(),
                Optional.of(weighing(900_000)),
                Optional.empty(),
                ""));
    assertTrue(off.weightOff(), "told, to be counted");
    refused(StockNo.WEIGHT_NOT_BOOK, mount(bottle, STATION, weighing(900_000), 0));
    StockAnswer.Done counted = does(count(bottle, Optional.of(weighing(900_000)), -1));
    assertEquals(Optional.of(Volume.ofMicrolitres(900_000)), counted.move().found());
    does(mount(bottle, STATION, weighing(900_000), 0));
    assertEquals(
        100_000, book.balance(book.bottle(bottle).orElseThrow().discrepancy(), LATE).microlitres());
  }

  private static BottleRequest count(BottleId bottle, Optional<Mass> gross, long microlitres) {
    return new BottleRequest(
        BottleAct.COUNT,
        bottle,
        Optional.empty(),
        Optional.empty(),
        gross,
        microlitres < 0 ? Optional.empty() : Optional.of(Volume.ofMicrolitres(microlitres)),
        "count");
  }

  @Test
  void aCountNeedsAFigureThatCanBe() {
    BottleId bottle = opened(LATE);
    refused(StockNo.NO_WEIGHT, count(bottle, Optional.empty(), -1));
    refused(StockNo.NO_REASON, BottleRequest.of(BottleAct.COUNT, bottle, " "));
    refused(StockNo.IMPOSSIBLE_VOLUME, count(bottle, Optional.of(Mass.ofGrams(1)), -1));
    refused(StockNo.IMPOSSIBLE_VOLUME, count(bottle, Optional.empty(), 1_005_001));
    does(count(bottle, Optional.empty(), 1_005_000)); // the maker's overage: a surplus is shown
    assertEquals(
        -5_000, book.balance(book.bottle(bottle).orElseThrow().discrepancy(), LATE).microlitres());
    book.batches.computeIfPresent(
        LATE, (id, b) -> new Batch(id, b.concentration(), Optional.empty()));
    refused(StockNo.NO_DENSITY, count(bottle, Optional.of(full()), -1));
  }

  @Test
  void restsArePooledWithinABatchAndAreUsedNoLongerThanTheOlder() {
    BottleId old = opened(LATE);
    today = DAY.plusDays(3);
    BottleId young = opened(LATE);
    BottleId other = opened(EARLY);
    refused(StockNo.UNKNOWN_BOTTLE, ask(BottleAct.POOL, old));
    refused(StockNo.OTHER_BATCH, pool(old, other));
    refused(StockNo.OTHER_BATCH, pool(old, old));
    refused(StockNo.OTHER_BATCH, pool(old, one(LATE)));
    pour(young, 400_000);
    pour(old, 599_999);
    refused(StockNo.DOES_NOT_FIT, pool(old, young));
    pour(old, 1);
    BottleRequest silent = pool(old, young);
    refused(
        StockNo.NO_REASON,
        new BottleRequest(
            silent.act(),
            old,
            silent.station(),
            silent.into(),
            silent.gross(),
            silent.volume(),
            ""));
    does(pool(old, young));
    assertEquals(0, held(old));
    assertEquals(1_000_000, held(young));
    assertEquals(BottleState.EMPTY, book.bottle(old).orElseThrow().state());
    assertEquals(Optional.of(DAY.plusDays(29)), book.bottle(young).orElseThrow().inUseUntil());
  }

  private static BottleRequest pool(BottleId from, BottleId into) {
    return new BottleRequest(
        BottleAct.POOL,
        from,
        Optional.empty(),
        Optional.of(into),
        Optional.empty(),
        Optional.empty(),
        "rest");
  }

  @Test
  void anEmptyBottleHoldsNoMoreThanAFilm() {
    BottleId bottle = opened(LATE);
    pour(bottle, 997_999);
    refused(StockNo.COUNT_FIRST, ask(BottleAct.EMPTY, bottle));
    pour(bottle, 1);
    does(ask(BottleAct.EMPTY, bottle)); // 2 mL
    assertEquals(0, held(bottle));
  }

  @Test
  void aBrokenBottleIsOffAtOnceAndItsLossIsWrittenLater() {
    BottleId bottle = opened(LATE);
    does(mount(bottle, STATION, full(), 0));
    book.pouring.add(STATION); // it breaks while it pours: 8 mL are reserved
    Bottle own = book.bottle(bottle).orElseThrow();
    Account reserved = new Account(AccountKind.RESERVED, "D-1");
    book.post(Posting.move(LATE, own.own(), reserved, Volume.ofMillilitres(8)));
    StockAnswer.Done broke = does(BottleRequest.of(BottleAct.BREAK, bottle, ""));
    assertEquals(Optional.of(STATION), broke.move().station());
    assertEquals(Optional.empty(), book.mounted(STATION), "no pour begins from it");
    book.post(Posting.move(LATE, reserved, own.own(), Volume.ofMillilitres(8)));
    pour(bottle, 3_000);
    refused(StockNo.NO_REASON, BottleRequest.of(BottleAct.SETTLE, bottle, ""));
    refused(StockNo.RECOVERED_MORE, settle(bottle, 997_001, Optional.of(STATION)));
    refused(StockNo.NO_STATION, settle(bottle, 1, Optional.empty()));
    does(settle(bottle, 600_000, Optional.of(STATION)));
    assertEquals(0, held(bottle), "also what the pour gave back");
    assertEquals(397_000, book.balance(Account.only(AccountKind.LOSS), LATE).microlitres());
    assertEquals(600_000, book.balance(new Account(AccountKind.WASTE, "s1"), LATE).microlitres());
    assertEquals(0, book.balance(own.discrepancy(), LATE).microlitres());
    assertEquals(BottleState.WRITTEN_OFF, book.bottle(bottle).orElseThrow().state());
  }

  @Test
  void moreThanWasInABrokenBottleIsASurplusAndNoNegativeLoss() {
    BottleId bottle = opened(LATE);
    Bottle own = book.bottle(bottle).orElseThrow();
    does(BottleRequest.of(BottleAct.BREAK, bottle, ""));
    book.post(
        Posting.move(
            LATE,
            own.discrepancy(),
            Account.only(AccountKind.PATIENT),
            Volume.ofMicrolitres(1_000_500)));
    does(settle(bottle, 0, Optional.empty()));
    assertEquals(-500, book.balance(Account.only(AccountKind.SURPLUS), LATE).microlitres());
    assertEquals(0, book.balance(Account.only(AccountKind.LOSS), LATE).microlitres());
  }

  private static BottleRequest settle(
      BottleId bottle, long recovered, Optional<StationId> station) {
    return new BottleRequest(
        BottleAct.SETTLE,
        bottle,
        station,
        Optional.empty(),
        Optional.empty(),
        Optional.of(Volume.ofMicrolitres(recovered)),
        "fell");
  }

  @Test
  void aQuarantinedBottleIsReleasedToWhereItStoodOrSentBack() {
    BottleId bottle = one(LATE);
    refused(StockNo.NO_REASON, BottleRequest.of(BottleAct.QUARANTINE, bottle, ""));
    does(ask(BottleAct.QUARANTINE, bottle));
    refused(StockNo.QUARANTINED, ask(BottleAct.ISSUE, bottle));
    does(ask(BottleAct.RELEASE, bottle));
    assertEquals(BottleState.IN_STORE, book.bottle(bottle).orElseThrow().state());
    does(ask(BottleAct.QUARANTINE, bottle));
    does(ask(BottleAct.SEND_BACK, bottle));
    assertEquals(0, book.balance(Account.only(AccountKind.SUPPLIER), LATE).microlitres());
    BottleId open = opened(LATE);
    does(ask(BottleAct.QUARANTINE, open));
    refused(StockNo.QUARANTINED, ask(BottleAct.SEND_BACK, open));
    does(ask(BottleAct.RELEASE, open));
    assertEquals(BottleState.OPEN, book.bottle(open).orElseThrow().state());
  }

  @Test
  void aDeliveryIsTakenInAsItsPapersAndLabelsSay() { // R-77, H11
    LocalDate expiry = DAY.plusDays(300);
    List<BottleId> two = List.of(BottleLabel.of(900), BottleLabel.of(901));
    Receipt.Line good = line(LATE, "P-10", expiry, two);
    assertEquals(Optional.empty(), against(receipt("N", good)));
    assertEquals(
        Optional.of(StockNo.UNKNOWN_PRODUCT),
        against(receipt("N", line(LATE, "P-7", expiry, two))));
    assertEquals(
        Optional.of(StockNo.EXPIRED),
        against(receipt("N", line(LATE, "P-10", DAY.minusDays(1), two))));
    assertEquals(Optional.empty(), against(receipt("N", line(LATE, "P-10", DAY, two))));
    Receipt.Line shortOne =
        new Receipt.Line(
            LATE,
            good.product(),
            good.strength(),
            good.container(),
            expiry,
            good.density(),
            3,
            two);
    assertEquals(Optional.of(StockNo.COUNT_DIFFERS), against(receipt("N", shortOne)));
    assertEquals(Optional.empty(), against(receipt("N", shortOne, Receipt.Cause.SHORT_COUNT)));
    book.received(receipt("N", good));
    assertEquals(Optional.of(StockNo.RECEIPT_KNOWN), against(receipt("N", good)));
    assertEquals(
        Optional.of(StockNo.ANOTHER_SHEET),
        against(receipt("M", line(LATE, "P-10", expiry.plusDays(1), two))));
    assertEquals(
        Optional.of(StockNo.ANOTHER_SHEET), against(receipt("M", line(LATE, "P-5", expiry, two))));
  }

  @Test
  void aDensityLiesInItsWindow() { // H90
    for (long density : new long[] {979_999, 980_000, 1_250_000, 1_250_001}) {
      Receipt.Line line =
          new Receipt.Line(
              LATE,
              new ProductId("P-10"),
              Concentration.ofMilligramsPerMillilitre(10),
              Volume.ofMillilitres(1000),
              DAY,
              Optional.of(new Density(density)),
              0,
              List.of());
      boolean in = density == 980_000 || density == 1_250_000;
      assertEquals(
          in ? Optional.empty() : Optional.of(StockNo.DENSITY), against(receipt("N", line)));
    }
  }

  private Optional<StockNo> against(Receipt receipt) {
    return ReceiptDecisions.against(
        receipt, book, StockValues.of(Profile.vietnamDraft(), today, new StaffId("S-1")));
  }
}
