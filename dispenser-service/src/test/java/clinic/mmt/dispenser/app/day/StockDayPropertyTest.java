package clinic.mmt.dispenser.app.day;

import static clinic.mmt.dispenser.app.UseCases.yes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.report.Reports;
import clinic.mmt.dispenser.app.report.StockReport;
import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.day.CountPosted;
import clinic.mmt.dispenser.domain.day.CountReason;
import clinic.mmt.dispenser.domain.day.CountStored;
import clinic.mmt.dispenser.domain.day.DayFigures;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.day.SealState;
import clinic.mmt.dispenser.domain.day.StockAdjustment;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.report.Period;
import clinic.mmt.dispenser.domain.report.StockFigures;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.store.PeopleStore;
import clinic.mmt.quantity.Volume;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random days: what the closes say agrees with the accounts, and no figure ever changes. */
class StockDayPropertyTest {

  private static final int SEEDS = 12;
  private static final int DAYS = 12;

  @TempDir Path folder;

  private PeopleStore people;

  @BeforeEach
  void open() throws Exception {
    people = PeopleStore.open(folder.resolve("people.db"), folder.resolve("people.key"));
  }

  @AfterEach
  void close() {
    people.close();
  }

  @Test
  void theFiguresOfTheClosesAgreeWithTheAccounts() {
    int late = 0;
    int reversed = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      Life life = new Life(new StockDayClinic(people), new Random(seed));
      for (int day = 0; day < DAYS; day++) {
        life.day();
        life.agrees("seed " + seed + ", day " + day);
        life.reported("seed " + seed + ", day " + day);
        life.clinic.tomorrow();
      }
      late += life.late;
      reversed += life.reversed;
    }
    assertTrue(
        late > 10 && reversed > 5, "the days have something in them: " + late + " " + reversed);
  }

  private static final class Life {
    final StockDayClinic clinic;
    final Random random;
    final List<FrozenDay> frozen = new ArrayList<>();
    final List<BottleId> open = new ArrayList<>();
    final List<CountStored> off = new ArrayList<>();
    int receipts;
    int late;
    int reversed;

    Life(StockDayClinic clinic, Random random) {
      this.clinic = clinic;
      this.random = random;
    }

    void day() {
      if (receipts == 0 || random.nextInt(4) == 0) {
        receipts++;
        BottleId[] came = clinic.received("N-" + receipts, 1 + random.nextInt(3));
        clinic.opened(came[0]);
        open.add(came[0]);
        if (came.length > 2) {
          clinic.move(clinic.doctor, BottleAct.BREAK, came[1]);
        }
      }
      doses(random.nextInt(15));
      reverse();
      for (BottleId label : open) {
        clinic.off.put(label, Volume.ofMicrolitres(random.nextInt(6000) - 3000));
      }
      count();
      clinic.off.clear();
      frozen.add(yes(clinic.close(clinic.head, clinic.today(), "N-" + random.nextInt(), "note")));
      if (random.nextInt(3) == 0) {
        late++;
        doses(1);
        if (random.nextBoolean()) {
          frozen.add(yes(clinic.close(clinic.head, clinic.today(), "N-x", "")));
        } else {
          clinic.tomorrow();
          yes(clinic.check(SealState.UNBROKEN, "N-x"));
          frozen.add(clinic.look(r -> r.stock().days().lastFrozen()).orElseThrow());
        }
      }
    }

    private void doses(int count) {
      for (int i = 0; i < count; i++) {
        BottleId label = open.get(random.nextInt(open.size()));
        if (clinic.book(label).isMoreThan(Volume.ofMillilitres(50))) {
          clinic.dose(
              label,
              2_000 + random.nextInt(8_000),
              random.nextInt(8) == 0 ? DosePart.REPLACEMENT : DosePart.WHOLE);
        }
      }
    }

    private void count() {
      CountStored stored = yes(clinic.store(clinic.counts(yes(clinic.begin()))));
      CountReason reason = random.nextInt(4) == 0 ? CountReason.UNEXPLAINED : CountReason.SPILLED;
      yes(
          clinic.book(
              stored.id(),
              stored.beyond().stream()
                  .map(line -> new CountPosted.Said(line.place(), reason, "words"))
                  .toArray(CountPosted.Said[]::new)));
      off.add(stored);
    }

    /** Something that was booked some days ago is taken back, or what is open is settled. */
    private void reverse() {
      if (off.isEmpty() || random.nextInt(3) > 0) {
        return;
      }
      CountStored stored = off.remove(random.nextInt(off.size()));
      stored.lines().stream()
          .filter(line -> !line.difference().equals(Volume.ZERO))
          .findFirst()
          .ifPresent(
              line -> {
                StockAdjustments.Asked asked =
                    new StockAdjustments.Asked(
                        random.nextBoolean()
                            ? StockAdjustment.Kind.REVERSED
                            : StockAdjustment.Kind.SETTLED,
                        stored.id(),
                        line.place(),
                        CountReason.MEASURED_WRONG,
                        "words");
                UseCases.<Answered<StockAdjustment>>ask(
                    reply ->
                        new StockAdjustments(clinic.use.house)
                            .adjust(
                                clinic.pharmacist,
                                Optional.of(clinic.signature(clinic.nurse, asked.digest())),
                                asked,
                                reply));
                reversed++;
              });
    }

    void agrees(String when) {
      assertEquals(
          frozen,
          frozen.stream()
              .map(FrozenDay::day)
              .distinct()
              .flatMap(day -> clinic.look(r -> r.stock().days().closes(day)).stream())
              .toList(),
          when + ": frozen");
      Volume before = Volume.ZERO;
      for (FrozenDay close : frozen) {
        for (DayFigures f : close.figures()) {
          assertEquals(f.closing(), f.computed(), when);
          assertEquals(before, f.opening(), when);
          assertFalse(f.loss().isLessThan(Volume.ZERO), when + " " + f);
          assertFalse(f.surplus().isLessThan(Volume.ZERO), when + " " + f);
          before = f.closing();
        }
      }
      assertEquals(clinic.balance(AccountKind.SUPPLIER).negated(), sum(DayFigures::received), when);
      assertEquals(
          clinic.balance(AccountKind.PATIENT),
          sum(DayFigures::dispensed).plus(sum(DayFigures::replaced)),
          when);
      assertEquals(
          clinic
              .balance(AccountKind.LOSS)
              .minus(clinic.balance(AccountKind.SURPLUS).negated())
              .plus(clinic.balance(AccountKind.DISCREPANCY)),
          sum(DayFigures::loss).minus(sum(DayFigures::surplus)).plus(sum(DayFigures::unexplained)),
          when);
      assertEquals(
          clinic.look(r -> r.packs().dosesOf(frozen.getFirst().day(), clinic.today())).size(),
          frozen.stream().mapToInt(FrozenDay::doses).sum(),
          when);
    }

    /** The report adds up to what the closes say, and to what is here. */
    private void reported(String when) {
      StockReport report =
          yes(
              new Reports(clinic.use.house)
                  .stock(clinic.pharmacist, Period.calendar(Period.Length.YEAR, clinic.today())));
      StockFigures all = report.lines().getFirst().figures();
      assertEquals(sum(DayFigures::received), all.received(), when);
      assertEquals(sum(DayFigures::loss), all.loss(), when);
      assertEquals(sum(DayFigures::surplus), all.surplus(), when);
      assertEquals(frozen.getLast().figures().getFirst().closing(), all.closing(), when);
      assertEquals(
          all.closing(),
          all.opening()
              .plus(all.received())
              .plus(all.surplus())
              .minus(all.issued())
              .minus(all.otherwise())
              .minus(all.loss()),
          when);
      assertEquals(
          all.closing(), report.cards().values().iterator().next().getLast().figures().closing());
    }

    private Volume sum(Function<DayFigures, Volume> of) {
      return frozen.stream()
          .flatMap(f -> f.figures().stream())
          .map(of)
          .reduce(Volume.ZERO, Volume::plus);
    }
  }
}
