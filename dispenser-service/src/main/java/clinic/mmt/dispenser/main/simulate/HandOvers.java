package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.care.AfterCares;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.domain.episode.AfterCare;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.main.simulate.device.Dice;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Patients who complete their treatment are handed over to after-care: somebody decides to whom,
 * sends the papers, and the receiver acknowledges; some hand-overs are left lying, and everybody
 * comes into care again some weeks later.
 */
final class HandOvers {

  private static final int COMPLETED_PERMILLE = 30;
  private static final int OUT_OF_ORDER_PERMILLE = 300;
  private static final int LATE_PERMILLE = 250;
  private static final int BACK_LEAST = 20;
  private static final int BACK_MOST = 45;
  private static final int STEP_MOST = 6;

  /** A hand-over that is left lying lies so long, which is longer than the rules want. */
  private static final int LATE_DAYS = 18;

  /** So often somebody looks at the list. */
  private static final int LOOKED_EVERY = 3;

  /** What is to be done next. */
  private enum Next {
    DECIDE,
    SEND,
    ACKNOWLEDGE,
    NOTHING;

    Next following() {
      return switch (this) {
        case DECIDE -> SEND;
        case SEND -> ACKNOWLEDGE;
        case ACKNOWLEDGE, NOTHING -> NOTHING;
      };
    }
  }

  /** One patient who completed treatment. */
  private static final class Care {
    final int back;
    Next next = Next.DECIDE;
    int on;

    Care(int on, int back) {
      this.on = on;
      this.back = back;
    }
  }

  private final Clinic clinic;
  private final Map<Integer, Care> cares = new TreeMap<>();

  /** Those that were seen as overdue, each counted once. */
  private final Set<String> overdue = new HashSet<>();

  private int today;

  HandOvers(Clinic clinic) {
    this.clinic = clinic;
  }

  /** Whether this patient has completed treatment and is not back yet. */
  boolean isAway(int number) {
    return cares.containsKey(number);
  }

  /** What is due is done; the dice say who completes treatment, and what is left lying. */
  void begin(int day) {
    today = day;
    cares.forEach((number, care) -> begin(number, care));
    cares.values().removeIf(care -> care.back <= day);
    Dice dice = clinic.dice(37, day);
    if (clinic.happens(dice, FaultKind.COMPLETED, COMPLETED_PERMILLE)) {
      clinic
          .register()
          .ordinary(dice)
          .filter(number -> !clinic.isElsewhere(number))
          .ifPresent(number -> completes(number, dice));
    }
    if (day % LOOKED_EVERY == 0 && !cares.isEmpty()) {
      clinic.errands().add((p, done) -> list(p, all -> done.accept(true), done));
    }
  }

  private void begin(int number, Care care) {
    if (care.back <= today) {
      back(number, care);
    } else if (care.on <= today && care.next != Next.NOTHING) {
      Dice dice = clinic.dice(38, today, number);
      if (clinic.happens(dice, FaultKind.HAND_OVER_OUT_OF_ORDER, OUT_OF_ORDER_PERMILLE)) {
        Next after = care.next == Next.DECIDE ? Next.SEND : Next.ACKNOWLEDGE;
        clinic.errands().add((p, done) -> act(p, number, after, done));
      }
      Next now = care.next;
      clinic.errands().add((p, done) -> act(p, number, now, done));
      care.next = now.following();
      care.on = today + dice.between(1, STEP_MOST);
      if (clinic.happens(dice, FaultKind.HAND_OVER_OVERDUE, LATE_PERMILLE)) {
        care.on = today + LATE_DAYS;
      }
    }
  }

  private void completes(int number, Dice dice) {
    Care care =
        new Care(today + dice.between(0, STEP_MOST), today + dice.between(BACK_LEAST, BACK_MOST));
    if (clinic.happens(dice, FaultKind.HAND_OVER_OVERDUE, LATE_PERMILLE)) {
      care.on = today + LATE_DAYS;
    }
    cares.put(number, care);
    clinic.counts.reached(FaultKind.COMPLETED);
    moves(number, new Movement.Left(Movement.Why.COMPLETED, ""));
  }

  /** Who is back is in care here: a hand-over that nobody has acknowledged is off the list. */
  private void back(int number, Care care) {
    if (care.next != Next.NOTHING) {
      clinic.counts.reached(FaultKind.BACK_BEFORE_HANDED_OVER);
    }
    moves(number, new Movement.Admitted(Movement.Source.VOLUNTARY));
  }

  private void moves(int number, Movement.Step step) {
    clinic
        .errands()
        .add(
            (p, done) ->
                p.movements.note(
                    p.session(Staff.DOCTOR),
                    clinic.patient(number),
                    step,
                    p.house.calendar().today(),
                    clinic.errands().heard(done)));
  }

  private void act(Process p, int number, Next next, Consumer<Boolean> done) {
    list(
        p,
        all ->
            all.stream()
                .filter(listed -> listed.care().patient().equals(clinic.patient(number)))
                .findFirst()
                .ifPresentOrElse(
                    listed -> act(p, listed.care(), step(p, next), done), () -> done.accept(true)),
        done);
  }

  private static AfterCare.Step step(Process p, Next next) {
    LocalDate day = p.house.calendar().today();
    return switch (next) {
      case DECIDE -> new AfterCare.Decided("12/QĐ", day, "the commune");
      case SEND -> new AfterCare.Sent(day);
      case ACKNOWLEDGE, NOTHING -> new AfterCare.Acknowledged(day, "somebody there");
    };
  }

  private void act(Process p, AfterCare care, AfterCare.Step step, Consumer<Boolean> done) {
    new AfterCares(p.house)
        .note(
            p.session(Staff.HEAD),
            care.leaving(),
            step,
            clinic
                .errands()
                .heard(
                    yes -> done.accept(true),
                    refusal -> {
                      refused(refusal);
                      done.accept(true);
                    },
                    done));
  }

  private void refused(Refusal refusal) {
    if (refusal.code().equals("hand-over-not-decided")
        || refusal.code().equals("hand-over-not-sent")) {
      clinic.counts.reached(FaultKind.HAND_OVER_OUT_OF_ORDER);
    }
  }

  /** Somebody looks at the list of what is open and what is overdue. */
  private void list(
      Process p, Consumer<List<AfterCares.Listed>> then, Consumer<Boolean> otherwise) {
    LocalDate day = p.house.calendar().today();
    p.house
        .journal()
        .transact(
            new Transaction<>(
                "office",
                p.house.clock().instant(),
                reads -> Decision.accept(List.of(), new AfterCares(p.house).open(reads))),
            outcome -> {
              if (outcome instanceof Outcome.Done<List<AfterCares.Listed>> done) {
                seen(day, done.answer());
                clinic.time.soon(p.life, () -> then.accept(done.answer()));
              } else {
                otherwise.accept(false);
              }
            });
  }

  private void seen(LocalDate day, List<AfterCares.Listed> all) {
    all.stream()
        .filter(AfterCares.Listed::overdue)
        .filter(listed -> overdue.add(listed.care().leaving()))
        .forEach(listed -> clinic.counts.reached(FaultKind.HAND_OVER_OVERDUE));
    clinic
        .judge
        .office()
        .handOversListed(
            day.toString(),
            all.stream()
                .collect(
                    Collectors.toMap(
                        listed -> listed.care().leaving(), AfterCares.Listed::overdue)));
  }
}
