package clinic.mmt.dispenser.domain.notice;

import clinic.mmt.dispenser.domain.day.CloseList;
import clinic.mmt.dispenser.domain.day.DifferenceAlarm;
import clinic.mmt.dispenser.domain.day.UrgentReport;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.service.PumpChart;
import clinic.mmt.dispenser.domain.service.PumpGate;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the views say, as far as a notice may come of it.
 *
 * @param today clinic day
 * @param now the moment
 * @param reports urgent reports that are owed
 * @param items what the close of the day would list as open
 * @param alarms alarms of the differences over days that nobody explained
 * @param beyond whether a count is stored, beyond a limit, and not booked
 * @param stations each with its pump, its bottle and its people
 * @param unclosed earlier days that were opened and not closed
 * @param closeOwed so many days after such a day others are still opened
 * @param sheets since which days the sheet of a downtime is owed
 * @param certificates of the staff that end soon or have ended, without whose
 * @param stock how long each strength lasts; empty while people count
 * @param stockLow with fewer days left the stock is told
 */
public record Stands(
    LocalDate today,
    Instant now,
    List<UrgentReport> reports,
    List<CloseList.Item> items,
    List<DifferenceAlarm> alarms,
    boolean beyond,
    List<Station> stations,
    List<LocalDate> unclosed,
    int closeOwed,
    List<LocalDate> sheets,
    List<LocalDate> certificates,
    List<Lasting> stock,
    int stockLow) {

  /** Copies the lists. */
  public Stands {
    reports = List.copyOf(reports);
    items = List.copyOf(items);
    alarms = List.copyOf(alarms);
    stations = List.copyOf(stations);
    unclosed = List.copyOf(unclosed);
    sheets = List.copyOf(sheets);
    certificates = List.copyOf(certificates);
    stock = List.copyOf(stock);
  }

  /**
   * A station.
   *
   * @param station its name
   * @param pump how its pump stands
   * @param movedAlone days of motions that nobody had asked for, since a count was booked
   * @param bottle the mounted bottle and its last day
   * @param custody who answers for it, and who works at it
   */
  public record Station(
      StationId station,
      Pump pump,
      List<LocalDate> movedAlone,
      Optional<Mounted> bottle,
      Optional<Custody> custody) {

    /** Copies the list. */
    public Station {
      movedAlone = List.copyOf(movedAlone);
    }
  }

  /**
   * A pump.
   *
   * @param level what its doses say now
   * @param morning what they said before the first dose of today
   * @param against what stands against a pour; a running service act does not
   */
  public record Pump(PumpChart.Level level, PumpChart.Level morning, Optional<PumpGate> against) {}

  /** A mounted bottle with a label of ours and the last day it is poured from. */
  public record Mounted(String label, LocalDate until) {}

  /**
   * Who works at a station with a labelled bottle.
   *
   * @param keeper who answers for it; empty: nobody
   * @param working who is signed in there; not empty
   */
  public record Custody(Optional<StaffId> keeper, List<StaffId> working) {

    /** Copies the list. */
    public Custody {
      working = List.copyOf(working);
    }
  }

  /**
   * A strength.
   *
   * @param strength as it is written, such as {@code 10 mg/mL}
   * @param days it lasts at the pace of the last weeks, whole days
   */
  public record Lasting(String strength, int days) {}
}
