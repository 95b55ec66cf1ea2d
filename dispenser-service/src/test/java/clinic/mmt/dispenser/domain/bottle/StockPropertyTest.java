package clinic.mmt.dispenser.domain.bottle;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A million random acts on bottles: no microlitre appears, disappears, or lies below nothing. */
class StockPropertyTest {

  private static final int WORLDS = 1_000;
  private static final int ACTS = 1_000;
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final List<StationId> STATIONS = List.of(new StationId("s1"), new StationId("s2"));

  private static final List<BottleAct> ALL = List.of(BottleAct.values());
  private static final BottleId NOWHERE = new BottleId("B-nowhere");

  private final Map<StockNo, Integer> refused = new EnumMap<>(StockNo.class);
  private final Map<BottleAct, Integer> done = new EnumMap<>(BottleAct.class);

  @Test
  void aMillionActsConserveEveryMicrolitre() {
    for (int seed = 0; seed < WORLDS; seed++) {
      new World(seed).live();
    }
    assertEquals(EnumSet.allOf(BottleAct.class), EnumSet.copyOf(done.keySet()), "all were done");
    Set<StockNo> never = EnumSet.allOf(StockNo.class);
    never.removeAll(refused.keySet());
    // The first is refused where products are noted; a cabinet is never short by these acts.
    assertEquals(
        EnumSet.of(StockNo.ANOTHER_PRODUCT, StockNo.SHORT), never, "every other refusal was met");
    assertTrue(done.values().stream().allMatch(times -> times > 250), done::toString);
  }

  /** One clinic. */
  private final class World {

    private final SplittableRandom dice;
    private final PaperBook book = new PaperBook();
    private LocalDate today = DAY;
    private int next = 1;
    private final Map<StationId, BottleId> poured = new HashMap<>();

    World(int seed) {
      this.dice = new SplittableRandom(seed);
      product("A-1000", "A", 10, 1000, 90);
      product("A-100", "A", 10, 100, 20);
      product("B-1000", "B", 5, 1000, 95);
    }

    private void product(String id, String brand, int strength, int millilitres, int grams) {
      ProductId name = new ProductId(id);
      book.products.put(
          name,
          new Product(
              name,
              brand,
              Concentration.ofMilligramsPerMillilitre(strength),
              Volume.ofMillilitres(millilitres),
              Mass.ofGrams(grams),
              "cam trong",
              dice.nextInt(3) == 0 ? Optional.of(5) : Optional.empty()));
    }

    void live() {
      for (int i = 0; i < ACTS; i++) {
        int what = dice.nextInt(100);
        if (book.labels.isEmpty() || what < 4) {
          receive();
        } else if (what < 25) {
          pour();
        } else if (what < 28) {
          today = today.plusDays(1);
        } else {
          act();
        }
      }
      book.sums().forEach(sum -> assertEquals(0, sum));
    }

    private StockValues values() {
      return StockValues.of(Profile.vietnamDraft(), today, new StaffId("S-1"));
    }

    private void receive() {
      int batch = dice.nextInt(6);
      List<ProductId> products =
          List.of(new ProductId("A-1000"), new ProductId("A-100"), new ProductId("B-1000"));
      ProductId id =
          dice.nextInt(20) == 0 ? new ProductId("X") : products.get(batch % products.size());
      Product product = book.product(id).or(() -> book.product(products.getFirst())).orElseThrow();
      int came = 1 + dice.nextInt(4);
      List<BottleId> labels = new ArrayList<>();
      for (int i = 0; i < came; i++) {
        labels.add(BottleLabel.of(next++));
      }
      boolean abnormal = dice.nextInt(6) == 0;
      LocalDate expiry = DAY.plusDays(20L * batch - dice.nextInt(20) / 19);
      Receipt receipt =
          new Receipt(
              "R-" + next,
              today,
              new Receipt.Papers("N-" + (next / (1 + dice.nextInt(9) / 8)), "", ""),
              "người giao",
              new StaffId("S-1"),
              List.of(
                  new Receipt.Line(
                      new BatchId("L-" + batch),
                      id,
                      product.strength(),
                      product.container(),
                      expiry,
                      density(batch),
                      dice.nextInt(12) == 0 ? came + 1 : came,
                      labels)),
              abnormal ? Set.of(Receipt.Cause.SHORT_COUNT) : Set.of(),
              "");
      ReceiptDecisions.against(receipt, book, values())
          .ifPresentOrElse(this::no, () -> book.received(receipt));
    }

    private Optional<Density> density(int batch) {
      if (dice.nextInt(40) == 0) {
        return Optional.of(new Density(1_250_001));
      }
      return batch == 1 ? Optional.empty() : Optional.of(new Density(1_000_000 + batch * 10_000L));
    }

