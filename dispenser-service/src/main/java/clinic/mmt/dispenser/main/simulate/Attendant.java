package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.counter.Snapshot;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.main.simulate.device.Cup;
import clinic.mmt.dispenser.main.simulate.device.Dice;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The dispenser of one station: looks at screen, cup and patient a few times a second and does the
 * next thing. What to do follows from what is seen, so it goes on after any crash.
 */
final class Attendant {

  private static final long LOOK_NANOS = 500_000_000L;
  private static final long STUCK_NANOS = 1800 * Clinic.SECOND;

  final Clinic clinic;
  final int index;
  final Station station;
  final Hands hands;
  final Deque<Visit> queue = new ArrayDeque<>();
  private final Door door;
  private final Bench bench;
  private final Drinkers drinkers;
  private final Mischief mischief;
  private final Outage outage = new Outage(this);

  /** Who stands at the counter. */
  Optional<Visit> visit = Optional.empty();

  private boolean working;
  private boolean second;
  private Optional<Process> knows = Optional.empty();
  private Dice dice;
  private List<Attendant> all = List.of();

  Attendant(Clinic clinic, int index) {
    this.clinic = clinic;
    this.index = index;
    this.station = clinic.stations.get(index);
    this.hands = new Hands(clinic, index, index == 0 ? Staff.DISPENSER_A : Staff.DISPENSER_B);
    this.mischief = new Mischief(this);
    this.door = new Door(this);
    this.bench = new Bench(this);
    this.drinkers = new Drinkers(this);
    this.dice = clinic.dice(3, index);
  }

  Mischief mischief() {
    return mischief;
  }

  Door door() {
    return door;
  }

  Outage outage() {
    return outage;
  }

  Drinkers drinkers() {
    return drinkers;
  }

  void others(List<Attendant> everybody) {
    all = everybody;
  }

  /** The same patient comes again, to this or another counter, without further mischief. */
  void comesTo(int counter, Visit v, boolean again) {
    Visit more =
        new Visit(v.number, v.patient, clinic.dice(5, v.number, clinic.time.nanos()), Set.of());
    more.again = again;
    if (counter == index) {
      queue.add(more);
    } else {
      all.get(counter).queue.addFirst(more);
    }
  }

  /** Who takes over. */
  Staff relief() {
    return switch (hands.who) {
      case DISPENSER_A -> Staff.RELIEF_A;
      case RELIEF_A -> Staff.DISPENSER_A;
      case DISPENSER_B -> Staff.RELIEF_B;
      case RELIEF_B -> Staff.DISPENSER_B;
      case WATCHER, PHARMACIST, DOCTOR, HEAD -> hands.who;
    };
  }

  /** The day begins. */
  void begin(int day) {
    working = true;
    second = index == 1;
    dice = clinic.dice(3, index, day);
    station.table.lift();
    outage.begin(day);
    hands.who = index == 0 ? Staff.DISPENSER_A : Staff.DISPENSER_B;
    clinic.time.after(clinic.world, LOOK_NANOS, this::look);
  }

  /** Nobody is here and nobody is waited for. */
  boolean finished() {
    return queue.isEmpty() && visit.isEmpty() && drinkers.none();
  }

  /** The day is over. */
  void end() {
    working = false;
  }

  private void look() {
    if (!working) {
      return;
    }
    clinic.time.after(clinic.world, LOOK_NANOS, this::look);
    station.pump.settle();
    Optional<Process> process = clinic.process();
    Optional<Snapshot> screen = process.flatMap(p -> p.post(index).screen());
    if (process.isEmpty() || screen.isEmpty()) {
      return;
    }
    if (!knows.equals(process)) {
      knows = process;
      signIn(process.get());
      return;
    }
    if (!hands.waiting()) {
      act(process.get(), screen.get());
    }
  }

  private void act(Process p, Snapshot s) {
    drinkers.look(p, s);
    if (hands.waiting()) {
      return;
    }
    if (s.onScale().isPresent()) {
      atScale(p, s, s.onScale().get());
    } else {
      door.look(p, s);
    }
  }

  private void atScale(Process p, Snapshot s, State state) {
    visit
        .filter(v -> v.patient.equals(state.dose().patient()))
        .ifPresentOrElse(
            v -> {
              v.dose = Optional.of(state.dose().id());
              watchTime(v, state);
              if (Door.ASKS.contains(s.stage())) {
                door.look(p, s);
              } else {
                bench.look(p, s, v, state);
              }
            },
            () -> orphan(state));
  }

  /** A dose of somebody who is not here any more: it is finished all the same. */
  private void orphan(State state) {
    visit.ifPresent(v -> clinic.judge.identified(state.dose().id().value(), v.patient.value()));
    Visit v =
        new Visit(
            clinic.register().number(state.dose().patient()),
            state.dose().patient(),
            dice,
            Set.of());
    v.here = false;
    v.dose = Optional.of(state.dose().id());
    visit.ifPresent(queue::addFirst);
    visit = Optional.of(v);
  }

  private void watchTime(Visit v, State state) {
    String phase = state.phase().name();
    long now = clinic.time.nanos();
    if (!v.phase.equals(phase)) {
      v.phase = phase;
      v.phaseNanos = now;
    }
    if (now - v.phaseNanos > STUCK_NANOS) {
      clinic.judge.stuck(
          state.dose().id().value(), "stays in " + phase + " for " + STUCK_NANOS / Clinic.SECOND);
      v.phaseNanos = now;
    }
  }

  void signIn(Process p) {
    p.post(index).counter.signIn(p.session(hands.who), () -> {});
    if (second) {
      p.post(index).counter.signIn(p.session(Staff.WATCHER), () -> {});
      p.post(index).counter.signIn(p.session(hands.who), () -> {});
    }
    p.post(index).counter.stockChanged();
  }

  /** A fresh, clean cup. */
  Cup freshCup() {
    return new Cup(4_000_000L + dice.between(0, 150) * 10_000L);
  }

  /** Puts a fresh cup on, whatever stood there; what was in it goes into the waste container. */
  void replaceCup() {
    station.table.lift().ifPresent(this::empty);
    station.table.put(freshCup());
  }

  /** Empties a cup into the waste container. */
  void empty(Cup cup) {
    long left = cup.takeOut(Long.MAX_VALUE);
    if (left > 0) {
      clinic.judge.wasted(cup.dose(), left);
    }
  }

  /** The visit is over: the patient goes, and everything is put right for the next. */
  void over(Visit v) {
    v.done = true;
    v.here = false;
    visit = visit.filter(at -> at != v);
    station.reader.finger(Optional.empty());
    mischief.over(v);
  }
}
