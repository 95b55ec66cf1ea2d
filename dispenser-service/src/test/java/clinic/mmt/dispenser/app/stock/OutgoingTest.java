package clinic.mmt.dispenser.app.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.journal.OutgoingReads.Incident;
import clinic.mmt.dispenser.app.journal.StockReads;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.bottle.BottleState;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.ProductId;
import clinic.mmt.dispenser.domain.bottle.Receipt;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.outgoing.Destruction;
import clinic.mmt.dispenser.domain.outgoing.LookBack;
import clinic.mmt.dispenser.domain.outgoing.Shipment;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.store.PeopleStore;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stock leaves by papers, and an incident names every dose (R-88, R-89, H108). */
class OutgoingTest {

  private static final BatchId BATCH = new BatchId("L-1");
  private static final ProductId PRODUCT = new ProductId("MTD-10-1000");
  private static final Destruction.Papers PAPERS =
      new Destruction.Papers("GP-1", "BB-H-1", "pha loãng");

  private final Session keeper = session("S-1", Role.STORE_KEEPER);
  private final Session nurse = session("S-2", Role.DISPENSER);
  private final Session pharmacist = session("S-3", Role.PHARMACIST);
  private final Session head = session("S-4", Role.HEAD);

  @TempDir Path folder;

  private PeopleStore people;
  private UseCases use;
  private List<BottleId> labels;

  private static Session session(String id, Role role) {
    return new Session(new StaffId(id), id, Set.of(role), "t-1");
  }

  @BeforeEach
  void open() throws Exception {
    people = PeopleStore.open(folder.resolve("people.db"), folder.resolve("people.key"));
    use = new UseCases(people);
    Receiving receiving = new Receiving(use.house);
    Product product =
        new Product(
            PRODUCT,
            "brand",
            Concentration.ofMilligramsPerMillilitre(10),
            Volume.ofMillilitres(1000),
            Mass.ofGrams(92),
            "orange",
            Optional.empty());
    UseCases.yes(UseCases.<Answered<ProductId>>ask(r -> receiving.product(pharmacist, product, r)));
    LocalDate expiry = use.house.calendar().today().plusDays(300);
    Receiving.Delivery delivery =
        new Receiving.Delivery(
            new Receipt.Papers("N-1", "HD-1", "QD-1"),
            "deliverer",
            List.of(new Receiving.Came(BATCH, PRODUCT, expiry, Optional.empty(), 3, 3)),
            Set.of(),
            "");
    labels =
        UseCases.yes(UseCases.<Answered<Receipt>>ask(r -> receiving.receive(keeper, delivery, r)))
            .lines()
            .getFirst()
            .labels();
  }

  @AfterEach
  void close() {
    people.close();
  }

  private Answered<Shipment> send(Session by, String paper, List<BottleId> bottles) {
    return UseCases.ask(
        r ->
            new Shipments(use.house)
                .send(by, new Shipments.Leaving("Điểm B", paper, "người chở", bottles), r));
  }

  private Answered<Shipment> confirm(String id, List<BottleId> arrived, String words) {
    return UseCases.ask(
        r ->
            new Shipments(use.house)
                .confirm(keeper, id, new Shipments.Confirmed("BB-1/2", arrived, words), r));
  }

  private Answered<Bottles.Moved> move(Session by, Optional<Signature> second, Bottles.Asked what) {
    return UseCases.ask(r -> new Bottles(use.house).move(by, second, what, r));
  }

  private static Bottles.Asked asked(BottleAct act, BottleId label) {
    return new Bottles.Asked(
        List.of(clinic.mmt.dispenser.domain.bottle.BottleRequest.of(act, label, "lý do")));
  }

  private Optional<Signature> signed(Session by, String digest) {
    return Optional.of(
        new Signature(by.staff(), by.roles(), digest, "t-1", use.house.clock().instant()));
  }

  private BottleState state(BottleId label) {
    return use.house.journal().look(reads -> reads.stock().bottle(label)).orElseThrow().state();
  }

  private List<String> accounts() {
    return UseCases.yes(
            UseCases.<Answered<List<StockReads.Held>>>ask(
                r -> new StockPages(use.house).accounts(nurse, r)))
        .stream()
        .map(held -> held.kind() + " " + held.volume().microlitres() / 1000)
        .toList();
  }

