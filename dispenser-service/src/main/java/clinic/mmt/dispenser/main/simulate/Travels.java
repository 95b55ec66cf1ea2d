package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.care.Transfers;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.site.GuestLetters;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.main.simulate.device.Dice;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Patients of here who are dosed elsewhere: guests for some days by a letter of here, and some who
 * are transferred to another site and taken back later.
 */
final class Travels {

  private static final int AWAY_PERMILLE = 55;
  private static final int TRANSFER_PERMILLE = 45;
  private static final int STAYS_PERMILLE = 150;
  private static final int COMES_PERMILLE = 300;
  private static final int UNREAD_PERMILLE = 500;
  private static final int BY_PACK_PERMILLE = 500;
  private static final int DAYS_MOST = 4;
  private static final int GONE_MOST = 12;

  /** Away from {@code first} to {@code last}; on {@code dosedHere} a doctor released home. */
  private record Guest(String letter, int first, int last, Set<Integer> dosedHere) {}

  private final Clinic clinic;
  private final Map<Integer, Guest> guests = new HashMap<>();
  private final Map<Integer, Integer> transferredUntil = new HashMap<>();
  private int today;

  Travels(Clinic clinic) {
    this.clinic = clinic;
  }

  /** Who is back is dosed here again; the dice say who goes. */
  void begin(int day) {
    today = day;
    guests.forEach(
        (number, guest) -> {
          if (guest.last() == day - 1) {
            back(number, guest);
          }
        });
    guests.values().removeIf(guest -> guest.last() < day);
    transferredUntil.forEach(
        (number, until) -> {
          if (until == day) {
            takenBack(number);
          }
        });
    transferredUntil.values().removeIf(until -> until <= day);
    Dice dice = clinic.dice(21, day);
    if (clinic.happens(dice, FaultKind.GUEST_AWAY, AWAY_PERMILLE)) {
      someone(dice).ifPresent(number -> letter(number, dice));
    }
    if (clinic.happens(dice, FaultKind.TRANSFERRED, TRANSFER_PERMILLE)) {
      someone(dice).ifPresent(number -> transferred(number, dice));
    }
  }

  private Optional<Integer> someone(Dice dice) {
    return clinic.register().ordinary(dice).filter(number -> !clinic.isElsewhere(number));
  }

  /** Whether this patient is dosed elsewhere today, or will be. */
  boolean isAway(int number) {
    return guests.containsKey(number) || transferredUntil.containsKey(number);
  }

  /** Whether this patient was transferred to another site. */
  boolean isTransferred(int number) {
    return transferredUntil.containsKey(number);
  }

  /** Whether this patient comes here today; some come although they are dosed elsewhere. */
  boolean comes(int number) {
    Guest guest = guests.get(number);
    boolean elsewhere =
        transferredUntil.containsKey(number) || (guest != null && guest.first() <= today);
    return !elsewhere
        || clinic.happens(
            clinic.dice(22, today, number),
            guest == null ? FaultKind.TRANSFERRED_COMES : FaultKind.GUEST_COMES_HOME,
            COMES_PERMILLE);
  }

  /** A doctor asked the guest site by telephone: nothing was given there today. */
  void dosedHere(int number) {
    Optional.ofNullable(guests.get(number)).ifPresent(guest -> guest.dosedHere().add(today));
  }

  private Mass dose(int number) {
    return Mass.ofMilligrams(clinic.register().usual(number));
  }

  private void letter(int number, Dice dice) {
    int first = today + 1;
    int last = first + dice.between(0, DAYS_MOST - 1);
    boolean stays = dice.permille(STAYS_PERMILLE);
    clinic.errands().add((p, done) -> sign(p, number, last - today, stays, done));
  }

  private void sign(Process p, int number, int last, boolean stays, Consumer<Boolean> done) {
    LocalDate day = p.house.calendar().today();
    GuestLetters.Wish wish =
        new GuestLetters.Wish(
            clinic.patient(number), OtherSite.THERE.value(), day.plusDays(1), day.plusDays(last));
    p.guestLetters.sign(
        p.session(Staff.DOCTOR),
        wish,
        clinic
            .errands()
            .heard(
                letter -> signed(p, letter, number, stays ? 0 : last, done),
                refusal -> notSigned(p, number, refusal, done),
                done));
  }

