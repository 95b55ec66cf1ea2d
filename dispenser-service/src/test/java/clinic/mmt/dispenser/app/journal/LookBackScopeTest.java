package clinic.mmt.dispenser.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.outgoing.LookBack;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which doses an incident touches (H108, R-119). */
class LookBackScopeTest {

  private static final BatchId OTHER = new BatchId("L-other");

  private static LookBack.Scope scope(
      Optional<BatchId> batch, Optional<BottleId> bottle, Optional<StationId> station) {
    return new LookBack.Scope(Facts.DAY.minusDays(3), Facts.DAY, batch, bottle, station);
  }

  private static Dose dose(String kind) {
    Fact fact = Objects.requireNonNull(Facts.ofEveryKind().get(kind), kind);
    return ((Fact.DoseMoved) fact).to().dose();
  }

  @Test
  void aDoseBelongsToItByWhateverIsNamed() {
    Dose poured = dose("dose.MEASURED");
    BottleId bottle = poured.order().orElseThrow().bottle();
    assertEquals(true, scope(Optional.empty(), Optional.empty(), Optional.empty()).holds(poured));
    assertEquals(
        true,
        scope(Optional.of(Facts.BATCH), Optional.of(bottle), Optional.of(Facts.STATION))
            .holds(poured));
    assertEquals(
        false, scope(Optional.of(OTHER), Optional.empty(), Optional.empty()).holds(poured));
    assertEquals(
        false,
        scope(Optional.empty(), Optional.of(new BottleId("B-x")), Optional.empty()).holds(poured));
    assertEquals(
        false,
        scope(Optional.empty(), Optional.empty(), Optional.of(new StationId("s-x"))).holds(poured));
  }

  @Test
  void aDoseThatGotABatchFromTheLineBelongsToThatBatchToo() {
    Dose poured = dose("dose.MEASURED");
    LookBack.Scope other = scope(Optional.of(OTHER), Optional.empty(), Optional.empty());
    assertEquals(true, other.holds(poured, Set.of(OTHER)));
    assertEquals(false, other.holds(poured, Set.of(new BatchId("L-third"))));
  }

  @Test
  void whatWasNeverOrderedWasNeverPoured() {
    Dose opened = dose("dose.REVIEWING");
    if (opened.order().isPresent()) {
      opened = dose("dose.REFERRED");
    }
    assertEquals(Optional.empty(), opened.order());
    assertEquals(false, scope(Optional.empty(), Optional.empty(), Optional.empty()).holds(opened));
  }

  @Test
  void itsDaysAreCutBeforeAndSinceADay() {
    LookBack.Scope all = scope(Optional.empty(), Optional.empty(), Optional.empty());
    LocalDate last = Facts.DAY;
    assertEquals(last.minusDays(1), all.before(last).until());
    assertEquals(last, all.since(last).from());
    assertEquals(all, all.before(last.plusDays(1)), "all are before tomorrow");
    assertEquals(
        true, all.since(last.plusDays(1)).from().isAfter(all.since(last.plusDays(1)).until()));
  }
}
