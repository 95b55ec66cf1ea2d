package clinic.mmt.dispenser.domain.service;

import clinic.mmt.dispenser.domain.reconciliation.Band;
import clinic.mmt.dispenser.domain.text.Refused;
import clinic.mmt.dispenser.domain.text.Words;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a dose may be poured by a pump, by what is known of its line and calibration. Each
 * refusal leaves a permitted way to dose: another station, or by hand on the scale.
 */
public enum PumpGate implements Refused {
  /** Moved by a service act, or it is not known how much flowed. */
  IN_SERVICE(
      "pump-in-service",
      "R-70",
      new Words(
          "The pump of this station is in service, or the outcome of a service act is unknown.",
          "wait until it ends or a person has settled it; or dose at another station, or by hand"
              + " on the scale"),
      new Words(
          "Bơm của quầy đang bảo dưỡng, hoặc chưa rõ kết quả một thao tác.",
          "chờ xong hoặc người phụ trách xác nhận; hoặc phát ở quầy khác, hoặc rót tay trên cân")),
  /** */
  NOT_PURGED(
      "line-not-purged",
      "R-119",
      new Words(
          "The line holds water, a cleaner or another strength.",
          "purge at least the line's volume into the waste container, then one shot more; or dose"
              + " at another station, or by hand on the scale"),
      new Words(
          "Trong dây còn nước, chất rửa hoặc nồng độ khác.",
          "xả ít nhất một thể tích dây vào bình thải, rồi thêm một lần bơm; hoặc phát ở quầy khác,"
              + " hoặc rót tay trên cân")),
  /** */
  FAILED(
      "calibration-failed",
      "R-62",
      new Words(
          "The pump failed its calibration or its check shot.",
          "a certified person calibrates it; or dose at another station, or by hand on the scale"),
      new Words(
          "Bơm không đạt hiệu chuẩn hoặc lần bơm kiểm tra.",
          "người có chứng nhận hiệu chuẩn lại; hoặc phát ở quầy khác, hoặc rót tay trên cân")),
  /** Another pump, and nothing was weighed of it. */
  REPLACED(
      "pump-not-checked",
      "R-61",
      new Words(
          "Another pump was put in place, and no check shot was passed with it yet.",
          "one check shot, weighed; or dose at another station, or by hand on the scale"),
      new Words(
          "Bơm vừa được thay và chưa bơm kiểm tra đạt.",
          "bơm kiểm tra một lần có cân; hoặc phát ở quầy khác, hoặc rót tay trên cân")),
  /** The doses themselves say so. */
  DRIFTED(
      "calibration-demanded",
      "R-61",
      new Words(
          "The doses of this station say that its pump has drifted.",
          "a certified person calibrates it; or dose at another station, or by hand on the scale"),
      new Words(
          "Các liều ở quầy này cho thấy bơm đã lệch.",
          "người có chứng nhận hiệu chuẩn lại; hoặc phát ở quầy khác, hoặc rót tay trên cân"));

  private final String code;
  private final String rule;
  private final Words english;
  private final Words vietnamese;

  PumpGate(String code, String rule, Words english, Words vietnamese) {
    this.code = code;
    this.rule = rule;
    this.english = english;
    this.vietnamese = vietnamese;
  }

  /**
   * What stands against a pour today.
   *
   * @param drift what pump, scale and density may be off together after a calibration
   */
  public static Optional<PumpGate> against(PumpStand stand, LocalDate today, Band drift) {
    if (stand.open().isPresent()) {
      return Optional.of(IN_SERVICE);
    }
    if (stand.due().isPresent()) {
      return Optional.of(NOT_PURGED);
    }
    if (stand.failed().isPresent()) {
      return Optional.of(stand.failed().get() == PumpStand.Failed.REPLACED ? REPLACED : FAILED);
    }
    boolean now = stand.chart().level(drift) == PumpChart.Level.STOPPED;
    boolean before =
        stand.chart().levelBefore(today, drift).compareTo(PumpChart.Level.DEMANDED) >= 0;
    return now || before ? Optional.of(DRIFTED) : Optional.empty();
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public Words english() {
    return english;
  }

  @Override
  public Words vietnamese() {
    return vietnamese;
  }
}
