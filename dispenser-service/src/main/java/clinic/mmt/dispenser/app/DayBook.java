package clinic.mmt.dispenser.app;

import clinic.mmt.dispenser.app.Timers.Pace;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.RecordFact;
import clinic.mmt.dispenser.domain.staff.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes each clinic day that begins, so that a start of the service knows which day was the last.
 * After a start on another day somebody says which day it is before anybody new is dosed (H60).
 */
public final class DayBook {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

  private static final Set<Role> HOLDS =
      Set.of(Role.DISPENSER, Role.PHARMACIST, Role.PRESCRIBER, Role.HEAD);

  private final House house;

  /** For one clinic. */
  public DayBook(House house) {
    this.house = house;
  }

  /** Writes today where it is not written yet, now and whenever a new day begins. */
  public void keep() {
    look();
    house.timers().after(LOOK_EVERY, Pace.REAL, this::keep);
  }

  private void look() {
    if (house.calendar().toConfirm().isEmpty()) {
      write("service", house.calendar().today(), false, outcome -> {});
    }
  }

  /** Somebody says that it is {@code day}, which is what the clock says too. */
  public void confirm(Session by, LocalDate day, Consumer<Answered<LocalDate>> reply) {
    Optional<ClockDoubt> doubt = house.calendar().doubt();
    if (doubt.isEmpty()) {
      reply.accept(new Answered.Yes<>(house.calendar().today()));
    } else if (!doubt.get().clock().equals(day) || day.isBefore(doubt.get().day())) {
      reply.accept(new Answered.No<>(wrongDay()));
    } else {
      write(
          by.staff().value(),
          day,
          true,
          outcome -> {
            boolean good = outcome instanceof Outcome.Done<?> && house.calendar().confirm(day);
            Answered<LocalDate> answer = Answered.of(outcome);
            reply.accept(
                good || !(answer instanceof Answered.Yes<LocalDate>)
                    ? answer
                    : new Answered.No<>(wrongDay()));
          });
    }
  }

  /**
   * Somebody says that it is still {@code day}, the last one written, while the clock says an
   * earlier one: dosing goes on in that day, and none begins until the clock is right and somebody
   * confirms. The answer is the day.
   */
  public void hold(Session by, LocalDate day, Consumer<Answered<LocalDate>> reply) {
    Optional<ClockDoubt> doubt = house.calendar().doubt();
    boolean certain = doubt.map(d -> d.day().equals(day) && d.clock().isBefore(day)).orElse(false);
    boolean asked = doubt.map(d -> d.kind() == ClockDoubt.Kind.AT_START).orElse(false);
    if (!asked || !certain) {
      reply.accept(asked ? new Answered.No<>(mayBeRight()) : new Answered.Yes<>(day));
      return;
    }
    house
        .journal()
        .transact(
            new Transaction<LocalDate>(
                by.staff().value(),
                house.clock().instant(),
                reads ->
                    HOLDS.stream().anyMatch(by.roles()::contains)
                        ? Decision.accept(
                            List.of(new RecordFact.DayHeld(day, doubt.get().clock(), by.staff())),
                            day)
                        : Decision.refuse(notYours())),
            outcome -> {
              Answered<LocalDate> answer = Answered.of(outcome);
              boolean held = answer instanceof Answered.Yes<LocalDate>;
              reply.accept(
                  held && !house.calendar().hold(day) ? new Answered.No<>(mayBeRight()) : answer);
            });
  }

  private static Refusal notYours() {
    return Refusal.of(
        "not-your-function",
        "H61",
        "Your functions do not include this.",
        "a dispenser, pharmacist, prescriber or the head says which day it is");
  }

  private static Refusal mayBeRight() {
    return Refusal.of(
            "clock-may-be-right",
            "H61",
            "Not the last day written, or the clock does not say an earlier one: it may be right.",
            "confirm the day that the clock says; a wrong clock is set first")
        .vietnamese(
            "Đồng hồ không báo ngày trước ngày đã ghi cuối: có thể đồng hồ đúng.",
            "xác nhận ngày theo đồng hồ; đồng hồ sai thì chỉnh trước");
  }

  private static Refusal wrongDay() {
    return Refusal.of(
        "not-the-day",
        "H60",
        "The clock says another day, or a day before the last one written.",
        "set the clock of this computer, then confirm the day");
  }

  /** Why nobody new is dosed while the day is not confirmed. */
  public static Refusal unconfirmed(LocalDate last, LocalDate clock) {
    return Refusal.of(
        "day-not-confirmed",
        "H60",
        "The last clinic day here was " + last + ", and the clock says " + clock + ".",
        "somebody signed in confirms the day; a wrong clock is set first; with a clock that is"
            + " behind somebody says that it is still the last day");
  }

  private void write(
      String actor, LocalDate day, boolean confirmed, Consumer<Outcome<LocalDate>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                actor, house.clock().instant(), reads -> began(reads, day, confirmed)),
            reply);
  }

  private static Decision<LocalDate> began(Reads reads, LocalDate day, boolean confirmed) {
    boolean there = reads.latestDay().map(last -> !day.isAfter(last)).orElse(false);
    return Decision.accept(there ? List.of() : List.of(new Fact.DayBegan(day, confirmed)), day);
  }
}