  private Answered<Destruction> destroy(Session by, Session second, Destructions.Asked what) {
    return UseCases.ask(
        r -> new Destructions(use.house).destroy(by, signed(second, what.digest()), what, r));
  }

  @Test
  void whatLeavesIsUnderWayUntilTheOtherSiteConfirmsIt() {
    Shipment sent = UseCases.yes(send(keeper, "BB-1", labels.subList(0, 2)));
    assertEquals(List.of("IN_TRANSIT 2000", "STORE 1000", "SUPPLIER -3000"), accounts());
    assertEquals(BottleState.IN_TRANSIT, state(labels.get(0)));
    UseCases.yes(confirm(sent.id(), labels.subList(0, 2), ""));
    assertEquals(List.of("OTHER_SITE 2000", "STORE 1000", "SUPPLIER -3000"), accounts());
    assertEquals(BottleState.DELIVERED, state(labels.get(0)));
    assertEquals(Optional.of("shipment-closed"), UseCases.refused(confirm(sent.id(), labels, "x")));
  }

  @Test
  void whatDidNotArriveIsAnOpenItemUntilItTurnsUpOrIsSettled() {
    Shipment sent = UseCases.yes(send(keeper, "BB-1", labels));
    assertEquals(
        Optional.of("stock-words-missing"),
        UseCases.refused(confirm(sent.id(), labels.subList(0, 1), "")));
    UseCases.yes(confirm(sent.id(), labels.subList(0, 1), "thiếu hai chai"));
    assertEquals(List.of("DISCREPANCY 2000", "OTHER_SITE 1000", "SUPPLIER -3000"), accounts());
    UseCases.yes(move(keeper, Optional.empty(), asked(BottleAct.FIND, labels.get(1))));
    assertEquals(BottleState.QUARANTINED, state(labels.get(1)));
    Bottles.Asked settle = asked(BottleAct.SETTLE, labels.get(2));
    UseCases.yes(move(pharmacist, signed(head, settle.digest()), settle));
    assertEquals(
        List.of("LOSS 1000", "OTHER_SITE 1000", "STORE 1000", "SUPPLIER -3000"), accounts());
    Bottles.Asked release = asked(BottleAct.RELEASE, labels.get(1));
    UseCases.yes(move(keeper, signed(pharmacist, release.digest()), release));
    assertEquals(BottleState.IN_STORE, state(labels.get(1)));
  }

  @Test
  void aShipmentIsRefusedWhereItsPapersAreNotRight() {
    assertEquals(Optional.of("not-your-function"), UseCases.refused(send(nurse, "BB-1", labels)));
    Shipment sent = UseCases.yes(send(keeper, "BB-1", labels.subList(0, 1)));
    assertEquals(
        Optional.of("paper-used"), UseCases.refused(send(keeper, "BB-1", labels.subList(1, 2))));
    assertEquals(Optional.of("bottle-elsewhere"), UseCases.refused(send(keeper, "BB-2", labels)));
    assertEquals(Optional.of("not-of-shipment"), UseCases.refused(confirm(sent.id(), labels, "x")));
    assertEquals(Optional.of("unknown-shipment"), UseCases.refused(confirm("s-none", labels, "x")));
    assertEquals(BottleState.IN_STORE, state(labels.get(1)));
  }

  @Test
  void stockIsDestroyedByThreeWithTheHeadOnceAndWithMinutes() {
    UseCases.yes(move(keeper, Optional.empty(), asked(BottleAct.QUARANTINE, labels.get(0))));
    Destructions.Asked what =
        new Destructions.Asked(PAPERS, List.of("người thứ ba"), List.of(), labels.subList(0, 1));
    Destructions.Asked alone =
        new Destructions.Asked(PAPERS, List.of(" "), List.of(), labels.subList(0, 1));
    assertEquals(
        Optional.of("council-too-small"), UseCases.refused(destroy(pharmacist, head, alone)));
    assertEquals(
        Optional.of("council-too-small"),
        UseCases.refused(destroy(pharmacist, nurse, what)),
        "without the head");
    assertEquals(
        Optional.of("second-signature-needed"),
        UseCases.refused(destroy(pharmacist, pharmacist, what)));
    assertEquals(Optional.of("not-your-function"), UseCases.refused(destroy(nurse, head, what)));
    UseCases.yes(destroy(pharmacist, head, what));
    assertEquals(BottleState.DESTROYED, state(labels.get(0)));
    assertEquals(List.of("DESTROYED 1000", "STORE 2000", "SUPPLIER -3000"), accounts());
    assertEquals(Optional.of("paper-used"), UseCases.refused(destroy(pharmacist, head, what)));
  }

