package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.main.simulate.device.Dice;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Lets a clinic live through its days, one after the other. */
final class Days {

  private static final long DAY_NANOS = 86_400 * Clinic.SECOND;

  /** Longest opening of a simulated day. */
  private static final long OPEN_NANOS = 4 * 3600 * Clinic.SECOND;

  /** So many visits of a thousand have something go wrong. */
  private static final int FAULTY_PERMILLE = 65;

  private static final int SECOND_FAULT_PERMILLE = 150;

  /** Nobody stays away for more days; the table of missed days has rows for fewer and for more. */
  private static final int AWAY_MOST = 12;

  /** So many of a thousand come although a bottle covers the day. */
  private static final int COMES_ALL_THE_SAME_PERMILLE = 150;

  private final Clinic clinic;
  private final Map<Integer, Integer> backOn = new HashMap<>();
  private final List<Attendant> attendants;
  private final List<Integer> numbers;
  private final OpenDays openDays;
  private final Fingers fingers;

  Days(Clinic clinic) {
    this.clinic = clinic;
    this.numbers = List.copyOf(new TreeSet<>(clinic.scenario.patients()));
    this.openDays = new OpenDays(clinic);
    this.fingers = new Fingers(clinic);
    this.attendants =
        IntStream.range(0, clinic.stations.size()).mapToObj(i -> new Attendant(clinic, i)).toList();
    attendants.forEach(a -> a.others(attendants));
  }

  /** Lives through one day; false when something was seen that must never be. */
  boolean live(int day) {
    clinic.time.skipTo(day * DAY_NANOS);
    clinic.open(() -> {});
    while (clinic.process().isEmpty()) {
      step();
    }
    openDays.begin(day);
    clinic.travels().begin(day);
    clinic.visitors().begin(day);
    clinic.orderPosts().begin(day);
    clinic.held().begin(day);
    clinic.handOvers().begin(day);
    clinic.absentees().begin(day);
    fingers.begin(day);
    clinic.ruleChanges().begin(day);
    clinic.patientFiles().begin(day);
    clinic.stockDays.begin(day);
    errands();
    bookVisits(day);
    attendants.forEach(a -> a.begin(day));
    clinic.paper.begin(day, attendants);
    clinic.battery.begin(day, attendants);
    long closing = clinic.time.nanos() + OPEN_NANOS;
    untilFinished(closing);
    openDays.end(day);
    untilFinished(closing);
    attendants.forEach(Attendant::end);
    clinic.close();
    clinic.judge.dayEnds();
    return clinic.judge.content();
  }

  private void errands() {
    while (!clinic.errands().none() && clinic.judge.content()) {
      step();
    }
  }

  /** Nobody is here, and nothing is left to do; a doctor may still send somebody back. */
  private void untilFinished(long closing) {
    while (!(finished() && clinic.errands().none()) && clinic.judge.content()) {
      step();
      if (clinic.time.nanos() > closing) {
        clinic.judge.stuck("", "the day does not end");
      }
    }
  }

  private void step() {
    if (!clinic.time.step()) {
      throw new IllegalStateException("nothing is left to happen");
    }
  }

  private boolean finished() {
    for (Attendant attendant : attendants) {
      if (!attendant.finished()) {
        return false;
      }
    }
    return clinic.process().isPresent() && !clinic.clock.isWrong();
  }

  private void bookVisits(int day) {
    for (int number : numbers) {
      Dice dice = clinic.dice(1, day, number);
      Set<FaultKind> faults = faults(dice);
      if (comes(number, day, faults, dice)) {
        attendants
            .get(number % attendants.size())
            .queue
            .add(new Visit(number, clinic.patient(number), dice, faults));
      }
    }
    clinic.visitors().coming(number -> comes(day, number));
    clinic.orderPosts().coming(number -> comes(day, number));
    clinic.patientFiles().coming(number -> comes(day, number));
  }

  /** Somebody of another site comes, with nothing else going wrong. */
  private void comes(int day, int number) {
    Visit visit =
        new Visit(
            number,
            clinic.patient(number),
            clinic.dice(1, day, number),
            EnumSet.noneOf(FaultKind.class));
    attendants.getFirst().queue.add(visit);
  }

  private boolean comes(int number, int day, Set<FaultKind> faults, Dice dice) {
    if (!clinic.travels().comes(number)
        || clinic.handOvers().isAway(number)
        || clinic.absentees().isAway(number)
        || day < backOn.getOrDefault(number, 0)) {
      return false;
    }
    if (clinic.homeDoses().covered(number)) {
      return dice.permille(COMES_ALL_THE_SAME_PERMILLE) && mayComeAllTheSame();
    }
    if (!faults.remove(FaultKind.STAYS_AWAY)) {
      return true;
    }
    clinic.counts.reached(FaultKind.STAYS_AWAY);
    backOn.put(number, day + dice.between(1, AWAY_MOST));
    clinic.office().triesToReach(number);
    return false;
  }

  private boolean mayComeAllTheSame() {
    return clinic.scenario.faults().contains(FaultKind.COMES_WHILE_COVERED)
        && clinic.scenario.faults().contains(FaultKind.BOTTLE_LOST);
  }

  private Set<FaultKind> faults(Dice dice) {
    Set<FaultKind> chosen = EnumSet.noneOf(FaultKind.class);
    if (dice.permille(FAULTY_PERMILLE)) {
      chosen.add(one(dice));
      if (dice.permille(SECOND_FAULT_PERMILLE)) {
        chosen.add(one(dice));
      }
      chosen.retainAll(clinic.scenario.faults());
    }
    return chosen;
  }

  private static FaultKind one(Dice dice) {
    return FaultKind.ALL.get(dice.between(0, FaultKind.ALL.size() - 1));
  }
}
