package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.pack.OrderPackIntake;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.pack.OrderPackText;
import clinic.mmt.dispenser.domain.pack.PackHead;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Traits;
import clinic.mmt.dispenser.domain.prescription.DoseStep;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.site.GuestLetterText;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.main.simulate.device.Dice;
import clinic.mmt.judge.PackTold;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Patients of the other site whom it assigns to here for some days: they are dosed by the order
 * packs that it sends, and it is told by dose packs what became of it (R-132, H110).
 */
final class OrderPosts {

  private static final int ASSIGNED_PERMILLE = 35;
  private static final int WRONG_PERMILLE = 300;
  private static final int LATE_PERMILLE = 600;
  private static final int COMES_PERMILLE = 600;
  private static final int DAYS_LEAST = 3;
  private static final int DAYS_MOST = 10;

  /** Usually a new pack comes after so many days, else after so many; one holds three days. */
  private static final int EVERY = 2;

  private static final int LATE = 4;
  private static final Duration HOLDS = Duration.ofDays(3);
  private static final int ORDERED_DAYS = 20;

  /** Assigned to here until that day, from a day on. */
  private record Assigned(PatientId patient, LocalDate from, int last) {}

  /** A file as it is carried, and whether it is good. */
  private record Carried(String file, boolean right) {}

  private final Clinic clinic;
  private final DosePosts doses;
  private final Map<Integer, Assigned> here = new TreeMap<>();

  /** Who came with a pack and was never given a card yet. */
  private final Set<Integer> strangers = new HashSet<>();

  /** Not assigned any more since today, and comes all the same. */
  private final Set<Integer> gone = new TreeSet<>();

  private Optional<String> before = Optional.empty();
  private int written;
  private int nextOn;
  private int today;

  OrderPosts(Clinic clinic, DosePosts doses) {
    this.clinic = clinic;
    this.doses = doses;
  }

  /** Whose days are over is dosed elsewhere again; the dice say who comes and what goes wrong. */
  void begin(int day) {
    today = day;
    Dice dice = clinic.dice(31, day);
    gone.clear();
    here.forEach((number, one) -> leaves(number, one, dice));
    boolean changed = here.values().removeIf(one -> one.last() < day);
    if (changed) {
      doses.send(dice);
    }
    if (clinic.happens(dice, FaultKind.ORDERS_BY_PACK, ASSIGNED_PERMILLE)) {
      int number = clinic.newcomers().next();
      here.put(
          number,
          new Assigned(
              new PatientId("there-" + number),
              clinic.realDay(),
              day + dice.between(DAYS_LEAST, DAYS_MOST)));
      strangers.add(number);
      clinic.counts.reached(FaultKind.ORDERS_BY_PACK);
      changed = true;
    }
    if (changed || (!here.isEmpty() && day >= nextOn)) {
      boolean late = clinic.happens(dice, FaultKind.PACK_LATE, LATE_PERMILLE);
      nextOn = day + (late ? LATE : EVERY);
      pack(dice);
    }
  }

  private void leaves(int number, Assigned one, Dice dice) {
    if (one.last() == today - 1 && clinic.happens(dice, FaultKind.PACK_WITHOUT, COMES_PERMILLE)) {
      gone.add(number);
    }
  }

  /** Everybody who comes today. */
  void coming(IntConsumer each) {
    here.keySet().forEach(each::accept);
    gone.forEach(each::accept);
  }

  private void pack(Dice dice) {
    int number = ++written;
    boolean wrong = clinic.happens(dice, FaultKind.PACK_WRONG, WRONG_PERMILLE);
    int how = dice.between(0, 4);
    Optional<String> last = before;
    Map<Integer, Assigned> assigned = new TreeMap<>(here);
    if (wrong) {
      clinic
          .errands()
          .add(
              (p, done) -> {
                String file = wrong(p, new Sending(number, assigned), last, how);
                take(p, new Carried(file, false), done);
              });
    }
    clinic
        .errands()
        .add(
            (p, done) -> {
              String file = right(p, new Sending(number, assigned), OtherSite.HERE, Duration.ZERO);
              before = Optional.of(file);
              take(p, new Carried(file, true), done);
            });
    clinic.errands().add(this::cards);
  }

