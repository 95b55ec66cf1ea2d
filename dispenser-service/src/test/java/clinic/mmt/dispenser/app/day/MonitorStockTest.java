package clinic.mmt.dispenser.app.day;

import static clinic.mmt.dispenser.app.UseCases.yes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.monitor.ClinicMonitor;
import clinic.mmt.dispenser.app.monitor.Overview;
import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.day.CloseList;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountPosted;
import clinic.mmt.dispenser.domain.day.CountReason;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.store.PeopleStore;
import clinic.mmt.quantity.Volume;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a wall is told of the stock: nothing while people count it. */
class MonitorStockTest {

  @TempDir Path folder;

  private PeopleStore people;
  private StockDayClinic clinic;
  private ClinicMonitor monitor;
  private BottleId[] bottles;

  @BeforeEach
  void open() throws Exception {
    people = PeopleStore.open(folder.resolve("people.db"), folder.resolve("people.key"));
    clinic = new StockDayClinic(people);
    monitor = new ClinicMonitor(clinic.use.house, "site", List.of(StockDayClinic.STATION));
    bottles = clinic.received("N-1", 4);
    clinic.opened(bottles[0]);
    clinic.mounted(bottles[0]);
  }

  @AfterEach
  void close() {
    people.close();
  }

  @Test
  void whilePeopleCountNothingOfTheStockIsTold() {
    clinic.pumped = true;
    for (int i = 0; i < 3; i++) {
      clinic.dose(bottles[0], 100_000, DosePart.WHOLE);
    }
    clinic.tomorrow();
    assertEquals(
        List.of(12),
        monitor.now().stock().lasting().stream().map(Overview.Lasting::days).toList(),
        "300 mL a day of 3,700");
    yes(clinic.begin());
    assertEquals(new Overview.Stock(true, List.of(), Optional.empty()), monitor.now().stock());
  }

  @Test
  void whatWasMissingAtTheLastCloseIsNotSetOffAgainstWhatWasOver() {
    LocalDate day = clinic.today();
    clinic.off.put(bottles[0], Volume.ofMillilitres(-40));
    var stored = yes(clinic.store(clinic.counts(yes(clinic.begin()))));
    yes(
        clinic.book(
            stored.id(),
            new CountPosted.Said(
                new CountPlace(CountPlace.Kind.BOTTLE, bottles[0].value(), StockDayClinic.BATCH),
                CountReason.UNEXPLAINED,
                "in words")));
    assertTrue(monitor.now().stock().last().isEmpty(), "the control: no day is closed");
    yes(clinic.close(clinic.head, day, "N-1", "looked for it"));
    clinic.tomorrow();
    assertEquals(
        Optional.of(new Overview.Difference(day, Volume.ofMillilitres(40), Volume.ZERO)),
        monitor.now().stock().last());
  }

  @Test
  void openItemsAreCountedByKindWithTheAgeOfTheOldest() {
    LocalDate day = clinic.today();
    clinic.move(clinic.nurse, BottleAct.QUARANTINE, bottles[1]);
    clinic.closed("N-1");
    clinic.tomorrow();
    clinic.move(clinic.nurse, BottleAct.QUARANTINE, bottles[2]);
    assertEquals(
        List.of(new Overview.OpenKind(CloseList.Sort.QUARANTINED, 2, day)), monitor.now().open());
  }
}
