package clinic.mmt.dispenser.app.pack;

import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.pack.PackRules.Fault;

/** Why a pack is not written or not taken in, and the way on. */
final class PackRefusals {

  private PackRefusals() {}

  static Refusal notYours() {
    return no(
            "not-your-function",
            "A doctor or pharmacist writes orders out; of the others a dispenser may do it too.",
            "a prescriber or pharmacist; for doses and for taking in also a dispenser")
        .vietnamese(
            "Bác sĩ hoặc dược sĩ xuất gói y lệnh; việc khác nhân viên cấp phát cũng làm được.",
            "bác sĩ hoặc dược sĩ; gói liều và việc nhập thì cả nhân viên cấp phát");
  }

  static Refusal notAtThisSite() {
    return no(
            "not-at-this-site",
            "A treatment site writes orders out, and a site that doses by orders takes them in.",
            "the other site does this; clinic.type in the configuration says what this one is")
        .vietnamese(
            "Cơ sở điều trị xuất y lệnh; điểm cấp phát nhập y lệnh.",
            "làm ở điểm kia; clinic.type trong cấu hình cho biết loại điểm này");
  }

  static Refusal unknownSite(String name) {
    return no(
            "unknown-site",
            "The site " + name + " is not known here by its key.",
            "the administrator writes the site and its key into the configuration")
        .vietnamese(
            "Chưa có khóa của điểm " + name + ".", "quản trị ghi điểm và khóa vào cấu hình");
  }

  static Refusal unreadable() {
    return no(
            "no-pack",
            "This is no file of this kind, or it was cut off.",
            "copy the whole file once more; orders and doses are two kinds")
        .vietnamese(
            "Không phải tệp loại này, hoặc tệp bị cắt.",
            "chép lại cả tệp; gói y lệnh và gói liều là hai loại");
  }

  static Refusal otherSite(String named) {
    return no(
            "pack-for-another-site",
            "This file is for " + named + " and for no other site.",
            "hand it over there; ask for the one for here")
        .vietnamese(
            "Tệp này chỉ dành cho " + named + ".", "chuyển cho nơi đó; xin tệp của điểm này");
  }

  static Refusal altered(String from) {
    return no(
            "pack-altered",
            "This file is not as " + from + " wrote it: altered on the way, or made elsewhere.",
            "keep the file, call that site, compare the keys, and ask for the file once more")
        .vietnamese(
            "Tệp không đúng như " + from + " đã viết: bị sửa, hoặc làm ở nơi khác.",
            "giữ tệp, gọi nơi đó, so khóa và xin lại tệp");
  }

  static Refusal collides() {
    return no(
            "pack-of-a-local-patient",
            "A patient of this file has the code of one who was registered here otherwise.",
            "is this data folder a copy of that site's? the administrator looks before anything")
        .vietnamese(
            "Mã người bệnh trong tệp trùng với người đã đăng ký tại đây.",
            "thư mục dữ liệu này có phải bản chép của nơi kia? quản trị xem lại trước");
  }

  static Refusal changed() {
    return no(
            "pack-meanwhile",
            "Another pack was written or taken in at the same moment.",
            "do it once more")
        .vietnamese("Có gói khác vừa được ghi cùng lúc.", "làm lại");
  }

  static Refusal noSuchPack() {
    return no(
            "no-such-pack",
            "No pack of this number was written for that site.",
            "name the last one that the other site has, or none")
        .vietnamese("Chưa xuất gói số này cho nơi đó.", "ghi số gói cuối mà nơi kia đã có");
  }

  static Refusal tooLarge() {
    return no(
            "pack-too-large",
            "There is more to tell than one file holds.",
            "call whoever looks after the program; no site of this size was thought of")
        .vietnamese("Quá nhiều cho một tệp.", "gọi người phụ trách chương trình");
  }

  static Refusal of(Fault fault, int number, int latest) {
    return switch (fault) {
      case TAKEN ->
          no("pack-taken", "Pack " + number + " was taken in already.", "nothing to do")
              .vietnamese("Gói " + number + " đã nhập rồi.", "không cần làm gì");
      case OLDER ->
          no(
                  "pack-older",
                  "Pack %d is older than pack %d, which is in force.".formatted(number, latest),
                  "nothing to do; destroy the old file")
              .vietnamese(
                  "Gói %d cũ hơn gói %d đang dùng.".formatted(number, latest),
                  "không cần làm gì; hủy tệp cũ");
      case EXPIRED ->
          no("pack-expired", "The time of this pack is over.", "ask for a new one")
              .vietnamese("Gói đã hết hạn.", "xin gói mới");
      case CLOCK ->
          no(
                  "pack-clock",
                  "The pack's times are not possible: one of the two clocks is wrong.",
                  "set the clock that is wrong, then have the pack written once more")
              .vietnamese(
                  "Giờ trong gói không hợp lý: một trong hai đồng hồ sai.",
                  "chỉnh đồng hồ sai rồi xuất lại gói");
      case MISSING ->
          no(
                  "pack-missing",
                  "Pack %d is the last one here, and doses between it and this one are missing."
                      .formatted(latest),
                  "take in the missing file; or that site writes one that goes on after pack "
                      + latest)
              .vietnamese(
                  "Gói cuối ở đây là %d, thiếu gói ở giữa.".formatted(latest),
                  "nhập gói bị thiếu; hoặc nơi kia xuất lại từ sau gói " + latest);
    };
  }

  private static Refusal no(String code, String text, String wayOn) {
    return Refusal.of(code, "R-132", text, wayOn);
  }
}
