package clinic.mmt.dispenser.app.degraded;

import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.degraded.Power;
import java.time.Duration;

/** What the mode without a scale and a battery ask for, in words. */
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

  /** The pump would not notice that nothing flows, or can't tell how much did. */
  public static Refusal pumpNeedsTheScale() {
    return Refusal.of(
            "pump-needs-scale",
            "R-71",
            "This pump does not notice when it stalls: it pours only with the scale.",
            "repair or change the scale; until then by hand on another scale, or the downtime sheet,"
                + " by two people")
        .vietnamese(
            "Máy bơm này không tự biết khi bị kẹt: chỉ rót khi có cân.",
            "sửa hoặc thay cân; trong lúc chờ rót tay trên cân khác, hoặc dùng phiếu khi sự cố, hai"
                + " người");
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

  /** The battery does not last for another dose; what is open is finished. */
  public static Refusal batteryLow(Power.OnBattery battery, Duration floor) {
    long minutes = floor.toMinutes();
    return Refusal.of(
            "battery-low",
            "R-122",
            battery
                .left()
                .map(
                    left ->
                        "The power is out and the battery lasts %d min: no new pour begins below %d min."
                            .formatted(left.toMinutes(), minutes))
                .orElse(
                    "The power is out and nobody knows how long the battery lasts: no new pour begins."),
            "finish the open cup; go on by the downtime sheet, by two people; the pump pours again"
                + " once the power is back")
        .vietnamese(
            battery
                .left()
                .map(
                    left ->
                        "Mất điện, pin còn %d phút: dưới %d phút không bắt đầu rót mới."
                            .formatted(left.toMinutes(), minutes))
                .orElse("Mất điện, không rõ pin còn bao lâu: không bắt đầu rót mới."),
            "cấp xong cốc đang mở; tiếp tục bằng phiếu khi sự cố, hai người; có điện lại thì rót"
                + " bằng máy");
  }
}
