package clinic.mmt.dispenser.app.stock;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.staff.TwoSign;
import clinic.mmt.dispenser.domain.bottle.StockNo;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.DensityReadings;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Stock in its first form: receive a batch without papers, measure it again, mount a bottle without
 * a label, record the check of the day. Bottles with labels are {@link Bottles}.
 */
public final class StockRoom {

  private final House house;

  /** For one clinic. */
  public StockRoom(House house) {
    this.house = house;
  }

  /** A batch with its strength, and its density when it was measured here. */
  public record NewBatch(
      BatchId batch, Concentration concentration, Optional<Density> density, Volume received) {}

  /** Receives a batch into the store cabinet. */
  public void receive(String actor, NewBatch b, Consumer<Answered<BatchId>> reply) {
    Posting in =
        Posting.move(
            b.batch(),
            Account.only(AccountKind.SUPPLIER),
            Account.only(AccountKind.STORE),
            b.received());
    house
        .journal()
        .transact(
            new Transaction<>(actor, house.clock().instant(), reads -> receive(reads, b, in)),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private Decision<BatchId> receive(Reads reads, NewBatch b, Posting in) {
    if (reads.stock().batch(b.batch()).isPresent()) {
      return Decision.refuse(byLabel());
    }
    boolean sameStrength =
        reads
            .batch(b.batch())
            .map(known -> known.concentration().equals(b.concentration()))
            .orElse(true);
    if (!sameStrength) {
      return Decision.refuse(
          Refusal.of(
              "another-strength",
              "H11",
              "This batch was received before with another strength.",
              "read the label again, with a second reader"));
    }
    return b.density()
            .map(d -> DensityReadings.inWindow(d, house.rules(reads).counter()))
            .orElse(true)
        ? Decision.accept(
            List.of(
                new Fact.BatchReceived(
                    b.batch(), b.concentration(), b.density(), b.received(), List.of(in))),
            b.batch())
        : Decision.refuse(outOfWindow());
  }

  private static Refusal outOfWindow() {
    return Refusal.of(
        "density-out-of-window",
        "H90",
        "A density lies between 0.98 and 1.25 g/mL.",
        "measure again, with a second reader");
  }

  /**
   * What was done about a batch whose first doses did not agree (H90).
   *
   * @param readings the density measured again; empty when only the pump was calibrated
   * @param detail what was done, for people
   */
  public record Remeasured(BatchId batch, Optional<DensityReadings> readings, String detail) {

    /** Exactly what two persons sign. */
    public String digest() {
      return Digests.sha256(
          String.join(
              "\n",
              ActKind.REMEASURE_BATCH.name(),
              batch.value(),
              readings.map(r -> r.readings().toString()).orElse("-"),
              detail));
    }
  }

  /**
   * Two persons, one a pharmacist or doctor, let a batch be poured again; its count begins anew.
   */
  public void remeasure(
      Session by, Optional<Signature> second, Remeasured r, Consumer<Answered<BatchId>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads -> remeasure(reads, by, second, r)),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private Decision<BatchId> remeasure(
      Reads reads, Session by, Optional<Signature> second, Remeasured r) {
    if (reads.batch(r.batch()).isEmpty()) {
      return Decision.refuse(unknownBatch());
    }
    if (!r.readings().map(DensityReadings::together).orElse(true)) {
      return Decision.refuse(
          Refusal.of(
              "readings-apart",
              "H90",
              "Three readings of a density lie within 0.3 %.",
              "measure three times again, with a second reader"));
    }
    Optional<Density> density = r.readings().map(DensityReadings::mean);
    if (!density.map(d -> DensityReadings.inWindow(d, house.rules(reads).counter())).orElse(true)) {
      return Decision.refuse(outOfWindow());
    }
    return switch (new TwoSign(ActKind.REMEASURE_BATCH, by, second, r.digest(), "H90")
        .judge(house)) {
      case TwoSign.Answer.No(Refusal why) -> Decision.refuse(why);
      case TwoSign.Answer.Signed signed ->
          Decision.accept(
              List.of(new Fact.BatchRemeasured(r.batch(), density, r.detail()), signed.act()),
              r.batch());
    };
  }

  /** The first form knows of no labels: it would take liquid out of closed containers. */
  private static Refusal byLabel() {
    return Refusal.of(
            "bottle-by-label",
            "R-76",
            "The bottles of this batch have labels of ours.",
            "take its deliveries in with their papers; issue, open and mount its bottles by label")
        .vietnamese(
            "Chai của lô này có nhãn của cơ sở.",
            "nhập kho theo chứng từ; xuất, mở và lắp chai theo nhãn");
  }

  private static Refusal unknownBatch() {
    return Refusal.of(
        "unknown-batch", "H11", "This batch was never received.", "receive the batch first");
  }

  /**
   * A bottle to mount. Strength and density are those of the batch as received.
   *
   * @param volume what the bottle holds, by its book weight
   * @param line what of it fills the pump's tube
   */
  public record NewBottle(
      StationId station, BottleId bottle, BatchId batch, Volume volume, Volume line) {}

  /** Takes a bottle from the store, mounts it and fills the line from it. */
  public void mount(String actor, NewBottle b, Consumer<Answered<BottleId>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(actor, house.clock().instant(), reads -> mount(reads, actor, b)),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private static Decision<BottleId> mount(Reads reads, String actor, NewBottle b) {
    BatchId batch = b.batch();
    Optional<Batch> known = reads.batch(batch);
    if (known.isEmpty()) {
      return Decision.refuse(unknownBatch());
    }
    if (reads.stock().batch(batch).isPresent()) {
      return Decision.refuse(byLabel());
    }
    if (ReadBook.labelled(reads, b.station()).isPresent()) {
      return Decision.refuse(Refusal.of(StockNo.STATION_TAKEN));
    }
    Account bottle = new Account(AccountKind.BOTTLE, b.bottle().value());
    Volume inStore = reads.balance(Account.only(AccountKind.STORE), batch);
    if (inStore.isLessThan(b.volume())) {
      return Decision.refuse(
          Refusal.of(
              "not-in-store",
              "",
              "The store does not hold that much of this batch.",
              "receive the batch first, or correct the volume"));
    }
    if (b.line().isMoreThan(b.volume())) {
      return Decision.refuse(
          Refusal.of(
              "line-too-large", "", "The line can't hold more than the bottle.", "correct it"));
    }
    Posting out = Posting.move(batch, Account.only(AccountKind.STORE), bottle, b.volume());
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact.BottleMounted(
            b.station(),
            new MountedBottle(
                b.bottle(), batch, known.get().concentration(), known.get().density()),
            List.of(out, fill(reads, b, bottle))));
    facts.addAll(LineStrength.owed(reads, b.station(), known.get(), new StaffId(actor)));
    return Decision.accept(facts, b.bottle());
  }

  /** A line that is full already takes nothing: what is in it leaves first. */
  private static Posting fill(Reads reads, NewBottle b, Account bottle) {
    Volume free = b.line().minus(reads.pumps().line(b.station()).total()).orMore(Volume.ZERO);
    return Posting.move(
        b.batch(), bottle, new Account(AccountKind.LINE, b.station().value()), free);
  }

  /** Records that pump and scale of a station passed (or not) their check of the day. */
  public void checked(
      String actor,
      StationId station,
      boolean passed,
      String detail,
      Consumer<Answered<LocalDate>> reply) {
    LocalDate today = house.calendar().today();
    house
        .journal()
        .transact(
            new Transaction<>(
                actor,
                house.clock().instant(),
                reads ->
                    Decision.accept(
                        List.of(new Fact.StationChecked(station, today, passed, detail)), today)),
            outcome -> reply.accept(Answered.of(outcome)));
  }
}
