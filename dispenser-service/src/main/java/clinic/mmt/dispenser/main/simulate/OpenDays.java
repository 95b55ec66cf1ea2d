package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.degraded.Trace;
import clinic.mmt.dispenser.main.simulate.device.Dice;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Each day is opened in the morning and closed in the evening. Sometimes nobody
 * closes for days, and sometimes somebody closes while people are still being dosed.
 */
final class OpenDays {

  private static final int MISSED_PERMILLE = 60;
  private static final int MISSED_MOST = 5;
  private static final int EARLY_PERMILLE = 60;
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final Clinic clinic;
  private int nobodyClosesUntil = -1;

  /** Today the opening was asked for once more, after a day that was owed its close. */
  private boolean tried;

  OpenDays(Clinic clinic) {
    this.clinic = clinic;
  }

  /** Somebody opens the day; the dice say whether somebody closes it in its middle. */
  void begin(int day) {
    tried = false;
    clinic.errands().add(this::open);
    clinic.errands().add(clinic.evenings::read);
    clinic.evenings.begin(day);
    Dice dice = clinic.dice(20, day);
    if (clinic.happens(dice, FaultKind.CLOSE_TOO_EARLY, EARLY_PERMILLE)) {
      clinic.time.after(clinic.world, dice.between(5, 300) * Clinic.SECOND, this::early);
    }
    if (clinic.happens(dice, FaultKind.CLOSE_MISSED, MISSED_PERMILLE) && day > nobodyClosesUntil) {
      clinic.counts.reached(FaultKind.CLOSE_MISSED);
      nobodyClosesUntil = day + dice.between(0, MISSED_MOST - 1);
    }
  }

  /** Somebody closes the day, unless nobody thinks of it. */
  void end(int day) {
    clinic.thief.evening(day);
    if (day > nobodyClosesUntil) {
      clinic.errands().add((p, done) -> clinic.evenings.close(p, p.house.calendar().today(), done));
    }
  }

  private void open(Process p, Consumer<Boolean> done) {
    LocalDate today = p.house.calendar().today();
    p.openings.open(
        p.session(Staff.PHARMACIST),
        Optional.of(Trace.SIGNED_REGISTER),
        clinic
            .errands()
            .heard(yes -> done.accept(true), refusal -> notOpened(p, today, refusal, done), done));
  }

  /**
   * What is owed is done, and the opening asked for again. A sheet that is owed is entered when the
   * first patient comes, and a day that can't be closed now waits; then the day is opened tomorrow.
   */
  private void notOpened(Process p, LocalDate today, Refusal refusal, Consumer<Boolean> done) {
    switch (refusal.code()) {
      case "day-not-closed" -> owed(p, today, refusal, done);
      case "stock-not-checked" -> clinic.evenings.check(p, done);
      case "stock-to-count" -> clinic.evenings.count(p, () -> done.accept(false), done);
      default -> done.accept(true);
    }
  }

  private void owed(Process p, LocalDate today, Refusal refusal, Consumer<Boolean> done) {
    Matcher named = DAY.matcher(refusal.text());
    if (named.find()) {
      clinic.counts.reached(FaultKind.OPENING_BLOCKED);
      LocalDate owed = LocalDate.parse(named.group());
      clinic.judge.office().notOpened(today.toString());
      if (!tried) {
        tried = true;
        clinic.errands().addNext(this::open);
      }
      clinic.evenings.close(p, owed, done);
    } else {
      done.accept(true);
    }
  }

  /** In the middle of the day somebody is at a counter nearly always; a no is left at that. */
  private void early() {
    clinic
        .process()
        .ifPresent(
            p ->
                clinic.evenings.closeEarly(
                    p,
                    p.house.calendar().today(),
                    no -> clinic.counts.reached(FaultKind.CLOSE_TOO_EARLY)));
  }
}
