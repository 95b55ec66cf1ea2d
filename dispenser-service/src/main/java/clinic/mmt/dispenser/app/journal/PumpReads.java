package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.PumpFact;
import clinic.mmt.dispenser.domain.service.Calibration;
import clinic.mmt.dispenser.domain.service.Line;
import clinic.mmt.dispenser.domain.service.PumpStand;
import clinic.mmt.dispenser.domain.service.ServiceAct;
import clinic.mmt.dispenser.domain.service.Spare;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pumps, their lines, service acts and calibrations. */
public interface PumpReads {

  /** What has to be known of a station's pump before it pours. */
  PumpStand stand(StationId station);

  /** What is in the line of a station, in the order it leaves. */
  Line line(StationId station);

  /** What the cup of a dose holds of other batches than its own; nothing that is zero. */
  Map<BatchId, Volume> mixed(DoseId dose);

  /** Other batches than its own that a dose was poured of: they were in the line. */
  Set<BatchId> otherBatches(DoseId dose);

  /** A service act. */
  Optional<ServiceAct> act(String id);

  /** The latest service acts of a station, at most so many, the latest first; a long read. */
  List<ServiceAct> acts(StationId station, int most);

  /** Service acts that are open, of all stations; used at start only. */
  List<ServiceAct> openActs();

  /** Motions that nobody had asked for, at most so many, the latest first; a long read. */
  List<PumpFact.MovedAlone> incidents(StationId station, int most);

  /** Those after entry {@code sequence}, the latest first. */
  List<PumpFact.MovedAlone> incidentsAfter(StationId station, long sequence);

  /** Which unit stands where, by the names of devices that were changed; used at start only. */
  Map<String, String> units();

  /** Whether this unit was registered as a spare. */
  boolean isSpare(Spare spare);

  /** All spares. */
  List<Spare> spares();

  /** The calibration log of a station, at most so many lines, the latest first; a long read. */
  List<Calibration> calibrations(StationId station, int most);
}
