package clinic.mmt.dispenser.app;

import clinic.mmt.dispenser.app.Timers.Pace;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.fact.Fact;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes each clinic day that begins, so that a start of the service knows which day was the last.
 * After a start on another day somebody says which day it is before anybody new is dosed (H60).
 */
public final class DayBook {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

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
    Optional<LocalDate> clock = house.calendar().toConfirm();
    if (clock.isEmpty()) {
      reply.accept(new Answered.Yes<>(house.calendar().today()));
    } else if (!clock.get().equals(day) || day.isBefore(house.calendar().today())) {
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
        "somebody signed in confirms the day; a wrong clock is set first");
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
