package clinic.mmt.dispenser.domain.bottle;

import clinic.mmt.dispenser.domain.text.Refused;
import clinic.mmt.dispenser.domain.text.Words;

/** Why something about stock is refused, and the way on, in both languages. */
public enum StockNo implements Refused {
  /** The label is none of ours. */
  UNKNOWN_BOTTLE(
      "unknown-bottle",
      "R-78",
      new Words(
          "No bottle of this clinic has this label.",
          "scan the label again; a bottle without our label is received first"),
      new Words(
          "Không có chai nào mang nhãn này.",
          "quét lại nhãn; chai chưa có nhãn thì nhập kho trước")),
  /** Not from where the bottle stands. */
  NOT_FROM_HERE(
      "bottle-elsewhere",
      "R-76",
      new Words(
          "The bottle does not stand where this act begins.",
          "look up where it stands, and do the steps between: store, day cabinet, open, mounted"),
      new Words(
          "Chai không ở vị trí để làm việc này.",
          "xem chai đang ở đâu và làm các bước ở giữa: kho, tủ hàng ngày, mở, lắp")),
  /** Quarantined. */
  QUARANTINED(
      "bottle-quarantined",
      "R-78",
      new Words(
          "The bottle is quarantined.",
          "two persons, one a pharmacist or doctor, release it or return it; take another bottle"),
      new Words(
          "Chai đang bị cách ly.",
          "hai người, trong đó có dược sĩ hoặc bác sĩ, cho dùng lại hoặc trả; lấy chai khác")),
  /** A cabinet holds less than the bottle. */
  SHORT(
      "cabinet-short",
      "R-76",
      new Words(
          "By the book the cabinet holds less than this bottle.",
          "count the cabinet; nothing is taken out that is not in the book"),
      new Words(
          "Theo sổ, tủ còn ít hơn chai này.", "kiểm đếm tủ; không xuất phần không có trong sổ")),
  /** Past its expiry. */
  EXPIRED(
      "batch-expired",
      "R-78",
      new Words(
          "The batch has expired.",
          "take a bottle of another batch; this one is quarantined for destruction"),
      new Words("Lô đã hết hạn.", "lấy chai của lô khác; cách ly chai này chờ hủy")),
  /** Opened too long ago. */
  IN_USE_OVER(
      "in-use-over",
      "R-120",
      new Words(
          "The bottle was opened longer ago than it may be used.",
          "take another bottle; this one is quarantined for destruction"),
      new Words("Chai đã mở quá số ngày được dùng.", "lấy chai khác; cách ly chai này chờ hủy")),
  /** Another one expires first. */
  EARLIER_EXPIRY(
      "earlier-expiry",
      "R-78",
      new Words(
          "A bottle of this product that expires earlier is still closed.",
          "take that one first, or give the reason"),
      new Words("Còn chai cùng thuốc hết hạn sớm hơn.", "dùng chai đó trước, hoặc ghi lý do")),
  /** A reason is missing. */
  NO_REASON(
      "stock-reason-missing",
      "R-85",
      new Words("A reason or cause is missing.", "say it in a few words"),
      new Words("Thiếu lý do hoặc nguyên nhân.", "ghi vài từ")),
  /** Another bottle stands at the station. */
  STATION_TAKEN(
      "bottle-still-mounted",
      "R-78",
      new Words(
          "Another bottle is mounted at this station.", "take that one off first, with its weight"),
      new Words("Quầy đang có chai khác.", "tháo chai đó trước, có cân")),
  /** The line is full already. */
  LINE_FILLED(
      "line-filled",
      "R-119",
      new Words("The line is filled already.", "mount it without filling the line"),
      new Words("Ống đã đầy.", "lắp chai mà không nạp ống")),
  /** The line would take more than there is. */
  LINE_TOO_LARGE(
      "line-too-large",
      "R-119",
      new Words("The line can't hold more than the bottle.", "correct the volume"),
      new Words("Ống không thể chứa nhiều hơn chai.", "sửa thể tích")),
  /** Not said where. */
  NO_STATION(
      "stock-station-missing",
      "R-78",
      new Words("It is not said at which station.", "name the station"),
      new Words("Chưa ghi quầy nào.", "ghi tên quầy")),
  /** No weight. */
  NO_WEIGHT(
      "bottle-weight-missing",
      "R-78",
      new Words(
          "The weight of the bottle is missing.",
          "weigh it with its cap; with the stock scale out of order two persons sign"),
      new Words("Chưa có cân nặng của chai.", "cân cả nắp; cân hỏng thì hai người ký")),
  /** Weight and book apart. */
  WEIGHT_NOT_BOOK(
      "weight-not-book",
      "R-78",
      new Words(
          "The weight of the bottle and its volume by the book do not agree.",
          "weigh again; then two persons count it, which posts the difference"),
      new Words(
          "Cân nặng và thể tích theo sổ của chai không khớp.",
          "cân lại; sau đó hai người kiểm chai, chênh lệch được ghi sổ")),
  /** A pour has stock reserved. */
  POURING(
      "pour-in-progress",
      "R-69",
      new Words("A dose is being poured from this bottle.", "finish or stop the pour first"),
      new Words("Đang rót liều từ chai này.", "rót xong hoặc dừng trước")),
  /** Not the same batch. */
  OTHER_BATCH(
      "other-batch",
      "R-68",
      new Words(
          "Only two opened bottles of one batch are pooled.",
          "leave them apart, or pool with a bottle of the same batch"),
      new Words("Chỉ dồn hai chai đã mở cùng một lô.", "để riêng, hoặc dồn với chai cùng lô")),
  /** Would run over. */
  DOES_NOT_FIT(
      "does-not-fit",
      "R-68",
      new Words(
          "Both together are more than the container holds.",
          "leave them apart until more is used"),
      new Words("Cộng lại nhiều hơn sức chứa của chai.", "để riêng đến khi dùng bớt")),
  /** The book says something else. */
  COUNT_FIRST(
      "count-first",
      "R-80",
      new Words(
          "The book does not say so of this bottle.",
          "two persons count the bottle first; the difference is posted"),
      new Words(
          "Sổ không khớp với việc này.", "hai người kiểm chai trước; chênh lệch được ghi sổ")),
  /** A weight without a density. */
  NO_DENSITY(
      "density-missing",
      "R-66",
      new Words(
          "Without a density a weight tells no volume.",
          "measure the density of the batch, or measure the volume of the bottle"),
      new Words(
          "Chưa có tỷ trọng nên không tính được thể tích.",
          "đo tỷ trọng của lô, hoặc đo thể tích chai")),
  /** Impossible figures. */
  IMPOSSIBLE_VOLUME(
      "volume-impossible",
      "R-80",
      new Words(
          "The volume is below zero or more than the container holds.",
          "weigh or measure again, with a second reader"),
      new Words(
          "Thể tích âm hoặc nhiều hơn sức chứa của chai.",
          "cân hoặc đo lại, có người thứ hai đọc")),
  /** More was recovered than lost. */
  RECOVERED_MORE(
      "recovered-more",
      "R-85",
      new Words("More was recovered than the bottle held.", "weigh what was recovered again"),
      new Words("Thu hồi nhiều hơn lượng có trong chai.", "cân lại phần thu hồi")),
  /** The product was never noted. */
  UNKNOWN_PRODUCT(
      "unknown-product",
      "R-77",
      new Words(
          "This product is not noted here.",
          "a pharmacist notes the product first, with the weight of an empty container"),
      new Words("Chưa khai báo thuốc này.", "dược sĩ khai báo thuốc trước, kèm cân nặng vỏ chai")),
  /** A product is what its bottles came with. */
  ANOTHER_PRODUCT(
      "another-product",
      "H11",
      new Words(
          "This product was noted before with another brand, strength or container.",
          "read the label again; another strength or container is another product with its own name"),
      new Words(
          "Thuốc này đã khai báo với nhãn hiệu, nồng độ hoặc cỡ chai khác.",
          "đọc lại nhãn; nồng độ hoặc cỡ chai khác là thuốc khác, tên khác")),
  /** The document was used. */
  RECEIPT_KNOWN(
      "receipt-known",
      "R-77",
      new Words(
          "A delivery with this document number was taken in before.",
          "look at that receipt; another delivery has another number"),
      new Words(
          "Đã nhập kho theo số chứng từ này.", "xem phiếu nhập đó; lần giao khác có số khác")),
  /** Paper and count apart. */
  COUNT_DIFFERS(
      "count-differs",
      "R-77",
      new Words(
          "There are not as many containers as on paper.",
          "count again; then name it as an abnormality, and the delivery is quarantined"),
      new Words(
          "Số chai khác với chứng từ.", "đếm lại; sau đó ghi là bất thường, hàng bị cách ly")),
  /** The batch says something else than before. */
  ANOTHER_SHEET(
      "another-batch-label",
      "H11",
      new Words(
          "This batch was received before with another strength, product or expiry.",
          "read the label again, with a second reader"),
      new Words(
          "Lô này trước đây được nhập với nồng độ, thuốc hoặc hạn dùng khác.",
          "đọc lại nhãn, có người thứ hai")),
  /** The density can't be. */
  DENSITY(
      "density-out-of-window",
      "H90",
      new Words(
          "A density lies between 0.98 and 1.25 g/mL.", "measure again, with a second reader"),
      new Words("Tỷ trọng phải từ 0,98 đến 1,25 g/mL.", "đo lại, có người thứ hai đọc"));

  private final String code;
  private final String rule;
  private final Words english;
  private final Words vietnamese;

  StockNo(String code, String rule, Words english, Words vietnamese) {
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
