package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.care.Prescribing;
import clinic.mmt.dispenser.app.care.Transfers;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.GuestLetterText;
import clinic.mmt.dispenser.domain.site.LastDose;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.dispenser.main.simulate.device.Dice;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * People of other sites who are dosed here for some days: guests with a letter, and people who come
 * by a transfer of whom nobody knows the last dose (R-102, H102).
 */
final class Visitors {

  private static final int GUEST_PERMILLE = 50;
  private static final int WRONG_PERMILLE = 600;
  private static final int STAYS_PERMILLE = 500;
  private static final int START_PERMILLE = 40;
  private static final int DAYS_MOST = 4;

  /** Far above a new start; what such people say that they had. */
  private static final int CLAIMED_MILLIGRAMS = 80;

  private static final int START_MILLIGRAMS = 20;

  /** Dosed here until that day. */
  private static final class Visitor {
    final boolean guest;
    int last;

    /** Comes once more on the day after the last. */
    boolean stays;

    Visitor(boolean guest, int last, boolean stays) {
      this.guest = guest;
      this.last = last;
      this.stays = stays;
    }
  }

  private final Clinic clinic;
  private final Map<Integer, Visitor> here = new TreeMap<>();
  private final Map<String, PatientId> byLetter = new HashMap<>();
  private int letters;
  private int today;

  Visitors(Clinic clinic) {
    this.clinic = clinic;
  }

  /** Whose days are over goes on elsewhere; the dice say who comes. */
  void begin(int day) {
    today = day;
    here.entrySet().removeIf(entry -> goes(entry.getKey(), entry.getValue()));
    Dice dice = clinic.dice(24, day);
    if (clinic.happens(dice, FaultKind.GUEST_HERE, GUEST_PERMILLE)) {
      guest(dice);
    }
    if (clinic.happens(dice, FaultKind.NEW_START, START_PERMILLE)) {
      newStart(dice);
    }
  }

  private boolean goes(int number, Visitor visitor) {
    boolean over = today > visitor.last + (visitor.stays ? 1 : 0);
    if (over && !visitor.guest) {
      clinic
          .errands()
          .add(
              (p, done) ->
                  p.transfers.out(
                      p.session(Staff.DOCTOR),
                      clinic.patient(number),
                      p.house.calendar().today(),
                      OtherSite.THERE.value(),
                      clinic.errands().heard(done)));
    }
    return over;
  }

  /** Everybody who comes today. */
  void coming(IntConsumer each) {
    here.keySet().forEach(each::accept);
  }

  /** Who came with this letter. */
  PatientId guestOf(String letter) {
    return Optional.ofNullable(byLetter.get(letter)).orElseThrow();
  }

  private void guest(Dice dice) {
    int number = clinic.newcomers().next();
    int days = dice.between(0, DAYS_MOST - 1);
    String letter = "g" + ++letters;
    boolean wrong = clinic.happens(dice, FaultKind.LETTER_WRONG, WRONG_PERMILLE);
    int how = dice.between(0, 2);
    Visitor visitor =
        new Visitor(
            true, today + days, clinic.happens(dice, FaultKind.GUEST_OVERSTAYS, STAYS_PERMILLE));
    clinic.errands().add((p, done) -> clinic.newcomers().person(p, number, done));
    if (wrong) {
      clinic.errands().add((p, done) -> takeIn(p, wrong(p, number, letter, days, how), done));
    }
    clinic
        .errands()
        .add(
            (p, done) ->
                takeIn(
                    p,
                    right(p, number, letter, days),
                    all -> {
                      if (all) {
                        clinic.counts.reached(FaultKind.GUEST_HERE);
                        here.put(number, visitor);
                      }
                      done.accept(all);
                    }));
    clinic
        .errands()
        .add((p, done) -> clinic.register().prescribe(p, number, 0, () -> done.accept(true)));
  }

  /** A letter as it is carried: for whom here, what its code says, and whether it is good. */
  private record Carried(PatientId patient, String code, boolean right) {}

