package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.pack.DosePackIntake;
import clinic.mmt.dispenser.app.pack.DosePacks;
import clinic.mmt.dispenser.app.pack.Written;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.pack.DosePackText;
import clinic.mmt.dispenser.domain.pack.DosePackText.Outcome;
import clinic.mmt.dispenser.domain.pack.DosePackText.Told;
import clinic.mmt.dispenser.domain.pack.PackHead;
import clinic.mmt.dispenser.main.simulate.device.Dice;
import clinic.mmt.judge.PackTold;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Dose packs both ways: the other site is told what its patients were given here, and tells what
 * guests from here were given there.
 */
final class DosePosts {

  private static final int LOST_PERMILLE = 300;
  private static final int TOO_MUCH_PERMILLE = 500;
  private static final int TOO_MUCH_MILLIGRAMS = 10;
  private static final int MILLIGRAMS_MOST = 200;

  private final Clinic clinic;

  /** Number of the last pack of here that the other site really has. */
  private int arrived;

  /** Whether the pack written last has arrived, so that the next one may go on after it. */
  private boolean inStep = true;

  /** Packs of the other site, and how many of its doses were told. */
  private int numbers;

  private int dosesThere;

  DosePosts(Clinic clinic) {
    this.clinic = clinic;
  }

  // From here.

  /** Tells the other site everything since the last pack that it has; some packs get lost. */
  void send(Dice dice) {
    boolean lost = clinic.happens(dice, FaultKind.PACK_LOST, LOST_PERMILLE);
    clinic.errands().add((p, done) -> write(p, lost, done));
  }

  private void write(Process p, boolean lost, Consumer<Boolean> done) {
    if (!clinic.quiet()) {
      done.accept(false);
      return;
    }
    Optional<Integer> after = inStep ? Optional.empty() : Optional.of(arrived);
    inStep = false;
    new DosePacks(p.house, OtherSite.BOOK)
        .write(
            p.session(Staff.DISPENSER_A),
            OtherSite.THERE.value(),
            after,
            clinic
                .errands()
                .heard(
                    pack -> {
                      if (lost) {
                        clinic.counts.reached(FaultKind.PACK_LOST);
                      } else {
                        arrives(pack);
                      }
                      done.accept(true);
                    },
                    no -> done.accept(true),
                    done));
  }

  private void arrives(Written pack) {
    DosePackText text = OtherSite.read(pack.file());
    if (text.after() > arrived) {
      clinic.judge.stuck("", "a dose pack goes on after one that nobody has");
      return;
    }
    arrived = text.head().number();
    inStep = true;
    clinic
        .judge
        .office()
        .packRead(
            new PackTold(
                false,
                OtherSite.THERE.value(),
                arrived,
                Digests.sha256(pack.file()),
                List.of(),
                text.doses().stream().map(this::known).toList()));
  }

  /** The other site knows its patient by its own code, and a guest by its letter. */
  private PackTold.Dose known(Told told) {
    String patient =
        told.whose().guest()
            ? clinic.visitors().guestOf(told.whose().code()).value()
            : told.whose().code();
    return dose(told, patient);
  }

  private static PackTold.Dose dose(Told told, String patient) {
    return new PackTold.Dose(
        told.id().value(),
        patient,
        told.day().toString(),
        told.outcome() == Outcome.TAKEN || told.outcome() == Outcome.IN_DOUBT,
        told.taken().micrograms());
  }

  // From there.

  /**
   * The other site tells by a pack what a guest was given.
   *
   * @param daysAgo days of the letter on which it was given there
   */
  void tell(int number, String letter, List<Integer> daysAgo, Dice dice) {
    int pack = ++numbers;
    boolean tooMuch =
        clinic.happens(dice, FaultKind.TOLD_TOO_MUCH, TOO_MUCH_PERMILLE)
            && clinic.register().usual(number) + TOO_MUCH_MILLIGRAMS <= MILLIGRAMS_MOST;
    int first = dosesThere;
    dosesThere += daysAgo.size();
    clinic
        .errands()
        .add(
            (p, done) -> {
              LocalDate today = p.house.calendar().today();
              List<Told> told = new ArrayList<>();
              for (int i = 0; i < daysAgo.size(); i++) {
                int more = tooMuch && i == daysAgo.size() - 1 ? TOO_MUCH_MILLIGRAMS : 0;
                told.add(
                    new Told(
                        new DoseId("t" + (first + i)),
                        new DosePackText.Whose(letter, true),
                        today.minusDays(daysAgo.get(i)),
                        DosePart.WHOLE,
                        Outcome.TAKEN,
                        Mass.ofMilligrams(clinic.register().usual(number) + more),
                        Optional.of(Concentration.ofMilligramsPerMillilitre(10)),
                        Optional.empty()));
              }
              take(p, new Pack(pack, number, told, tooMuch), done);
            });
  }

  /** A pack of the other site about one guest. */
  private record Pack(int number, int guest, List<Told> told, boolean tooMuch) {}

  private void take(Process p, Pack pack, Consumer<Boolean> done) {
    DosePackText text =
        new DosePackText(
            new PackHead(
                OtherSite.THERE,
                OtherSite.HERE,
                pack.number(),
                p.house.clock().instant().truncatedTo(ChronoUnit.SECONDS)),
            pack.number() - 1,
            pack.told());
    String file = OtherSite.closed(text);
    String patient = clinic.patient(pack.guest()).value();
    clinic
        .judge
        .office()
        .packWritten(
            new PackTold(
                false,
                OtherSite.THERE.value(),
                pack.number(),
                Digests.sha256(file),
                List.of(),
                pack.told().stream().map(told -> dose(told, patient)).toList()));
    new DosePackIntake(p.house, OtherSite.BOOK)
        .take(
            p.session(Staff.DISPENSER_A),
            file,
            false,
            clinic
                .errands()
                .heard(
                    yes -> {
                      clinic.counts.reached(FaultKind.DOSES_BY_PACK);
                      if (pack.tooMuch()) {
                        clinic.counts.reached(FaultKind.TOLD_TOO_MUCH);
                      }
                      done.accept(true);
                    },
                    refusal -> {
                      notTaken(refusal);
                      done.accept(true);
                    },
                    done));
  }

  /** A pack of which no answer came, and that is asked about again, is taken in already. */
  private void notTaken(Refusal refusal) {
    if (!refusal.code().equals("pack-taken")) {
      clinic.judge.stuck("", "the good dose pack of another site is refused: " + refusal.code());
    }
  }
}
