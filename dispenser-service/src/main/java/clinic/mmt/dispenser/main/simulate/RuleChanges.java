package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.rules.ProfileActs;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.main.simulate.device.Dice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A doctor and the head sign another rule value, from a day on. Some changes are signed
 * twice by one person or for a day that is over, some are replaced or withdrawn before their first
 * day, and sometimes the service dies over one.
 */
final class RuleChanges {

  private static final int PERMILLE = 80;
  private static final int BY_ONE_PERMILLE = 300;
  private static final int BACKDATED_PERMILLE = 300;
  private static final int REPLACED_PERMILLE = 500;
  private static final int INTERRUPTED_PERMILLE = 300;

  /** From today on, so often; such a change is signed while people are dosed. */
  private static final int TODAY_PERMILLE = 250;

  private static final int AHEAD_MOST = 12;
  private static final int BACK_MOST = 9;

  /** Within so long the doctors have come to it, in seconds after the first patient. */
  private static final int SOON_LEAST = 60;

  private static final int SOON_MOST = 3000;

  /** The write, and its answer, take a millisecond or two. */
  private static final int DIES_WITHIN_MICROS = 2_000;

  /** A value, and how it may read. */
  private record Value(String key, List<String> texts) {

    String any(Dice dice) {
      return texts.get(dice.between(0, texts.size() - 1));
    }
  }

  /** Values that decide something on most days of a clinic. */
  private static final List<Value> VALUES =
      List.of(
          new Value("after-care-overdue", List.of("14 days", "7 days", "10 days", "21 days")),
          new Value("day-close-owed", List.of("2 days", "1 day", "3 days")),
          new Value(
              "missed-days",
              List.of(
                  "0-3 full; 4-5 reduced 1/2; 6-29 reinduct; 30- episode-ends",
                  "0-2 full; 3-5 reduced 1/2; 6-29 reinduct; 30- episode-ends",
                  "0-4 full; 5-5 reduced 1/2; 6-29 reinduct; 30- episode-ends")));

  /** One change as it is wished for; it starts so many days from today on. */
  private static final class Wish {
    final Value value;
    final String text;
    final Staff first;
    final Staff second;
    int ahead;
    boolean interrupted;

    /** How it read before, once it is signed. */
    Optional<String> before = Optional.empty();

    Wish(Dice dice) {
      this.value = VALUES.get(dice.between(0, VALUES.size() - 1));
      this.text = value.any(dice);
      boolean doctorFirst = dice.permille(500);
      this.first = doctorFirst ? Staff.DOCTOR : Staff.HEAD;
      this.second = doctorFirst ? Staff.HEAD : Staff.DOCTOR;
      this.ahead = dice.permille(TODAY_PERMILLE) ? 0 : dice.between(1, AHEAD_MOST);
    }
  }

  private final Clinic clinic;

  RuleChanges(Clinic clinic) {
    this.clinic = clinic;
  }

  /** The dice say whether a value changes, and what goes wrong over it. */
  void begin(int day) {
    Dice dice = clinic.dice(40, day);
    if (!clinic.happens(dice, FaultKind.VALUE_CHANGED, PERMILLE)) {
      return;
    }
    Wish wish = new Wish(dice);
    if (clinic.happens(dice, FaultKind.VALUE_BY_ONE, BY_ONE_PERMILLE)) {
      clinic.errands().add((p, done) -> byOne(p, wish, done));
    }
    if (clinic.happens(dice, FaultKind.VALUE_BACKDATED, BACKDATED_PERMILLE)) {
      int back = dice.between(1, BACK_MOST);
      clinic.errands().add((p, done) -> backdated(p, wish, back, done));
    }
    if (wish.ahead == 0) {
      long soon = dice.between(SOON_LEAST, SOON_MOST) * Clinic.SECOND;
      clinic.time.after(
          clinic.world, soon, () -> clinic.errands().add((p, done) -> change(p, wish, done)));
      return;
    }
    if (clinic.happens(dice, FaultKind.VALUE_INTERRUPTED, INTERRUPTED_PERMILLE)) {
      long within = dice.between(0, DIES_WITHIN_MICROS) * 1000L;
      clinic.errands().add((p, done) -> interrupted(p, wish, within, done));
    }
    clinic.errands().add((p, done) -> change(p, wish, done));
    if (clinic.happens(dice, FaultKind.VALUE_REPLACED, REPLACED_PERMILLE)) {
      Optional<String> other =
          dice.permille(500) ? Optional.empty() : Optional.of(wish.value.any(dice));
      clinic.errands().add((p, done) -> replaced(p, wish, other, done));
    }
  }

