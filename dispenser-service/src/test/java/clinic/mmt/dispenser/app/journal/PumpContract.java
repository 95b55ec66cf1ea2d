package clinic.mmt.dispenser.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.PumpFact;
import clinic.mmt.dispenser.domain.service.Line;
import clinic.mmt.dispenser.domain.service.PumpStand;
import clinic.mmt.dispenser.domain.service.PurgeDue;
import clinic.mmt.dispenser.domain.service.ServiceAct;
import clinic.mmt.dispenser.domain.service.Spare;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every journal keeps of pumps and their lines. */
abstract class PumpContract extends StockContract {

  private static final BatchId OTHER = new BatchId("L-other");

  private PumpStand stand() {
    return read(reads -> reads.pumps().stand(Facts.STATION));
  }

  private static Fact phase(String id, ServiceAct.Phase phase) {
    return PumpFactSamples.moved(PumpFactSamples.act(id, phase), Optional.empty());
  }

  @Test
  void aSpareAndTheUnitThatStandsThereAreRead() { // section 3: a pump change
    Spare spare = PumpFactSamples.spare().spare();
    assertEquals(false, read(reads -> reads.pumps().isSpare(spare)));
    append(PumpFactSamples.spare());
    append(PumpFactSamples.spare());
    append(PumpFactSamples.changed());
    assertEquals(true, read(reads -> reads.pumps().isSpare(spare)));
    assertEquals(List.of(spare), read(reads -> reads.pumps().spares()));
    assertEquals(
        Map.of(PumpFactSamples.changed().device(), spare.identity()),
        read(reads -> reads.pumps().units()));
    assertEquals(
        Optional.of(PumpStand.Failed.REPLACED),
        read(reads -> reads.pumps().stand(Facts.STATION)).failed());
  }

  @Test
  void aServiceActIsKnownInItsLastPhase() throws Exception {
    assertEquals(PumpStand.NEW, stand());
    append(phase("v-1", ServiceAct.Phase.INTENDED));
    assertEquals(Optional.of("v-1"), stand().open());
    append(phase("v-1", ServiceAct.Phase.STARTED));
    assertEquals(1, read(reads -> reads.pumps().openActs()).size());
    append(phase("v-1", ServiceAct.Phase.ENDED));
    assertEquals(Optional.empty(), stand().open());
    assertEquals(
        Optional.of(PumpFactSamples.act("v-1", ServiceAct.Phase.ENDED)),
        read(reads -> reads.pumps().act("v-1")));
    assertEquals(List.of(), read(reads -> reads.pumps().openActs()));
    append(phase("v-2", ServiceAct.Phase.INTENDED));
    append(phase("v-2", ServiceAct.Phase.VOIDED));
    assertEquals(
        List.of("v-2", "v-1"),
        read(reads -> reads.pumps().acts(Facts.STATION, 5)).stream().map(ServiceAct::id).toList());
    assertEquals(1, read(reads -> reads.pumps().acts(Facts.STATION, 1)).size());
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void aPumpDoesOneServiceActAtATime() throws Exception {
    append(phase("v-1", ServiceAct.Phase.INTENDED));
    assertEquals(
        new Outcome.Conflict<>(Constraints.ONE_SERVICE_ACT_PER_STATION),
        submitted(phase("v-2", ServiceAct.Phase.INTENDED)));
    append(phase("v-1", ServiceAct.Phase.UNKNOWN));
    assertEquals(
        new Outcome.Conflict<>(Constraints.ONE_SERVICE_ACT_PER_STATION),
        submitted(phase("v-2", ServiceAct.Phase.INTENDED)));
    append(phase("v-1", ServiceAct.Phase.SETTLED));
    append(phase("v-2", ServiceAct.Phase.INTENDED)); // the control
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void aLineIsAQueueFoldedFromPostings() throws Exception {
    append(
        filled("v-1", Facts.BATCH, 5_000),
        filled("v-2", OTHER, 2_000),
        filled("v-3", OTHER, 1_000),
        filled("v-4", Facts.BATCH, -1_500));
    assertEquals(
        new Line(
            List.of(
                new Line.Segment(Facts.BATCH, Volume.ofMicrolitres(3_500)),
                new Line.Segment(OTHER, Volume.ofMicrolitres(3_000)))),
        read(reads -> reads.pumps().line(Facts.STATION)));
    assertEquals(Optional.of(OTHER), stand().lastBatch());
    assertTrue(viewsEqualRebuild(journal));
  }

  private static Fact filled(String id, BatchId batch, long microlitres) {
    var moved =
        PumpFactSamples.moved(PumpFactSamples.act(id, ServiceAct.Phase.ENDED), Optional.empty());
    return new PumpFact.ActMoved(
        moved.act(),
        moved.due(),
        moved.passed(),
        moved.words(),
        List.of(PumpFactSamples.filled(batch, microlitres)));
  }

  @Test
  void aMotionThatNobodyAskedForIsKept() throws Exception { // H100
    append(PumpFactSamples.movedAlone());
    assertEquals(
        List.of(PumpFactSamples.movedAlone()),
        read(reads -> reads.pumps().incidents(Facts.STATION, 3)));
    long entry = journal.head();
    assertEquals(
        List.of(PumpFactSamples.movedAlone()),
        read(reads -> reads.pumps().incidentsAfter(Facts.STATION, entry - 1)));
    assertEquals(List.of(), read(reads -> reads.pumps().incidentsAfter(Facts.STATION, entry)));
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void whatIsOwedAndWhatFailedIsKnownUntilItIsDone() throws Exception {
    append(PumpFactSamples.owed());
    assertEquals(Optional.of(PurgeDue.of(PurgeDue.Why.CLEANED)), stand().due());
    append(
        PumpFactSamples.moved(
            PumpFactSamples.act("v-1", ServiceAct.Phase.ENDED), Optional.of(false)));
    assertEquals(Optional.of(PumpStand.Failed.CHECK_SHOT), stand().failed());
    assertTrue(stand().due().orElseThrow().through());
    append(
        PumpFactSamples.moved(
            PumpFactSamples.act("v-2", ServiceAct.Phase.ENDED), Optional.of(true)));
    assertEquals(Optional.empty(), stand().failed());
    append(new PumpFact.Calibrated(PumpFactSamples.calibration("c-1", false)));
    append(
        PumpFactSamples.moved(
            PumpFactSamples.act("v-3", ServiceAct.Phase.ENDED), Optional.of(true)));
    assertEquals(
        Optional.of(PumpStand.Failed.CALIBRATION), stand().failed(), "no shot mends a calibration");
    append(new PumpFact.Calibrated(PumpFactSamples.calibration("c-2", true)));
    assertEquals(Optional.empty(), stand().failed());
    assertEquals(
        List.of(
            PumpFactSamples.calibration("c-2", true), PumpFactSamples.calibration("c-1", false)),
        read(reads -> reads.pumps().calibrations(Facts.STATION, 9)));
    assertTrue(viewsEqualRebuild(journal));
  }
}
