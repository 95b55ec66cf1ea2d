package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.care.DropOuts;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.main.simulate.device.Dice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Patients who stay away for a month and longer. The table of missed days proposes, and a doctor
 * decides by name whether that is called dropped out, or whether treatment goes on; not before, and
 * nobody else.
 */
final class Absentees {

  private static final int PERMILLE = 20;
  private static final int GOES_ON_PERMILLE = 400;
  private static final int EARLY_LEAST = 12;
  private static final int EARLY_MOST = 25;

  /** On this day of absence more than a month of days is missed. */
  private static final int DECIDED = 32;

  private static final int MORE_MOST = 8;

  /** Away; a doctor tries to decide too early, then decides, and the patient comes again. */
  private record Gone(int early, int decided, int back, boolean goesOn) {}

  private final Clinic clinic;
  private final Map<Integer, Gone> gone = new TreeMap<>();

  Absentees(Clinic clinic) {
    this.clinic = clinic;
  }

  /** Whether this patient stays away today. */
  boolean isAway(int number) {
    return gone.containsKey(number);
  }

  /** What is due is done; the dice say who stays away from today on. */
  void begin(int day) {
    gone.values().removeIf(one -> one.back() == day);
    gone.forEach(
        (number, one) -> {
          if (one.early() == day) {
            dropsOut(number, Staff.DOCTOR, FaultKind.DROPPED_OUT_TOO_EARLY);
          }
          if (one.decided() == day) {
            decided(number, one);
          }
        });
    Dice dice = clinic.dice(39, day);
    if (clinic.happens(dice, FaultKind.DROPPED_OUT, PERMILLE)) {
      int decided = day + DECIDED;
      Gone next =
          new Gone(
              day + dice.between(EARLY_LEAST, EARLY_MOST),
              decided,
              decided + dice.between(1, MORE_MOST),
              clinic.happens(dice, FaultKind.TREATMENT_GOES_ON, GOES_ON_PERMILLE));
      clinic
          .register()
          .ordinary(dice)
          .filter(number -> !clinic.isElsewhere(number))
          .ifPresent(number -> gone.put(number, next));
    }
  }

  private void decided(int number, Gone one) {
    clinic.errands().add((p, done) -> proposed(p, number, done));
    if (one.goesOn()) {
      clinic.errands().add((p, done) -> goesOn(p, number, done));
    } else {
      dropsOut(number, Staff.HEAD, FaultKind.DROPPED_OUT_TOO_EARLY);
      dropsOut(number, Staff.DOCTOR, FaultKind.DROPPED_OUT);
    }
  }

  /** Counted as {@code kind} when it was answered so: a yes is one that was in time. */
  private void dropsOut(int number, Staff by, FaultKind kind) {
    boolean inTime = kind == FaultKind.DROPPED_OUT;
    clinic
        .errands()
        .add(
            (p, done) ->
                p.movements.note(
                    p.session(by),
                    clinic.patient(number),
                    new Movement.Left(Movement.Why.DROPPED_OUT, ""),
                    p.house.calendar().today(),
                    clinic
                        .errands()
                        .heard(
                            yes -> {
                              count(kind, inTime);
                              done.accept(true);
                            },
                            no -> {
                              count(kind, !inTime);
                              done.accept(true);
                            },
                            done)));
  }

  private void count(FaultKind kind, boolean so) {
    if (so) {
      clinic.counts.reached(kind);
    }
  }

  private void goesOn(Process p, int number, Consumer<Boolean> done) {
    new DropOuts(p.house)
        .goesOn(
            p.session(Staff.DOCTOR),
            clinic.patient(number),
            "is in hospital, and wants to go on",
            clinic
                .errands()
                .heard(
                    yes -> {
                      clinic.counts.reached(FaultKind.TREATMENT_GOES_ON);
                      done.accept(true);
                    },
                    no -> done.accept(true),
                    done));
  }

  /** Somebody looks at the list of those to decide about. */
  private void proposed(Process p, int number, Consumer<Boolean> done) {
    p.house
        .journal()
        .transact(
            new Transaction<>(
                "office",
                p.house.clock().instant(),
                reads ->
                    Decision.accept(
                        List.of(),
                        new DropOuts(p.house)
                            .proposals(reads).stream()
                                .anyMatch(one -> one.patient().equals(clinic.patient(number))))),
            outcome -> {
              if (outcome instanceof Outcome.Done<Boolean> answer) {
                if (!answer.answer()) {
                  clinic.judge.stuck("", "nobody is told that " + number + " is away for a month");
                }
                done.accept(true);
              } else {
                done.accept(false);
              }
            });
  }
}
