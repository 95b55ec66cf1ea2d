package clinic.mmt.dispenser.app.degraded;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.degraded.Downtime;
import clinic.mmt.dispenser.domain.dispense.StationId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What keeps a station from dosing whoever comes: a sheet that is owed, a pause that nobody
 * has explained, and at a production site a day that nobody has opened. Each names its way on.
 */
public final class Gate {

  private Gate() {}

  /** Why nobody is dosed at this station now, if so; inside a transaction. */
  public static Optional<Refusal> refusal(Reads reads, House house, StationId station) {
    LocalDate today = house.calendar().today();
    return reads.degraded().openDowntimes().stream()
        .filter(downtime -> downtime.stops(station, today))
        .findFirst()
        .map(Gate::open)
        .or(() -> notOpened(reads, today));
  }

  /** What a downtime still asks for. */
  static Refusal open(Downtime downtime) {
    return downtime.standing() == Downtime.Standing.PROPOSED ? unanswered(downtime) : owed();
  }

  private static Refusal owed() {
    return Refusal.of(
            "sheet-owed",
            "R-122",
            "The downtime sheet of the last outage is not in.",
            "two people enter the sheet, or declare it empty; until then the sheet goes on")
        .vietnamese(
            "Chưa nhập phiếu của lần sự cố trước.",
            "hai người nhập phiếu hoặc xác nhận phiếu trống; trước đó tiếp tục dùng phiếu");
  }

  private static Refusal unanswered(Downtime downtime) {
    return Refusal.of(
            "pause-unanswered",
            "R-122",
            "Nothing was written from " + downtime.from() + " on, and nobody has said why.",
            "say whether doses were given on paper: then the sheet is entered, else dosing goes on")
        .vietnamese(
            "Từ " + downtime.from() + " không có gì được ghi và chưa ai cho biết vì sao.",
            "cho biết có cấp liều trên giấy không: có thì nhập phiếu, không thì cấp liều tiếp");
  }

  private static Optional<Refusal> notOpened(Reads reads, LocalDate today) {
    boolean production =
        reads.opened().map(opened -> opened.mode().equals("production")).orElse(false);
    return production && reads.degraded().opening(today).isEmpty()
        ? Optional.of(
            Refusal.of(
                    "day-not-opened",
                    "R-122",
                    "Nobody has opened this clinic day.",
                    "open the day and name the running trace that survives a loss of power")
                .vietnamese(
                    "Chưa ai mở ngày làm việc này.",
                    "mở ngày và chọn cách ghi không mất khi mất điện"))
        : Optional.empty();
  }
}