  /** A pack that the other site sends now. */
  private record Sending(int number, Map<Integer, Assigned> assigned) {}

  /** What the other site really writes is told to the judge. */
  private String right(Process p, Sending sending, SiteName to, Duration ago) {
    OrderPackText text = text(p, sending, to, ago);
    String file = OtherSite.closed(text);
    if (to.equals(OtherSite.HERE)) {
      clinic
          .judge
          .office()
          .packWritten(
              new PackTold(
                  true,
                  OtherSite.THERE.value(),
                  sending.number(),
                  Digests.sha256(file),
                  text.patients().stream().map(one -> one.patient().value()).toList(),
                  List.of()));
    }
    return file;
  }

  private String wrong(Process p, Sending sending, Optional<String> last, int how) {
    return switch (how) {
      case 0 ->
          OtherSite.altered(OtherSite.closed(text(p, sending, OtherSite.HERE, Duration.ZERO)));
      case 1 -> OtherSite.forged(text(p, sending, OtherSite.HERE, Duration.ZERO));
      case 2 -> right(p, sending, OtherSite.THIRD, Duration.ZERO);
      case 3 -> right(p, sending, OtherSite.HERE, HOLDS.plusDays(1));
      default -> last.orElseGet(() -> right(p, sending, OtherSite.THIRD, Duration.ZERO));
    };
  }

  private OrderPackText text(Process p, Sending sending, SiteName to, Duration ago) {
    Instant made = p.house.clock().instant().truncatedTo(ChronoUnit.SECONDS).minus(ago);
    return new OrderPackText(
        new PackHead(OtherSite.THERE, to, sending.number(), made),
        made.plus(HOLDS),
        sending.assigned().entrySet().stream()
            .map(entry -> listed(entry.getKey(), entry.getValue()))
            .toList());
  }

  private OrderPackText.Listed listed(int number, Assigned one) {
    Mass dose = Mass.ofMilligrams(clinic.register().usual(number));
    Prescription order =
        new Prescription(
            new PrescriptionId("rx" + number),
            one.patient(),
            Stage.MAINTENANCE,
            List.of(new DoseStep(one.from(), dose)),
            one.from(),
            one.from().plusDays(ORDERED_DAYS),
            new Prescription.SignedBy(new StaffId("doctor-there"), one.from(), false));
    OrderPackText.Given yesterday =
        new OrderPackText.Given(
            one.from().minusDays(1),
            dose,
            Optional.of(Concentration.ofMilligramsPerMillilitre(10)),
            true,
            DoseDay.Kind.OBSERVED,
            Optional.empty());
    return new OrderPackText.Listed(
        one.patient(),
        new GuestLetterText.Named(Register.FAMILY, Register.given(number), Register.BORN),
        Traits.UNKNOWN,
        List.of(order),
        List.of(),
        List.of(yesterday));
  }

  /** Files are opened while nothing is being written: the ledger is looked at for them. */
  private void take(Process p, Carried carried, Consumer<Boolean> done) {
    if (!clinic.quiet()) {
      done.accept(false);
      return;
    }
    new OrderPackIntake(p.house, OtherSite.BOOK)
        .take(
            p.session(Staff.PHARMACIST),
            carried.file(),
            false,
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

  /** A pack of which no answer came, and that is asked about again, is taken in already. */
  private void notTaken(Carried carried, Refusal refusal) {
    if (!carried.right()) {
      clinic.counts.reached(FaultKind.PACK_WRONG);
    } else if (!refusal.code().equals("pack-taken")) {
      clinic.judge.stuck("", "the good order pack of another site is refused: " + refusal.code());
    }
  }

  /** Who came with a pack is given a card here, and a finger is taken. */
  private void cards(Process p, Consumer<Boolean> done) {
    here.forEach(
        (number, one) -> {
          if (strangers.remove(number)) {
            clinic.register().add(number, one.patient());
            clinic.cardOf(one.patient(), Visit.card(number));
            clinic.fingersOf(one.patient(), List.of(Register.finger(number)));
          }
        });
    done.accept(true);
  }
}
