package clinic.mmt.dispenser.app.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.StockReads;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.bottle.BottleLabel;
import clinic.mmt.dispenser.domain.bottle.BottleRequest;
import clinic.mmt.dispenser.domain.bottle.BottleState;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.ProductId;
import clinic.mmt.dispenser.domain.bottle.Receipt;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.staff.SiteType;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.dispenser.store.PeopleStore;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what with bottles, who signs, and what is written. */
class BottlesTest {

  private static final BatchId BATCH = new BatchId("L-1");
  private static final ProductId PRODUCT = new ProductId("MTD-10-1000");
  private static final StationId STATION = new StationId("s1");
  private static final Mass FULL = Mass.ofGrams(1_142);

  private final Session keeper = session("S-1", Role.STORE_KEEPER);
  private final Session nurse = session("S-2", Role.DISPENSER);
  private final Session pharmacist = session("S-3", Role.PHARMACIST);
  private final Session doctor = session("S-4", Role.PRESCRIBER);

  @TempDir Path folder;

  private PeopleStore people;
  private UseCases use;

  private static Session session(String id, Role role) {
    return new Session(new StaffId(id), id, Set.of(role), "t-1");
  }

  @BeforeEach
  void open() throws Exception {
    people = PeopleStore.open(folder.resolve("people.db"), folder.resolve("people.key"));
    use = new UseCases(people);
    UseCases.yes(note(pharmacist, 10));
  }

  @AfterEach
  void close() {
    people.close();
  }

  private Answered<ProductId> note(Session by, int strength) {
    Product product =
        new Product(
            PRODUCT,
            "brand",
            Concentration.ofMilligramsPerMillilitre(strength),
            Volume.ofMillilitres(1000),
            Mass.ofGrams(92),
            "orange",
            Optional.empty());
    return UseCases.ask(reply -> new Receiving(use.house).product(by, product, reply));
  }

  private Answered<Receipt> receive(Session by, String ours, int count, Receipt.Cause... causes) {
    Receiving.Delivery delivery =
        new Receiving.Delivery(
            new Receipt.Papers(ours, "HD-1", "QD-1"),
            "deliverer",
            List.of(
                new Receiving.Came(
                    BATCH,
                    PRODUCT,
                    use.house.calendar().today().plusDays(300),
                    ours.equals("N-1") ? Optional.of(new Density(1_050_000)) : Optional.empty(),
                    count,
                    count)),
            Set.of(causes),
            "");
    return UseCases.ask(reply -> new Receiving(use.house).receive(by, delivery, reply));
  }

  private Answered<Bottles.Moved> move(
      Session by, Optional<Signature> second, Bottles.Asked asked) {
    return UseCases.ask(reply -> new Bottles(use.house).move(by, second, asked, reply));
  }

  private static Bottles.Asked asked(BottleAct act, BottleId... labels) {
    return new Bottles.Asked(
        Arrays.stream(labels).map(label -> BottleRequest.of(act, label, "reason")).toList());
  }

  private static Bottles.Asked mount(BottleId label, Optional<Mass> gross) {
    return new Bottles.Asked(
        List.of(
            new BottleRequest(
                BottleAct.MOUNT,
                label,
                Optional.of(STATION),
                Optional.empty(),
                gross,
                Optional.of(Volume.ofMillilitres(8)),
                "")));
  }

  private Optional<Signature> signed(Session by, Bottles.Asked asked) {
    return Optional.of(
        new Signature(by.staff(), by.roles(), asked.digest(), "t-1", use.house.clock().instant()));
  }

  private List<StockPages.BottleLine> bottles() {
    return UseCases.yes(
        UseCases.<Answered<List<StockPages.BottleLine>>>ask(
            reply -> new StockPages(use.house).bottles(nurse, reply)));
  }

  private BottleState state(BottleId label) {
    return bottles().stream()
        .filter(line -> line.bottle().label().equals(label))
        .map(line -> line.bottle().state())
        .findFirst()
        .orElseThrow();
  }

  private BottleId[] received(int count) {
    return UseCases.yes(receive(keeper, "N-1", count)).lines().stream()
        .flatMap(line -> line.labels().stream())
        .toArray(BottleId[]::new);
  }

  private void opened(BottleId... labels) {
    UseCases.yes(move(keeper, Optional.empty(), asked(BottleAct.ISSUE, labels)));
    Bottles.Asked open = asked(BottleAct.OPEN, labels);
    UseCases.yes(move(nurse, signed(keeper, open), open));
  }