  @Test
  void onlyWhatIsQuarantinedAndNamedIsDestroyed() {
    Destructions.Asked inUse =
        new Destructions.Asked(PAPERS, List.of("người thứ ba"), List.of(), labels);
    assertEquals(
        Optional.of("bottle-elsewhere"), UseCases.refused(destroy(pharmacist, head, inUse)));
    Destructions.Asked nothing =
        new Destructions.Asked(PAPERS, List.of("người thứ ba"), List.of(), List.of());
    assertEquals(
        Optional.of("nothing-to-destroy"), UseCases.refused(destroy(pharmacist, head, nothing)));
    Destruction.Waste line =
        new Destruction.Waste(new StationId("s1"), BATCH, Volume.ofMillilitres(20_000), false);
    Destruction.Waste more =
        new Destruction.Waste(new StationId("s1"), BATCH, Volume.ofMicrolitres(20_000_001), false);
    for (List<Destruction.Waste> waste : List.of(List.of(more), List.of(line, line))) {
      assertEquals(
          Optional.of("impossible-waste"),
          UseCases.refused(
              destroy(
                  pharmacist,
                  head,
                  new Destructions.Asked(PAPERS, List.of("người thứ ba"), waste, List.of()))));
    }
    UseCases.yes(
        destroy(
            pharmacist,
            head,
            new Destructions.Asked(PAPERS, List.of("người thứ ba"), List.of(line), List.of())));
    assertTrue(accounts().contains("DISCREPANCY -20000"), "more than booked has to be explained");
  }

  private Answered<LookBack> lookBack(LocalDate from, LocalDate until, String words) {
    LookBack.Scope scope =
        new LookBack.Scope(from, until, Optional.of(BATCH), Optional.empty(), Optional.empty());
    return UseCases.ask(
        r ->
            new LookBacks(use.house)
                .open(pharmacist, new LookBacks.Asked(LookBack.Why.RECALL, scope, words), r));
  }

  @Test
  void anIncidentIsOpenedForDaysThatWereAndClosedByTwo() { // H108
    LocalDate today = use.house.calendar().today();
    assertEquals(
        Optional.of("look-back-days"), UseCases.refused(lookBack(today, today.minusDays(1), "x")));
    assertEquals(
        Optional.of("look-back-days"), UseCases.refused(lookBack(today, today.plusDays(1), "x")));
    assertEquals(
        Optional.of("look-back-days"),
        UseCases.refused(lookBack(today.minusDays(366), today, "x")));
    assertEquals(Optional.of("stock-words-missing"), UseCases.refused(lookBack(today, today, " ")));
    LookBack open = UseCases.yes(lookBack(today.minusDays(365), today, "thu hồi"));
    LookBacks use1 = new LookBacks(use.house);
    assertEquals(
        Optional.of("second-signature-needed"),
        UseCases.refused(
            UseCases.<Answered<String>>ask(
                r -> use1.close(pharmacist, Optional.empty(), open.id(), "xong", r))));
    UseCases.yes(
        UseCases.<Answered<String>>ask(
            r ->
                use1.close(
                    pharmacist,
                    signed(nurse, LookBacks.digest(open.id(), "xong")),
                    open.id(),
                    "xong",
                    r)));
    assertEquals(
        Optional.of("unknown-incident"),
        UseCases.refused(
            UseCases.<Answered<String>>ask(
                r -> use1.close(pharmacist, Optional.empty(), open.id(), "xong", r))));
    assertEquals(
        Optional.of("xong"),
        UseCases.yes(UseCases.<Answered<List<Incident>>>ask(r -> use1.all(nurse, r)))
            .getFirst()
            .closed());
    assertEquals(List.of(), UseCases.yes(use1.look(nurse, open.of())));
  }

  @Test
  void theForecastCountsWhatMayStillBePoured() {
    UseCases.yes(move(keeper, Optional.empty(), asked(BottleAct.QUARANTINE, labels.get(0))));
    List<Forecasts.Line> lines = UseCases.yes(new Forecasts(use.house).all(pharmacist, 30, 15));
    assertEquals(Volume.ofMillilitres(2000), lines.getFirst().forecast().usable());
    assertEquals(9999, lines.getFirst().forecast().lasts(), "nothing was used");
  }
}
