package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.domain.eligibility.Hold;
import clinic.mmt.dispenser.domain.eligibility.PlacedHold;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.main.simulate.device.Dice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Somebody asks not to dose a patient, and lifts that again when the patient comes. Every
 * other time somebody of another function tries to lift it first.
 */
final class Held {

  private static final int PERMILLE = 60;
  private static final int DAYS_MOST = 3;
  private static final List<Hold.By> STOP =
      List.of(Hold.By.DOCTOR, Hold.By.PHARMACIST, Hold.By.HEAD);

  private final Clinic clinic;
  private boolean anotherFirst;

  Held(Clinic clinic) {
    this.clinic = clinic;
  }

  /** The dice say who is not to be dosed before somebody has looked. */
  void begin(int day) {
    Dice dice = clinic.dice(34, day);
    if (clinic.happens(dice, FaultKind.HELD, PERMILLE)) {
      Hold.By by = STOP.get(dice.between(0, STOP.size() - 1));
      int days = dice.between(0, DAYS_MOST);
      clinic.register().ordinary(dice).ifPresent(number -> place(number, by, days));
    }
  }

  private void place(int number, Hold.By by, int days) {
    clinic
        .errands()
        .add(
            (p, done) -> {
              LocalDate last = p.house.calendar().today().plusDays(days);
              p.notes.hold(
                  p.session(who(by)),
                  clinic.patient(number),
                  new Hold("to be looked at", by),
                  by == Hold.By.HEAD ? Optional.of(last) : Optional.empty(),
                  clinic.errands().heard(done));
            });
  }

  private static Staff who(Hold.By by) {
    return switch (by) {
      case DOCTOR -> Staff.DOCTOR;
      case PHARMACIST -> Staff.PHARMACIST;
      case HEAD -> Staff.HEAD;
      case ADMINISTRATION -> Staff.WATCHER;
    };
  }

  /** Who may not lift a hold of this function. */
  private static Staff another(Hold.By by) {
    return switch (by) {
      case DOCTOR -> Staff.PHARMACIST;
      case PHARMACIST, HEAD, ADMINISTRATION -> Staff.WATCHER;
    };
  }

  /** The patient stands here: whoever asked for it has looked, and lifts it. */
  void lift(Process p, PatientId patient) {
    clinic.counts.reached(FaultKind.HELD);
    p.house
        .journal()
        .transact(
            new Transaction<>(
                "office",
                p.house.clock().instant(),
                reads -> Decision.accept(List.of(), reads.holds(patient))),
            outcome -> {
              if (outcome instanceof Outcome.Done<List<PlacedHold>> done) {
                done.answer().forEach(hold -> clinic.time.soon(p.life, () -> lift(p, hold)));
              }
            });
  }

  private void lift(Process p, PlacedHold hold) {
    anotherFirst = !anotherFirst;
    if (anotherFirst && clinic.scenario.faults().contains(FaultKind.LIFTED_BY_ANOTHER)) {
      lift(p, hold, another(hold.hold().by()));
    }
    lift(p, hold, who(hold.hold().by()));
  }

  private void lift(Process p, PlacedHold hold, Staff by) {
    p.notes.lift(
        p.session(by),
        hold.patient(),
        hold.id(),
        "looked",
        clinic
            .errands()
            .heard(
                yes -> {},
                no -> {
                  if (no.code().equals("not-your-function")) {
                    clinic.counts.reached(FaultKind.LIFTED_BY_ANOTHER);
                  }
                },
                again -> {}));
  }
}
