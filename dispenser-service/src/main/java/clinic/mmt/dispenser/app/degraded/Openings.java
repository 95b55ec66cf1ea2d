package clinic.mmt.dispenser.app.degraded;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.care.DayCloses;
import clinic.mmt.dispenser.app.day.StockOpenings;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.degraded.Opening;
import clinic.mmt.dispenser.domain.degraded.Trace;
import clinic.mmt.dispenser.domain.fact.DegradedFact;
import clinic.mmt.dispenser.domain.staff.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A clinic day is opened by a named act: the sheet of the last outage is in, and a running trace of
 * doses given is kept that survives the power (R-122, H95).
 */
public final class Openings {

  private static final Set<Role> OPENS =
      Set.of(Role.DISPENSER, Role.PHARMACIST, Role.PRESCRIBER, Role.HEAD);

  private final House house;

  /** For one clinic. */
  public Openings(House house) {
    this.house = house;
  }

  /** Opens today; a day that is open already is answered as it was opened. */
  public void open(Session by, Optional<Trace> trace, Consumer<Answered<Opening>> reply) {
    house
        .journal()
        .transact(
            new Transaction<Opening>(
                by.staff().value(), house.clock().instant(), reads -> open(reads, by, trace)),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private Decision<Opening> open(Reads reads, Session by, Optional<Trace> trace) {
    LocalDate today = house.calendar().today();
    Optional<Opening> before = reads.degraded().opening(today);
    if (before.isPresent()) {
      return Decision.accept(List.of(), before.get());
    }
    Optional<Refusal> not =
        Modes.stranger(by, OPENS)
            .or(() -> reads.degraded().openDowntimes().stream().findFirst().map(Gate::open))
            .or(() -> DayCloses.owed(reads, house))
            .or(() -> StockOpenings.owed(reads, today))
            .or(() -> trace.isEmpty() ? Optional.of(traceMissing()) : Optional.empty());
    if (not.isPresent()) {
      return Decision.refuse(not.get());
    }
    Opening opening = new Opening(today, trace.orElseThrow(), by.staff());
    return Decision.accept(List.of(new DegradedFact.DayOpened(opening)), opening);
  }

  private static Refusal traceMissing() {
    return Refusal.of(
            "trace-missing",
            "R-122",
            "A day is opened with a running trace of doses given that survives the power.",
            "name it: the strip printer, a signed register, or a tablet on its battery")
        .vietnamese(
            "Mở ngày phải có cách ghi liều đã cấp không mất khi mất điện.",
            "chọn: máy in dải giấy, sổ ký, hoặc máy tính bảng chạy pin");
  }
}