    /** A dose, with its stock reserved while it flows; a bottle may come off or break meanwhile. */
    private void pour() {
      StationId at = STATIONS.get(dice.nextInt(STATIONS.size()));
      if (book.pouring.remove(at)) {
        settle(at);
        return;
      }
      book.mounted(at)
          .flatMap(book::bottle)
          .filter(b -> book.balance(b.own(), b.batch()).isMoreThan(Volume.ofMillilitres(9)))
          .ifPresent(
              b -> {
                book.post(Posting.move(b.batch(), b.own(), reserved(at), millilitres(8)));
                book.pouring.add(at);
                poured.put(at, b.label());
              });
    }

    private Account reserved(StationId at) {
      return new Account(AccountKind.RESERVED, at.value());
    }

    /** The reservation goes back to the bottle, wherever that stands now; then what was weighed. */
    private void settle(StationId at) {
      Bottle from = book.bottle(poured.getOrDefault(at, NOWHERE)).orElseThrow();
      Volume held = book.balance(reserved(at), from.batch());
      book.post(Posting.move(from.batch(), reserved(at), from.own(), held));
      Volume weighed = Volume.ofMicrolitres(7_500 + dice.nextInt(500));
      book.post(Posting.move(from.batch(), from.own(), Account.only(AccountKind.PATIENT), weighed));
    }

    private Volume millilitres(long number) {
      return Volume.ofMillilitres(number);
    }

    private void act() {
      BottleAct any = ALL.get(dice.nextInt(ALL.size()));
      boolean rare = any == BottleAct.BREAK || any == BottleAct.QUARANTINE || any == BottleAct.MISS;
      BottleAct act = rare && dice.nextInt(6) > 0 ? BottleAct.OPEN : any;
      BottleId label = pick(act);
      BottleRequest asked =
          new BottleRequest(
              act,
              label,
              dice.nextInt(20) == 0
                  ? Optional.empty()
                  : Optional.of(STATIONS.get(dice.nextInt(STATIONS.size()))),
              act == BottleAct.POOL ? Optional.of(beside(label)) : Optional.empty(),
              gross(label),
              volume(act, label),
              dice.nextInt(8) == 0 ? "" : "lý do");
      switch (BottleDecisions.decide(asked, book, values())) {
        case StockAnswer.No(StockNo why) -> no(why);
        case StockAnswer.Done what -> {
          book.done(what);
          done.merge(act, 1, Integer::sum);
        }
      }
    }

    private void no(StockNo why) {
      refused.merge(why, 1, Integer::sum);
    }

    /** Mostly one that the act is for. */
    private BottleId pick(BottleAct act) {
      if (dice.nextInt(200) == 0) {
        return NOWHERE;
      }
      BottleId any = book.labels.get(dice.nextInt(book.labels.size()));
      for (int i = 0; i < 12; i++) {
        if (act.of(book.bottle(any).orElseThrow()).isPresent()) {
          return any;
        }
        any = book.labels.get(dice.nextInt(book.labels.size()));
      }
      return any;
    }

    /** Mostly another opened one of the same batch. */
    private BottleId beside(BottleId label) {
      if (dice.nextInt(10) == 0) {
        return pick(BottleAct.POOL);
      }
      BatchId batch = book.bottle(label).map(Bottle::batch).orElse(new BatchId("none"));
      return book.bottles.values().stream()
          .filter(b -> b.state() == BottleState.OPEN && b.batch().equals(batch))
          .map(Bottle::label)
          .filter(other -> !other.equals(label))
          .findFirst()
          .orElse(label);
    }

    private Optional<Mass> gross(BottleId label) {
      if (dice.nextInt(10) == 0) {
        return Optional.empty();
      }
      return book.bottle(label)
          .map(
              b -> {
                Density density =
                    book.batch(b.batch()).flatMap(Batch::density).orElse(new Density(1_100_000));
                Volume there = book.balance(b.own(), b.batch()).orMore(Volume.ZERO);
                Mass empty = book.product(b.product()).orElseThrow().empty();
                long noise = dice.nextInt(8) == 0 ? 60_000_000 : dice.nextInt(500_000);
                return density.massOf(there).plus(empty).plus(Mass.ofMicrograms(noise));
              });
    }

    private Optional<Volume> volume(BottleAct act, BottleId label) {
      Volume held =
          book.bottle(label).map(b -> book.balance(b.own(), b.batch())).orElse(Volume.ZERO);
      return switch (act) {
        case MOUNT ->
            Optional.of(
                dice.nextInt(3) == 0
                    ? millilitres(8)
                    : dice.nextInt(30) == 0 ? held.plus(millilitres(1)) : Volume.ZERO);
        case COUNT ->
            dice.nextInt(3) == 0
                ? dice.nextInt(2) == 0 ? Optional.empty() : Optional.of(millilitres(1))
                : Optional.of(held.plus(Volume.ofMicrolitres(dice.nextInt(3_000) - 1_500)));
        case SETTLE ->
            dice.nextInt(3) == 0 ? Optional.of(millilitres(dice.nextInt(120))) : Optional.empty();
        default -> Optional.empty();
      };
    }
  }
}
