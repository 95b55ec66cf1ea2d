package clinic.mmt.dispenser.app.day;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.day.CountLine;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.store.PeopleStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happened to a bottle since the count before, over days that nobody counted. */
class CountExposureTest {

  @TempDir Path folder;

  private PeopleStore people;
  private StockDayClinic clinic;

  @BeforeEach
  void open() throws Exception {
    people = PeopleStore.open(folder.resolve("people.db"), folder.resolve("people.key"));
    clinic = new StockDayClinic(people);
  }

  @AfterEach
  void close() {
    people.close();
  }

  @Test
  void dosesOfADayThatNobodyCountedBelongToTheNextCount() {
    BottleId[] bottles = clinic.received("N-1", 2);
    clinic.opened(bottles[0]);
    clinic.mounted(bottles[0]);
    clinic.dose(bottles[0], 8_000, DosePart.WHOLE);
    clinic.counted();
    clinic.tomorrow();
    clinic.move(clinic.pharmacist, BottleAct.BREAK, bottles[0]);
    clinic.opened(bottles[1]);
    clinic.mounted(bottles[1]);
    clinic.dose(bottles[1], 8_000, DosePart.WHOLE);
    clinic.dose(bottles[1], 8_000, DosePart.WHOLE);
    clinic.tomorrow();
    clinic.dose(bottles[1], 8_000, DosePart.WHOLE);
    CountLine line =
        clinic.counted().lines().stream()
            .filter(l -> l.place().of().equals(bottles[1].value()))
            .findFirst()
            .orElseThrow();
    assertEquals(3, line.exposure().doses(), "two of yesterday and one of today");
  }
}
