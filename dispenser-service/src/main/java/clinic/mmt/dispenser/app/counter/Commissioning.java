package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.rules.ProfileActs;
import java.util.List;
import java.util.Optional;

/**
 * a production site doses nobody as long as a rule value in force is neither confirmed in
 * its file nor signed or replaced by a doctor and the head. Training is exempt and marked.
 */
final class Commissioning {

  /** Where the values are read before they are signed. */
  private static final String LIST = "/api/profile/list";

  private Commissioning() {}

  /** Why nobody may be dosed here yet, if so. */
  static Optional<Refusal> refusal(Reads reads, House house) {
    boolean production =
        reads.opened().map(opened -> opened.mode().equals("production")).orElse(false);
    int open = production ? new ProfileActs(house).state(reads).unsigned().size() : 0;
    return open == 0 ? Optional.empty() : Optional.of(refused("profile-not-signed", open));
  }

  private static Refusal refused(String code, int open) {
    return new Refusal(
        code,
        "R-130",
        "%d rule values are a draft that no doctor and head have signed; the list is at %s."
            .formatted(open, LIST),
        "a doctor and the head sign or replace them; until then the downtime sheet",
        List.of(),
        Optional.of(
            new Refusal.Told(
                "%d giá trị là bản nháp, bác sĩ và trưởng cơ sở chưa ký; danh sách ở %s."
                    .formatted(open, LIST),
                "bác sĩ và trưởng cơ sở ký hoặc thay giá trị; trước đó dùng phiếu giấy")));
  }
}
