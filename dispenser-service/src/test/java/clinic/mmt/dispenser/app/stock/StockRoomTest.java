package clinic.mmt.dispenser.app.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.dispenser.store.PeopleStore;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Volume;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
