package clinic.mmt.dispenser.domain.service;

import clinic.mmt.dispenser.domain.text.Refused;
import clinic.mmt.dispenser.domain.text.Words;

/** Why a pump is not moved, in both languages, each with a way on. */
public enum ServiceNo implements Refused {
  /** One act at a time, and none while an outcome is unknown. */
  ACT_OPEN(
      "service-open",
      "R-70",
      new Words(
          "Another service act of this pump is open, or its outcome is unknown.",
          "wait until it ends; a person settles one that is unknown"),
      new Words(
          "Bơm đang có thao tác khác chưa xong, hoặc chưa rõ kết quả.",
          "chờ xong; nếu chưa rõ thì người phụ trách xác nhận lượng đã chảy")),
  /** A cup is on the scale. */
  VISIT_OPEN(
      "service-during-visit",
      "R-70",
      new Words("A patient is being served at this station.", "finish the dose first"),
      new Words("Quầy đang phục vụ người bệnh.", "hoàn tất liều này trước")),
  /** Nothing to draw from. */
  NO_BOTTLE(
      "no-bottle-mounted",
      "R-60",
      new Words(
          "No bottle is mounted at this station.",
          "mount a bottle (scan its label), or dose at another station"),
      new Words("Chưa lắp chai ở quầy này.", "lắp chai (quét nhãn)")),
  /** Not a place for this. */
  WRONG_DESTINATION(
      "service-destination",
      "R-70",
      new Words(
          "What this act moves cannot go there.",
          "name another destination: bottle, waste container, or for water the flask"),
      new Words(
          "Thao tác này không được đổ vào nơi đó.",
          "chọn nơi khác: chai, bình thải, hoặc bình định mức cho nước")),
  /** What comes out is not of the mounted bottle. */
  NOT_BACK(
      "not-back-into-bottle",
      "R-119",
      new Words(
          "What leaves the line is not of the mounted bottle, or a purge is owed.",
          "let it go into the waste container"),
      new Words("Dịch trong dây không cùng lô với chai, hoặc còn nợ lần xả.", "xả vào bình thải")),
  /** Water would carry our stock into the flask. */
  LINE_HOLDS_STOCK(
      "line-holds-stock",
      "R-119",
      new Words(
          "The line still holds our liquid.", "flush it with water into the waste container first"),
      new Words("Trong dây còn thuốc.", "tráng bằng nước vào bình thải trước")),
  /** A check shot after water says nothing. */
  PURGE_FIRST(
      "line-not-purged",
      "R-119",
      new Words(
          "The line holds water, a cleaner or another strength.",
          "purge at least the line's volume into the waste container, then one shot more"),
      new Words(
          "Trong dây còn nước, chất rửa hoặc nồng độ khác.",
          "xả ít nhất một thể tích dây vào bình thải, rồi thêm một lần bơm")),
  /** Below its floor. */
  BOTTLE_LOW(
      "bottle-low",
      "R-67",
      new Words("The mounted bottle would fall below its floor volume.", "mount another bottle"),
      new Words("Chai sẽ xuống dưới mức thấp nhất.", "lắp chai khác")),
  /** */
  NOT_CERTIFIED(
      "calibration-not-certified",
      "R-64",
      new Words(
          "Only somebody with a certificate that holds calibrates the pump.",
          "a certified person does it; the head or an administrator notes the certificate"),
      new Words(
          "Chỉ người có chứng nhận còn hạn được hiệu chuẩn bơm.",
          "người có chứng nhận làm; trưởng cơ sở ghi chứng nhận")),
  /** */
  TOO_FEW_SHOTS(
      "calibration-too-few",
      "R-62",
      new Words(
          "A calibration has at least three shots at each of two volumes or more, of this pump and this day.",
          "run the missing shots, then send all of them"),
      new Words(
          "Hiệu chuẩn cần ít nhất ba lần bơm ở mỗi thể tích, tối thiểu hai thể tích, của bơm này trong ngày.",
          "bơm thêm các lần còn thiếu rồi gửi lại")),
  /** The act is not one that waits for a person. */
  NOT_UNKNOWN(
      "service-not-unknown",
      "R-69",
      new Words("The outcome of this act is not in question.", "look at the list of service acts"),
      new Words("Kết quả của thao tác này không có gì chưa rõ.", "xem danh sách thao tác")),
  /** Nobody looked at it before it is needed. */
  NOT_A_SPARE(
      "not-a-spare",
      "R-70",
      new Words(
          "This unit is not registered as a spare.",
          "a pharmacist or the head looks at it and registers it; until then dose at another"
              + " station, or by hand on the scale"),
      new Words(
          "Máy này chưa được đăng ký dự phòng.",
          "dược sĩ hoặc trưởng cơ sở kiểm tra và đăng ký; trước đó phát ở quầy khác, hoặc rót tay"
              + " trên cân")),
  /** No name of this station. */
  NO_SUCH_DEVICE(
      "no-such-device",
      "",
      new Words("There is no such device.", "use a name of the list of devices"),
      new Words("Không có thiết bị này.", "dùng tên trong danh sách thiết bị")),
  /** Nothing or more than a pump does at once. */
  VOLUME(
      "service-volume",
      "R-70",
      new Words(
          "The pump can't be told this volume at once.",
          "name a smaller or larger one; several acts add up"),
      new Words(
          "Bơm không nhận thể tích này trong một lần.",
          "chọn thể tích khác; nhiều lần được cộng lại"));

  private final String code;
  private final String rule;
  private final Words english;
  private final Words vietnamese;

  ServiceNo(String code, String rule, Words english, Words vietnamese) {
    this.code = code;
    this.rule = rule;
    this.english = english;
    this.vietnamese = vietnamese;
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
