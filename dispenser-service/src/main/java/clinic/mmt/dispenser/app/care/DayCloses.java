package clinic.mmt.dispenser.app.care;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.day.DayNo;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.episode.DayClose;
import clinic.mmt.dispenser.domain.fact.RecordFact;
import clinic.mmt.dispenser.domain.staff.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A clinic day is closed by a named act, when nobody is watched any more, no cup is out and nothing
 * of a dose is unknown. Closing stops nobody's dose: who comes after it is dosed.
 */
public final class DayCloses {

  private static final Set<Role> CLOSES =
      Set.of(Role.DISPENSER, Role.PHARMACIST, Role.PRESCRIBER, Role.HEAD);

  /** Days that nobody closed in a month nobody will. */
  private static final int DAYS_BACK = 31;

  private final House house;

  /** For one clinic. */
  public DayCloses(House house) {
    this.house = house;
  }

  /** Closes a day; one that is closed already is answered as it was closed. */
  public void close(Session by, LocalDate day, Consumer<Answered<DayClose>> reply) {
    Staffed.act(house, by, reads -> decide(reads, by, day), reply);
  }

  private Decision<DayClose> decide(Reads reads, Session by, LocalDate day) {
    Optional<DayClose> before = reads.episodes().close(day);
    if (before.isPresent()) {
      return Decision.accept(List.of(), before.get());
    }
    DayClose close = new DayClose(day, by.staff());
    return Staffed.stranger(by, CLOSES)
        .or(() -> against(reads, house, day))
        .or(() -> withList(reads))
        .<Decision<DayClose>>map(Decision::refuse)
        .orElseGet(() -> Decision.accept(List.of(new RecordFact.DayClosed(close)), close));
  }

  /** Why a day can't be closed now, whoever closes it; inside a transaction. */
  public static Optional<Refusal> against(Reads reads, House house, LocalDate day) {
    return day.isAfter(house.calendar().today()) ? toCome() : running(reads, day);
  }

  /** With labelled stock there is something to count: closing without it would freeze nothing. */
  private static Optional<Refusal> withList(Reads reads) {
    return reads.stock().labelled() == 0
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                    DayNo.WITH_LIST.code(),
                    DayNo.WITH_LIST.rule(),
                    DayNo.WITH_LIST.english().text(),
                    DayNo.WITH_LIST.english().wayOn())
                .vietnamese(
                    DayNo.WITH_LIST.vietnamese().text(), DayNo.WITH_LIST.vietnamese().wayOn()));
  }

  private static Optional<Refusal> toCome() {
    return Optional.of(Staffed.toCome());
  }

  private static Optional<Refusal> running(Reads reads, LocalDate day) {
    List<State> open =
        reads.unended().stream()
            .filter(state -> !state.dose().day().isAfter(day))
            .filter(state -> state.phase().lane() != Phase.Lane.NONE)
            .toList();
    if (open.stream().anyMatch(state -> state.phase() == Phase.OUTCOME_UNKNOWN)) {
      return Optional.of(unsettled());
    }
    if (!open.isEmpty()) {
      return Optional.of(cupOut());
    }
    boolean watched =
        reads.observations().stream()
            .flatMap(observation -> reads.dose(observation.dose()).stream())
            .anyMatch(state -> !state.dose().day().isAfter(day));
    return watched ? Optional.of(watched()) : Optional.empty();
  }

  private static Refusal unsettled() {
    return Refusal.of(
            "close-unsettled",
            "R-117",
            "Nobody has said how an interrupted dose ended.",
            "settle it at its station, then close the day")
        .vietnamese(
            "Còn liều bị gián đoạn chưa rõ kết quả.", "xử lý liều đó tại trạm, rồi đóng ngày");
  }

  private static Refusal cupOut() {
    return Refusal.of(
            "close-cup-out",
            "R-117",
            "A visit has not ended: a cup is on a scale or in a hand.",
            "finish it at its station, then close the day")
        .vietnamese(
            "Còn lượt chưa xong: cốc trên cân hoặc trong tay người bệnh.",
            "hoàn tất tại trạm, rồi đóng ngày");
  }

  private static Refusal watched() {
    return Refusal.of(
            "close-watched",
            "R-117",
            "Somebody is still watched after a dose.",
            "a doctor looks at the patient and ends the observation, then close the day")
        .vietnamese(
            "Còn người đang được theo dõi sau khi uống.",
            "bác sĩ khám và kết thúc theo dõi, rồi đóng ngày");
  }

  /**
   * Why the next day can't be opened: a day that was opened longer ago than the profile lets pass
   * is not closed, nor one after it. One act, closing it, is the way on: it settles those before.
   */
  public static Optional<Refusal> owed(Reads reads, House house) {
    LocalDate today = house.calendar().today();
    int grace = house.rules(reads).treatment().notices().closeOwed();
    return before(reads, today).stream()
        .filter(day -> day.isBefore(today.minusDays(grace)))
        .findFirst()
        .map(DayCloses::notClosed);
  }

  /** Days that were opened and nobody closed, nor one after them; the latest first. */
  public static List<LocalDate> unclosed(Reads reads, LocalDate today) {
    return reads.episodes().close(today).isPresent() ? List.of() : before(reads, today);
  }

  private static List<LocalDate> before(Reads reads, LocalDate today) {
    return IntStream.rangeClosed(1, DAYS_BACK)
        .mapToObj(today::minusDays)
        .takeWhile(day -> reads.episodes().close(day).isEmpty())
        .filter(day -> reads.degraded().opening(day).isPresent())
        .toList();
  }

  private static Refusal notClosed(LocalDate day) {
    return Refusal.of(
            "day-not-closed",
            "R-117",
            "Nobody has closed the clinic day " + day + ".",
            "close that day, then open this one")
        .vietnamese("Chưa ai đóng ngày " + day + ".", "đóng ngày đó, rồi mở ngày này");
  }
}