  @Test
  void everyContainerGetsALabelAndLabelsGoOn() {
    assertEquals(List.of(BottleLabel.of(1), BottleLabel.of(2)), Arrays.asList(received(2)));
    UseCases.yes(receive(pharmacist, "N-2", 1));
    assertEquals(BottleLabel.of(3), bottles().getLast().bottle().label());
    assertEquals(
        Optional.of(new Density(1_050_000)),
        bottles().getLast().batch().density(),
        "a later delivery does not forget the density of the batch");
    assertEquals(Optional.of("receipt-known"), UseCases.refused(receive(keeper, "N-1", 1)));
  }

  @Test
  void onlyWhoseFunctionItIsDoesIt() {
    BottleId[] all = received(1);
    assertEquals(Optional.of("not-your-function"), UseCases.refused(note(keeper, 10)));
    assertEquals(Optional.of("not-your-function"), UseCases.refused(receive(nurse, "N-2", 1)));
    for (BottleAct act : BottleAct.values()) {
      if (act.papers()) {
        assertThrows(IllegalArgumentException.class, () -> asked(act, all), act.name());
        continue;
      }
      boolean may = act == BottleAct.BREAK;
      Optional<String> no = UseCases.refused(move(doctor, Optional.empty(), asked(act, all)));
      assertEquals(!may, no.equals(Optional.of("not-your-function")), act.name());
    }
  }

  @Test
  void aProductKeepsItsStrength() { // H11
    assertEquals(Optional.of("another-product"), UseCases.refused(note(pharmacist, 5)));
    UseCases.yes(note(pharmacist, 10)); // the control
  }

  @Test
  void theBottlesOfADayAreOpenedInOneActOfTwo() {
    BottleId[] all = received(3);
    UseCases.yes(move(keeper, Optional.empty(), asked(BottleAct.ISSUE, all)));
    Bottles.Asked open = asked(BottleAct.OPEN, all[0], all[1]);
    assertEquals(
        Optional.of("second-signature-needed"),
        UseCases.refused(move(nurse, Optional.empty(), open)));
    assertEquals(
        Optional.of("second-signature-needed"),
        UseCases.refused(move(nurse, signed(nurse, open), open)),
        "by one person twice");
    assertEquals(
        Optional.of("second-signature-needed"),
        UseCases.refused(move(nurse, signed(keeper, asked(BottleAct.OPEN, all)), open)),
        "for other bottles");
    UseCases.yes(move(nurse, signed(keeper, open), open));
    assertEquals(
        List.of(BottleState.OPEN, BottleState.OPEN, BottleState.IN_DAY_CABINET),
        Stream.of(all).map(this::state).toList());
  }

  @Test
  void atASmallSiteTheSecondSignatureOfAnOpeningIsOwedThatDay() { // R-79, H109
    BottleId[] all = received(1);
    UseCases.yes(move(keeper, Optional.empty(), asked(BottleAct.ISSUE, all)));
    House h = use.house;
    House small =
        new House(
            h.journal(),
            h.people(),
            h.clock(),
            h.timers(),
            h.ids(),
            h.calendar(),
            h.rules(),
            SiteType.SMALL);
    Answered<Bottles.Moved> opened =
        UseCases.ask(
            reply ->
                new Bottles(small)
                    .move(nurse, Optional.empty(), asked(BottleAct.OPEN, all), reply));
    UseCases.yes(opened);
    Fact.SignatureOwed owed = h.journal().look(Reads::owed).getFirst();
    assertEquals(ActKind.OPEN_BOTTLE.name(), owed.kind());
    assertEquals(h.calendar().today(), owed.due());
  }

  @Test
  void ofSeveralBottlesAllMoveOrNone() {
    BottleId[] all = received(2);
    Bottles.Asked with = asked(BottleAct.ISSUE, all[0], all[1], BottleLabel.of(9));
    assertEquals(
        Optional.of("unknown-bottle"), UseCases.refused(move(keeper, Optional.empty(), with)));
    assertEquals(BottleState.IN_STORE, state(all[0]));
  }

  @Test
  void aBottleIsMountedByItsLabelAndWeight() {
    BottleId[] all = received(1);
    assertEquals(
        Optional.of("bottle-elsewhere"),
        UseCases.refused(move(nurse, Optional.empty(), mount(all[0], Optional.of(FULL)))));
    opened(all);
    assertEquals(
        Optional.of("weight-not-book"),
        UseCases.refused(
            move(nurse, Optional.empty(), mount(all[0], Optional.of(Mass.ofGrams(1_130))))));
    UseCases.yes(move(nurse, Optional.empty(), mount(all[0], Optional.of(FULL))));
    assertEquals(BottleState.MOUNTED, state(all[0]));
    assertEquals(
        use.house.calendar().today().plusDays(29),
        use.house
            .journal()
            .look(reads -> reads.mounted(STATION))
            .flatMap(MountedBottle::labelled)
            .orElseThrow()
            .until(),
        "the 30th day is its last");
    assertEquals(Optional.of(Volume.ofMillilitres(992)), bottles().getFirst().volume());
  }

