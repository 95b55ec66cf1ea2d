package clinic.mmt.dispenser.app.degraded;

import clinic.mmt.dispenser.app.journal.Refusal;
import java.time.Duration;

/** What the mode without a scale asks for, in words. */
public final class Limits {

  private Limits() {}

  /** Its hours of the day are over. */
  public static Refusal hoursOver(Duration most) {
    return Refusal.of(
            "mode-hours-over",
            "R-71",
            "Without a scale doses are poured for at most " + most.toHours() + " hours of a day.",
            "repair or change the scale; a mode of an earlier day is left and entered again; until then"
                + " the downtime sheet, by two people")
        .vietnamese(
            "Không cân thì chỉ rót tối đa " + most.toHours() + " giờ trong ngày.",
            "sửa hoặc thay cân; trong lúc chờ dùng phiếu khi sự cố, hai người");
  }

  /** The pump was not checked today. */
  public static Refusal notChecked() {
    return Refusal.of(
            "station-not-checked",
            "R-71",
            "The pump of this station has passed no check today.",
            "check the pump with a measured shot; until then the downtime sheet, by two people")
        .vietnamese(
            "Máy bơm của trạm này hôm nay chưa được kiểm tra đạt.",
            "kiểm tra máy bơm bằng một lần rót đo; trong lúc chờ dùng phiếu khi sự cố, hai người");
  }
}