  private GuestLetterText text(Process p, int number, String letter, SiteName site, int days) {
    LocalDate day = p.house.calendar().today();
    Mass dose = Mass.ofMilligrams(clinic.register().usual(number));
    return new GuestLetterText(
        letter,
        OtherSite.THERE,
        site,
        new GuestLetterText.Named(Register.FAMILY, Register.given(number), Register.BORN),
        day,
        day.plusDays(days),
        dose,
        Optional.of(
            new LastDose(
                day.minusDays(1),
                dose,
                Optional.of(Concentration.ofMilligramsPerMillilitre(10)),
                true)),
        day);
  }

  /** What the other site really wrote is told to the judge. */
  private Carried right(Process p, int number, String letter, int days) {
    GuestLetterText text = text(p, number, letter, OtherSite.HERE, days);
    PatientId patient = clinic.patient(number);
    byLetter.put(letter, patient);
    clinic
        .judge
        .office()
        .letterWritten(letter, patient.value(), text.first().toString(), text.last().toString());
    return new Carried(patient, OtherSite.sealed(text), true);
  }

  private Carried wrong(Process p, int number, String letter, int days, int how) {
    GuestLetterText longer = text(p, number, letter, OtherSite.HERE, days + DAYS_MOST);
    return new Carried(
        clinic.patient(number),
        switch (how) {
          case 0 -> OtherSite.altered(longer, text(p, number, letter, OtherSite.HERE, days));
          case 1 -> OtherSite.forged(longer);
          default -> OtherSite.sealed(text(p, number, letter, OtherSite.THIRD, days));
        },
        false);
  }

  private void takeIn(Process p, Carried carried, Consumer<Boolean> done) {
    p.guests.takeIn(
        p.session(Staff.PHARMACIST),
        carried.patient(),
        carried.code(),
        clinic
            .errands()
            .heard(
                yes -> done.accept(true),
                refusal -> {
                  notTaken(carried, refusal);
                  done.accept(true);
                },
                done));
  }

  /** A letter of which no answer came, and that is asked about again, is taken in already. */
  private void notTaken(Carried carried, Refusal refusal) {
    if (!carried.right()) {
      clinic.counts.reached(FaultKind.LETTER_WRONG);
    } else if (!refusal.code().equals("guest-letter-used")) {
      clinic.judge.stuck("", "the good letter of a guest is refused: " + refusal.code());
    }
  }

  /** The days of the letter are over: half go home, for the others home writes another letter. */
  boolean overstays(Process p, Visit v) {
    clinic.counts.reached(FaultKind.GUEST_OVERSTAYS);
    Visitor visitor = here.get(v.number);
    if (visitor == null || !visitor.stays || v.dice.permille(500)) {
      return false;
    }
    visitor.stays = false;
    visitor.last = today;
    takeIn(p, right(p, v.number, "g" + ++letters, 0), all -> {});
    return true;
  }

  private void newStart(Dice dice) {
    int number = clinic.newcomers().next();
    Visitor visitor = new Visitor(false, today + dice.between(1, DAYS_MOST), false);
    clinic.errands().add((p, done) -> clinic.newcomers().person(p, number, done));
    clinic.errands().add((p, done) -> admitted(p, number, visitor, done));
    clinic.errands().add((p, done) -> claims(p, number, done));
  }

  private void admitted(Process p, int number, Visitor visitor, Consumer<Boolean> done) {
    p.transfers.in(
        p.session(Staff.DOCTOR),
        new Transfers.Coming(
            clinic.patient(number),
            p.house.calendar().today(),
            OtherSite.THERE.value(),
            Optional.empty()),
        clinic
            .errands()
            .heard(
                all -> {
                  if (all) {
                    here.put(number, visitor);
                  }
                  done.accept(all);
                }));
  }

  /** The dose of before is asked for, and what a new start may have is signed. */
  private void claims(Process p, int number, Consumer<Boolean> done) {
    LocalDate day = p.house.calendar().today();
    p.prescribing.sign(
        p.session(Staff.DOCTOR),
        Optional.empty(),
        Prescribing.NewPrescription.daily(
            clinic.patient(number),
            Mass.ofMilligrams(CLAIMED_MILLIGRAMS),
            day,
            day.plusDays(DAYS_MOST)),
        clinic
            .errands()
            .heard(
                yes -> done.accept(true),
                refusal -> {
                  clinic.counts.reached(FaultKind.NEW_START);
                  clinic.register().milligrams(number, START_MILLIGRAMS);
                  clinic.register().prescribe(p, number, 0, () -> done.accept(true));
                },
                done));
  }
}