  private static ProfileActs.Replacing asked(Process p, Wish wish, String text) {
    LocalDate from = p.house.calendar().today().plusDays(wish.ahead);
    return new ProfileActs.Replacing(wish.value.key(), text, from, "the clinic's council");
  }

  private void sign(
      Process p,
      List<Staff> two,
      ProfileActs.Replacing asked,
      Consumer<Answered<ValueChange>> reply) {
    Session other = p.session(two.getLast());
    Signature second =
        new Signature(
            other.staff(),
            other.roles(),
            asked.digest(),
            other.terminal(),
            p.house.clock().instant());
    new ProfileActs(p.house).replace(p.session(two.getFirst()), Optional.of(second), asked, reply);
  }

  /** What is the same already needs no signature, and a change that was not answered may be in. */
  private void change(Process p, Wish wish, Consumer<Boolean> done) {
    sign(
        p,
        List.of(wish.first, wish.second),
        asked(p, wish, wish.text),
        clinic
            .errands()
            .heard(
                change -> {
                  clinic.counts.reached(FaultKind.VALUE_CHANGED);
                  wish.before = Optional.of(change.before());
                  done.accept(true);
                },
                refusal -> notChanged(wish, refusal, done),
                done));
  }

  /** While a dose of today is at a counter, the change starts tomorrow. */
  private void notChanged(Wish wish, Refusal refusal, Consumer<Boolean> done) {
    switch (refusal.code()) {
      case "doses-in-hand" -> {
        wish.ahead++;
        done.accept(false);
      }
      case "nothing-changes" -> done.accept(true);
      default -> {
        clinic.judge.stuck("", "two sign a rule value and are refused: " + refusal.code());
        done.accept(true);
      }
    }
  }

  /** The service dies over it; whether it is in, nobody knows, and it is asked for again. */
  private void interrupted(Process p, Wish wish, long within, Consumer<Boolean> done) {
    if (wish.interrupted) {
      done.accept(true);
      return;
    }
    wish.interrupted = true;
    clinic.counts.reached(FaultKind.VALUE_INTERRUPTED);
    sign(p, List.of(wish.first, wish.second), asked(p, wish, wish.text), answer -> {});
    clinic.time.after(clinic.world, within, clinic::die);
  }

  /** Another text from the same day on, or the one of before: then nothing changes on that day. */
  private void replaced(Process p, Wish wish, Optional<String> other, Consumer<Boolean> done) {
    Optional<String> text = other.or(() -> wish.before);
    if (text.isEmpty()) {
      done.accept(true);
      return;
    }
    sign(
        p,
        List.of(wish.first, wish.second),
        asked(p, wish, text.get()),
        clinic
            .errands()
            .heard(
                change -> {
                  clinic.counts.reached(FaultKind.VALUE_REPLACED);
                  done.accept(true);
                },
                refusal -> notChanged(wish, refusal, done),
                done));
  }

  private void byOne(Process p, Wish wish, Consumer<Boolean> done) {
    refused(
        p,
        List.of(wish.first, wish.first),
        asked(p, wish, wish.text),
        new Expected(FaultKind.VALUE_BY_ONE, "second-signature-needed"),
        done);
  }

  private void backdated(Process p, Wish wish, int back, Consumer<Boolean> done) {
    ProfileActs.Replacing right = asked(p, wish, wish.text);
    refused(
        p,
        List.of(wish.first, wish.second),
        new ProfileActs.Replacing(
            right.key(), right.text(), p.house.calendar().today().minusDays(back), right.reason()),
        new Expected(FaultKind.VALUE_BACKDATED, "starts-before-today"),
        done);
  }

  /** A no that counts as its kind. */
  private record Expected(FaultKind kind, String code) {}

  /** The judge sees in the entries when this is let through. */
  private void refused(
      Process p,
      List<Staff> two,
      ProfileActs.Replacing asked,
      Expected expected,
      Consumer<Boolean> done) {
    sign(
        p,
        two,
        asked,
        clinic
            .errands()
            .heard(
                yes -> done.accept(true),
                refusal -> {
                  if (refusal.code().equals(expected.code())) {
                    clinic.counts.reached(expected.kind());
                  }
                  done.accept(true);
                },
                done));
  }
}
