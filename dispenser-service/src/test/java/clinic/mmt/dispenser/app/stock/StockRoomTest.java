package clinic.mmt.dispenser.app.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.service.PurgeDue;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.DensityReadings;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.dispenser.store.PeopleStore;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Volume;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stock in its first form: the strength of a bottle is the one its batch was received with. */
class StockRoomTest {

  private static final BatchId BATCH = new BatchId("LOT-000");
  private static final StationId STATION = new StationId("s1");

  @TempDir Path folder;

  private record Bench(UseCases use, StockRoom room, PeopleStore people) implements AutoCloseable {
    @Override
    public void close() {
      people.close();
    }
  }

  private Bench bench() throws Exception {
    PeopleStore people =
        PeopleStore.open(folder.resolve("people.db"), folder.resolve("people.key"));
    UseCases use = new UseCases(people);
    return new Bench(use, new StockRoom(use.house), people);
  }

  private static StockRoom.NewBatch batch(long milligramsPerMillilitre, long density) {
    return new StockRoom.NewBatch(
        BATCH,
        Concentration.ofMilligramsPerMillilitre(milligramsPerMillilitre),
        Optional.of(new Density(density)),
        Volume.ofMillilitres(2000));
  }

  private static StockRoom.NewBottle bottle(String batch, long millilitres) {
    return new StockRoom.NewBottle(
        STATION,
        new BottleId("B-1"),
        new BatchId(batch),
        Volume.ofMillilitres(millilitres),
        Volume.ofMillilitres(8));
  }

  private static Answered<BatchId> receive(Bench b, StockRoom.NewBatch batch) {
    return UseCases.ask(reply -> b.room().receive("pharmacist", batch, reply));
  }

  private static Answered<BottleId> mount(Bench b, StockRoom.NewBottle bottle) {
    return UseCases.ask(reply -> b.room().mount("pharmacist", bottle, reply));
  }

  @Test
  void aMountedBottleHasTheStrengthAndDensityOfItsBatch() throws Exception { // H11, R-60
    try (Bench b = bench()) {
      UseCases.yes(receive(b, batch(10, 1_050_000)));
      UseCases.yes(mount(b, bottle("LOT-000", 1000)));
      MountedBottle mounted = read(b).mounted().orElseThrow();
      assertEquals(10_000, mounted.concentration().microgramsPerMillilitre());
      assertEquals(1_050_000, mounted.density().orElseThrow().microgramsPerMillilitre());
    }
  }

  @Test
  void everyMillilitreMovesByDoubleEntry() throws Exception {
    try (Bench b = bench()) {
      UseCases.yes(receive(b, batch(10, 1_050_000)));
      UseCases.yes(mount(b, bottle("LOT-000", 1000)));
      Seen seen = read(b);
      assertEquals(-2_000_000, seen.supplier());
      assertEquals(1_000_000, seen.store());
      assertEquals(992_000, seen.bottle());
      assertEquals(8_000, seen.line());
    }
  }

  @Test
  void anUnknownBatchMoreThanInStoreAndAnotherStrengthAreRefused() throws Exception {
    try (Bench b = bench()) {
      assertEquals(Optional.of("unknown-batch"), UseCases.refused(mount(b, bottle("X", 1))));
      UseCases.yes(receive(b, batch(10, 1_050_000)));
      assertEquals(
          Optional.of("not-in-store"), UseCases.refused(mount(b, bottle("LOT-000", 2001))));
      assertEquals(
          Optional.of("another-strength"), UseCases.refused(receive(b, batch(1, 1_050_000))));
    }
  }

  @Test
  void aDensityOutsideTheWindowIsRefusedAtItsBorders() throws Exception { // H90
    try (Bench b = bench()) {
      assertEquals(
          Optional.of("density-out-of-window"), UseCases.refused(receive(b, batch(10, 979_999))));
      assertEquals(
          Optional.of("density-out-of-window"), UseCases.refused(receive(b, batch(10, 1_250_001))));
      UseCases.yes(receive(b, batch(10, 980_000)));
      UseCases.yes(receive(b, batch(10, 1_250_000)));
    }
  }

  @Test
  void aBatchIsMeasuredAgainByTwoOfWhomOneDecides() throws Exception { // H90
    try (Bench b = bench()) {
      UseCases.yes(receive(b, batch(10, 1_150_000)));
      UseCases.yes(mount(b, bottle("LOT-000", 1000)));
      StockRoom.Remeasured again = readings(1_020_000, 1_021_000, 1_022_000);
      assertEquals(
          Optional.of("second-signature-needed"),
          UseCases.refused(remeasure(b, again, Optional.empty())));
      assertEquals(
          Optional.of("second-signature-needed"),
          UseCases.refused(remeasure(b, again, signed(b, "S-2", Role.DISPENSER, again))));
      StockRoom.Remeasured other = readings(1_020_000, 1_021_000, 1_022_001);
      assertEquals(
          Optional.of("second-signature-needed"),
          UseCases.refused(remeasure(b, other, signed(b, "S-2", Role.PHARMACIST, again))),
          "a signature is for exactly these readings");
      UseCases.yes(remeasure(b, again, signed(b, "S-2", Role.PHARMACIST, again)));
      assertEquals(
          1_021_000,
          read(b).mounted().orElseThrow().density().orElseThrow().microgramsPerMillilitre(),
          "also of the bottle that is mounted");
    }
  }

