package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.degraded.Downtime;
import clinic.mmt.dispenser.domain.degraded.Mode;
import clinic.mmt.dispenser.domain.degraded.Opening;
import clinic.mmt.dispenser.domain.degraded.RunningMode;
import clinic.mmt.dispenser.domain.degraded.SheetRow;
import clinic.mmt.dispenser.domain.dispense.StationId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The views of what goes on while something is out of order. */
public interface DegradedReads {

  /** The modes that a station is in, at most one of a sort. */
  List<RunningMode> modes(StationId station);

  /** The mode of a sort that a station is in. */
  default Optional<RunningMode> mode(StationId station, Mode.Place place) {
    return modes(station).stream().filter(m -> m.mode().place() == place).findFirst();
  }

  /** The latest time that a station was in a mode, whether it still is or not. */
  Optional<RunningMode> latest(StationId station, Mode mode);

  /** Who opened a clinic day, with which trace. */
  Optional<Opening> opening(LocalDate day);

  /** Downtimes of which somebody still has to say something, in the order of their entries. */
  List<Downtime> openDowntimes();

  /** One downtime. */
  Optional<Downtime> downtime(String id);

  /** What was entered of a sheet, in the order of its entries. */
  List<SheetRow> rows(String downtime);

  /** How often on a day card and photo stood in for a reader out of order. */
  int withoutReader(LocalDate day);
}
