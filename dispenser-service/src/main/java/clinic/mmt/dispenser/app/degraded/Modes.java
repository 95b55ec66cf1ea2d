package clinic.mmt.dispenser.app.degraded;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.degraded.Mode;
import clinic.mmt.dispenser.domain.degraded.RunningMode;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.DegradedFact;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.staff.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Degraded modes of a station, each entered and left by a named act (R-71, H99). */
public final class Modes {

  /** Who works at a counter. */
  static final Set<Role> COUNTER = Set.of(Role.DISPENSER, Role.PHARMACIST, Role.PRESCRIBER);

  private final House house;

  /** For one clinic. */
  public Modes(House house) {
    this.house = house;
  }

  /** A station and the mode it is to be in or no longer. */
  public record Asked(StationId station, Mode mode, String reason) {}

  /** Enters a mode; the answer is the mode as it runs. One that runs already is answered as is. */
  public void enter(Session by, Asked asked, Consumer<Answered<RunningMode>> reply) {
    house
        .journal()
        .transact(
            new Transaction<RunningMode>(
                by.staff().value(), house.clock().instant(), reads -> enter(reads, by, asked)),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private Decision<RunningMode> enter(Reads reads, Session by, Asked asked) {
    Optional<Refusal> stranger = stranger(by, COUNTER);
    if (stranger.isPresent()) {
      return Decision.refuse(stranger.get());
    }
    Optional<RunningMode> now = reads.degraded().mode(asked.station(), asked.mode().place());
    if (now.isPresent()) {
      return now.get().mode() == asked.mode()
          ? Decision.accept(List.of(), now.get())
          : Decision.refuse(another());
    }
    Instant at = house.clock().instant();
    RunningMode next =
        new RunningMode(
            house.ids().next("mode"),
            asked.station(),
            asked.mode(),
            at,
            countsFrom(reads, asked, at),
            by.staff(),
            asked.reason());
    Optional<Refusal> not =
        asked.mode() == Mode.PUMP_WITHOUT_SCALE ? notWithoutScale(reads, next) : Optional.empty();
    return not.<Decision<RunningMode>>map(Decision::refuse)
        .orElseGet(() -> Decision.accept(List.of(new DegradedFact.ModeEntered(next)), next));
  }

  /** Entered again on the same clinic day, its hours go on from the first time. */
  private Instant countsFrom(Reads reads, Asked asked, Instant at) {
    return reads
        .degraded()
        .latest(asked.station(), asked.mode())
        .map(RunningMode::countsFrom)
        .filter(from -> house.calendar().dayOf(from).equals(house.calendar().dayOf(at)))
        .orElse(at);
  }

  private Optional<Refusal> notWithoutScale(Reads reads, RunningMode next) {
    Profile.Degraded limits = house.rules(reads).counter().degraded();
    if (!reads.checked(next.station(), house.calendar().today())) {
      return Optional.of(Limits.notChecked());
    }
    return next.since().isAfter(next.countsFrom().plus(limits.withoutScale()))
        ? Optional.of(Limits.hoursOver(limits.withoutScale()))
        : Optional.empty();
  }

  private static Refusal another() {
    return Refusal.of(
            "another-mode-runs",
            "R-71",
            "Doses are measured in another degraded mode here.",
            "leave that mode first; with pump and scale both out of order, the downtime sheet")
        .vietnamese(
            "Trạm này đang ở chế độ sự cố khác.",
            "thoát chế độ đó trước; nếu cả bơm và cân đều hỏng thì dùng phiếu khi sự cố");
  }

  /** Leaves a mode; leaving one that does not run is no fault. */
  public void leave(Session by, Asked asked, Consumer<Answered<Mode>> reply) {
    house
        .journal()
        .transact(
            new Transaction<Mode>(
                by.staff().value(), house.clock().instant(), reads -> leave(reads, by, asked)),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private static Decision<Mode> leave(Reads reads, Session by, Asked asked) {
    Optional<Refusal> stranger = stranger(by, COUNTER);
    if (stranger.isPresent()) {
      return Decision.refuse(stranger.get());
    }
    List<Fact> facts =
        reads.degraded().modes(asked.station()).stream()
            .filter(m -> m.mode() == asked.mode())
            .<Fact>map(
                m ->
                    new DegradedFact.ModeLeft(
                        m.id(), m.station(), m.mode(), by.staff(), asked.reason()))
            .toList();
    return Decision.accept(facts, asked.mode());
  }

  /** Whose function this is not. */
  static Optional<Refusal> stranger(Session by, Set<Role> any) {
    return by.roles().stream().anyMatch(any::contains)
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                "not-your-function",
                "",
                "Your functions do not include this.",
                "one of " + any.stream().map(Role::name).sorted().toList()));
  }
}
