package clinic.mmt.dispenser.domain.outgoing;

import clinic.mmt.dispenser.domain.text.Refused;
import clinic.mmt.dispenser.domain.text.Words;

/** Why stock does not leave, or an incident is not opened, and the way on, in both languages. */
public enum OutgoingNo implements Refused {
  /** No such shipment. */
  UNKNOWN_SHIPMENT(
      "unknown-shipment",
      "R-89",
      new Words("There is no such shipment.", "look it up in the list of shipments"),
      new Words("Không có chuyến hàng này.", "tìm trong danh sách chuyến hàng")),
  /** Confirmed already. */
  SHIPMENT_CLOSED(
      "shipment-closed",
      "R-89",
      new Words(
          "The other site has confirmed this shipment.",
          "enter a container that turned up by its label"),
      new Words("Cơ sở nhận đã xác nhận chuyến này.", "chai tìm lại được thì ghi theo nhãn")),
  /** A label that was not sent with it. */
  NOT_OF_SHIPMENT(
      "not-of-shipment",
      "R-89",
      new Words(
          "One of these labels was not sent with this shipment.",
          "compare the labels with the delivery record"),
      new Words("Có nhãn không thuộc chuyến này.", "đối chiếu nhãn với biên bản giao nhận")),
  /** The number of the paper was used. */
  PAPER_USED(
      "paper-used",
      "R-89",
      new Words(
          "A paper with this number was entered before.",
          "look at that entry; another paper has another number"),
      new Words("Số giấy tờ này đã được nhập.", "xem lần nhập đó; giấy khác có số khác")),
  /** Fewer persons than the law asks. */
  COUNCIL(
      "council-too-small",
      "R-88",
      new Words(
          "Stock is destroyed by three persons or more, the head among them.",
          "name everybody of the council; the head signs here"),
      new Words(
          "Hủy thuốc phải có từ ba người, trong đó có người đứng đầu.",
          "ghi đủ hội đồng; người đứng đầu ký tại đây")),
  /** Nothing to destroy. */
  NOTHING(
      "nothing-to-destroy",
      "R-88",
      new Words(
          "Neither a waste container nor a bottle is named.",
          "name the containers, with what they weigh"),
      new Words("Chưa ghi bình thải hoặc chai nào.", "ghi các bình và khối lượng cân được")),
  /** More than can be in a waste container, or less than nothing. */
  IMPOSSIBLE_WASTE(
      "impossible-waste",
      "R-121",
      new Words(
          "A waste container can't hold that, or is named twice.",
          "weigh it again; each station and batch is one line"),
      new Words(
          "Bình thải không thể chứa lượng này, hoặc bị ghi hai lần.",
          "cân lại; mỗi trạm và lô là một dòng")),
  /** Days in the wrong order, or to come. */
  DAYS(
      "look-back-days",
      "H108",
      new Words(
          "The days are in the wrong order, still to come, or more than a year.",
          "name the first and the last day"),
      new Words("Các ngày sai thứ tự, chưa đến, hoặc quá một năm.", "ghi ngày đầu và ngày cuối")),
  /** No such incident, or it is closed. */
  UNKNOWN_INCIDENT(
      "unknown-incident",
      "H108",
      new Words("There is no such open incident.", "look it up in the list of incidents"),
      new Words("Không có sự cố đang mở như vậy.", "tìm trong danh sách sự cố")),
  /** Words are missing. */
  NO_WORDS(
      "stock-words-missing",
      "",
      new Words("This act needs a few words.", "write what happened, for those who read it later"),
      new Words("Việc này cần ghi lời.", "ghi điều đã xảy ra cho người đọc sau"));

  private final String code;
  private final String rule;
  private final Words english;
  private final Words vietnamese;

  OutgoingNo(String code, String rule, Words english, Words vietnamese) {
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