  private void notSigned(Process p, int number, Refusal refusal, Consumer<Boolean> done) {
    if (refusal.code().equals("no-order-for-guest-days")) {
      clinic.register().prescribe(p, number, 0, () -> done.accept(false));
    } else {
      done.accept(true);
    }
  }

  /** Some stay at home after all: a doctor ends the letter before its first day. */
  private void signed(Process p, String letter, int number, int last, Consumer<Boolean> done) {
    clinic.counts.reached(FaultKind.GUEST_AWAY);
    if (last == 0) {
      p.guestLetters.end(
          p.session(Staff.DOCTOR), letter, "stays at home", clinic.errands().heard(done));
      return;
    }
    guests.put(number, new Guest(letter, today + 1, today + last, new HashSet<>()));
    p.guestLetters.paper(p.session(Staff.PHARMACIST), letter, clinic.errands().heard(done));
  }

  /** The other site tells what it gave, day by day: by a dose pack, or by telephone. */
  private void back(int number, Guest guest) {
    List<Integer> daysAgo = new ArrayList<>();
    for (int day = guest.first(); day <= guest.last(); day++) {
      if (!guest.dosedHere().contains(day)) {
        daysAgo.add(today - day);
      }
    }
    Dice dice = clinic.dice(33, today, number);
    if (clinic.happens(dice, FaultKind.DOSES_BY_PACK, BY_PACK_PERMILLE)) {
      clinic.dosePosts().tell(number, guest.letter(), daysAgo, dice);
    } else {
      daysAgo.forEach(ago -> clinic.errands().add((p, done) -> told(p, number, ago, done)));
    }
  }

  private void told(Process p, int number, int ago, Consumer<Boolean> done) {
    p.notes.outside(
        p.session(Staff.DOCTOR),
        new OutsideDose(
            p.notes.nextId(),
            clinic.patient(number),
            p.house.calendar().today().minusDays(ago),
            dose(number),
            Optional.of(Concentration.ofMilligramsPerMillilitre(10)),
            DoseDay.Kind.GUEST,
            new OutsideDose.Confirmation(true, "the guest site", "told by telephone, read back"),
            Optional.empty()),
        clinic.errands().heard(done));
  }

  private void transferred(int number, Dice dice) {
    int until = today + dice.between(2, GONE_MOST);
    clinic
        .errands()
        .add(
            (p, done) ->
                p.transfers.out(
                    p.session(Staff.DOCTOR),
                    clinic.patient(number),
                    p.house.calendar().today(),
                    OtherSite.THERE.value(),
                    clinic
                        .errands()
                        .heard(
                            movement -> {
                              clinic.counts.reached(FaultKind.TRANSFERRED);
                              transferredUntil.put(number, until);
                              p.transfers.letter(
                                  p.session(Staff.PHARMACIST),
                                  movement,
                                  clinic.errands().heard(done));
                            },
                            no -> done.accept(true),
                            done)));
  }

  private void takenBack(int number) {
    boolean unread =
        clinic.happens(clinic.dice(23, today, number), FaultKind.LAST_DOSE_UNREAD, UNREAD_PERMILLE);
    if (unread) {
      clinic.errands().add((p, done) -> in(p, number, false, done));
    }
    clinic.errands().add((p, done) -> in(p, number, true, done));
  }

  private void in(Process p, int number, boolean readBack, Consumer<Boolean> done) {
    LocalDate day = p.house.calendar().today();
    Transfers.Verified last =
        new Transfers.Verified(
            day.minusDays(1),
            dose(number),
            Concentration.ofMilligramsPerMillilitre(10),
            "somebody there",
            "by telephone",
            readBack);
    p.transfers.in(
        p.session(Staff.DOCTOR),
        new Transfers.Coming(
            clinic.patient(number), day, OtherSite.THERE.value(), Optional.of(last)),
        clinic
            .errands()
            .heard(
                yes -> done.accept(true),
                refusal -> {
                  if (refusal.code().equals("last-dose-not-verified")) {
                    clinic.counts.reached(FaultKind.LAST_DOSE_UNREAD);
                  }
                  done.accept(true);
                },
                done));
  }
}