  @Test
  void withoutAScaleTwoMountIt() { // H99
    BottleId[] all = received(1);
    opened(all);
    Bottles.Asked unweighed = mount(all[0], Optional.empty());
    assertEquals(
        Optional.of("bottle-weight-missing"),
        UseCases.refused(move(nurse, Optional.empty(), unweighed)));
    UseCases.yes(move(nurse, signed(keeper, unweighed), unweighed));
  }

  @Test
  void anAbnormalDeliveryWaitsForTwoOfWhomOneDecides() {
    BottleId one =
        UseCases.yes(receive(keeper, "N-1", 1, Receipt.Cause.LEAKING))
            .lines()
            .getFirst()
            .labels()
            .getFirst();
    Bottles.Asked release = asked(BottleAct.RELEASE, one);
    assertEquals(
        Optional.of("bottle-quarantined"),
        UseCases.refused(move(keeper, Optional.empty(), asked(BottleAct.ISSUE, one))));
    assertEquals(
        Optional.of("second-signature-needed"),
        UseCases.refused(move(keeper, signed(nurse, release), release)));
    UseCases.yes(move(keeper, signed(pharmacist, release), release));
    assertEquals(BottleState.IN_STORE, state(one));
  }

  @Test
  void anybodyTakesABrokenBottleOffByOneTap() {
    BottleId[] all = received(1);
    opened(all);
    UseCases.yes(move(nurse, Optional.empty(), mount(all[0], Optional.of(FULL))));
    UseCases.yes(move(doctor, Optional.empty(), asked(BottleAct.BREAK, all)));
    assertEquals(BottleState.BROKEN, state(all[0]), "the paper is owed");
    Bottles.Asked settle = asked(BottleAct.SETTLE, all);
    UseCases.yes(move(pharmacist, signed(nurse, settle), settle));
    assertTrue(bottles().isEmpty());
    List<StockReads.Held> held =
        UseCases.yes(
            UseCases.<Answered<List<StockReads.Held>>>ask(
                reply -> new StockPages(use.house).accounts(nurse, reply)));
    assertEquals(
        List.of("LINE 8000", "LOSS 992000", "SUPPLIER -1000000"),
        held.stream().map(h -> h.kind() + " " + h.volume().microlitres()).toList());
  }

  @Test
  void theFirstFormPutsNoBottleInThePlaceOfALabelledOne() {
    BottleId[] all = received(1);
    opened(all);
    StockRoom room = new StockRoom(use.house);
    BatchId plain = new BatchId("PLAIN");
    StockRoom.NewBatch batch =
        new StockRoom.NewBatch(
            plain,
            Concentration.ofMilligramsPerMillilitre(10),
            Optional.empty(),
            Volume.ofMillilitres(500));
    UseCases.yes(UseCases.<Answered<BatchId>>ask(reply -> room.receive("S-1", batch, reply)));
    StockRoom.NewBottle bottle =
        new StockRoom.NewBottle(
            STATION, new BottleId("X"), plain, Volume.ofMillilitres(300), Volume.ZERO);
    UseCases.yes(UseCases.<Answered<BottleId>>ask(reply -> room.mount("S-1", bottle, reply)));
    UseCases.yes(move(nurse, Optional.empty(), mount(all[0], Optional.of(FULL))));
    assertEquals(
        Optional.of("bottle-still-mounted"),
        UseCases.refused(
            UseCases.<Answered<BottleId>>ask(reply -> room.mount("S-1", bottle, reply))));
  }

  @Test
  void theFirstFormTakesNothingOutOfClosedContainers() {
    received(1);
    StockRoom room = new StockRoom(use.house);
    StockRoom.NewBatch more =
        new StockRoom.NewBatch(
            BATCH,
            Concentration.ofMilligramsPerMillilitre(10),
            Optional.empty(),
            Volume.ofMillilitres(1));
    StockRoom.NewBottle bottle =
        new StockRoom.NewBottle(
            STATION, new BottleId("X"), BATCH, Volume.ofMillilitres(1), Volume.ZERO);
    assertEquals(
        Optional.of("bottle-by-label"),
        UseCases.refused(
            UseCases.<Answered<BatchId>>ask(reply -> room.receive("S-1", more, reply))));
    assertEquals(
        Optional.of("bottle-by-label"),
        UseCases.refused(
            UseCases.<Answered<BottleId>>ask(reply -> room.mount("S-1", bottle, reply))));
  }
}
