package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.care.Registry;
import clinic.mmt.dispenser.app.counter.Counter;
import clinic.mmt.dispenser.app.counter.SignatureDesk;
import clinic.mmt.dispenser.app.device.Lines;
import clinic.mmt.dispenser.app.site.SiteBook;
import clinic.mmt.dispenser.app.staff.StaffRoom;
import clinic.mmt.dispenser.app.stock.StockRoom;
import clinic.mmt.dispenser.app.witness.Witness;
import clinic.mmt.dispenser.domain.report.ReportDue;
import java.util.List;
import java.util.Map;

/**
 * The use cases that the interface speaks to.
 *
 * @param sites this site, and those it knows
 * @param witness who signs checkpoints
 * @param counters by station name
 * @param lines of the devices
 * @param reports who gets which sheet by when
 * @param training whether this journal is one for training; some things are allowed only there
 */
public record Clinic(
    House house,
    StaffRoom staff,
    SignatureDesk signatures,
    Registry registry,
    StockRoom stock,
    SiteBook sites,
    Witness witness,
    Map<String, Counter> counters,
    Lines lines,
    List<ReportDue> reports,
    boolean training) {

  /** Copies the map. */
  public Clinic {
    counters = Map.copyOf(counters);
    reports = List.copyOf(reports);
  }
}