  @Test
  void threeReadingsOfADensityLieTogetherAndInTheWindow() throws Exception { // H90
    try (Bench b = bench()) {
      assertEquals(
          Optional.of("unknown-batch"),
          UseCases.refused(remeasure(b, readings(1_000_000, 1_000_000, 1_000_000))));
      UseCases.yes(receive(b, batch(10, 1_150_000)));
      UseCases.yes(remeasure(b, readings(1_000_000, 1_001_500, 1_003_000)));
      assertEquals(
          Optional.of("readings-apart"),
          UseCases.refused(remeasure(b, readings(1_000_000, 1_001_500, 1_003_001))));
      assertEquals(
          Optional.of("density-out-of-window"),
          UseCases.refused(remeasure(b, readings(979_999, 979_999, 979_999))));
    }
  }

  private static StockRoom.Remeasured readings(long... all) {
    return new StockRoom.Remeasured(
        BATCH,
        Optional.of(new DensityReadings(Arrays.stream(all).mapToObj(Density::new).toList())),
        "flask of 25 mL, 27 °C");
  }

  private static Optional<Signature> signed(
      Bench b, String who, Role role, StockRoom.Remeasured what) {
    return Optional.of(
        new Signature(
            new StaffId(who), Set.of(role), what.digest(), "t-1", b.use().house.clock().instant()));
  }

  private static Answered<BatchId> remeasure(Bench b, StockRoom.Remeasured what) {
    return remeasure(b, what, signed(b, "S-2", Role.PHARMACIST, what));
  }

  private static Answered<BatchId> remeasure(
      Bench b, StockRoom.Remeasured what, Optional<Signature> second) {
    Session keeper = new Session(new StaffId("S-1"), "keeper", Set.of(Role.STORE_KEEPER), "t-1");
    return UseCases.ask(reply -> b.room().remeasure(keeper, second, what, reply));
  }

  @Test
  void anotherStrengthThanTheLineOwesAPurge() throws Exception { // R-119, H11
    try (Bench b = bench()) {
      UseCases.yes(receive(b, batch(10, 1_050_000)));
      UseCases.yes(mount(b, bottle("LOT-000", 1000)));
      assertEquals(Optional.empty(), due(b));
      UseCases.yes(mount(b, bottle("LOT-000", 500)));
      assertEquals(Optional.empty(), due(b), "the control: the same strength");
      assertEquals(8_000, read(b).line(), "a line that is full takes nothing");
      UseCases.yes(
          receive(
              b,
              new StockRoom.NewBatch(
                  new BatchId("LOT-5"),
                  Concentration.ofMilligramsPerMillilitre(5),
                  Optional.empty(),
                  Volume.ofMillilitres(1000))));
      UseCases.yes(mount(b, bottle("LOT-5", 1000)));
      assertEquals(Optional.of(PurgeDue.of(PurgeDue.Why.STRENGTH)), due(b));
    }
  }

  private static Optional<PurgeDue> due(Bench b) {
    return b.use().house.journal().look(reads -> reads.pumps().stand(STATION).due());
  }

  private record Seen(
      Optional<MountedBottle> mounted, long supplier, long store, long bottle, long line) {}

  private static Seen read(Bench b) {
    Outcome<Seen> outcome =
        UseCases.ask(
            reply ->
                b.use()
                    .house
                    .journal()
                    .transact(
                        new Transaction<>(
                            "test",
                            b.use().now.get(),
                            r ->
                                Decision.accept(
                                    List.of(),
                                    new Seen(
                                        r.mounted(STATION),
                                        r.balance(Account.only(AccountKind.SUPPLIER), BATCH)
                                            .microlitres(),
                                        r.balance(Account.only(AccountKind.STORE), BATCH)
                                            .microlitres(),
                                        r.balance(new Account(AccountKind.BOTTLE, "B-1"), BATCH)
                                            .microlitres(),
                                        r.balance(new Account(AccountKind.LINE, "s1"), BATCH)
                                            .microlitres()))),
                        reply));
    return outcome instanceof Outcome.Done<Seen> done
        ? done.answer()
        : new Seen(Optional.empty(), 0, 0, 0, 0);
  }
}
