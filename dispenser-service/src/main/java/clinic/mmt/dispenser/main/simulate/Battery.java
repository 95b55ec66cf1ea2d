package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.degraded.GivenToday;
import clinic.mmt.dispenser.app.degraded.PowerSeen;
import clinic.mmt.dispenser.app.degraded.PowerWatch;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.domain.degraded.Power;
import clinic.mmt.dispenser.main.simulate.device.Dice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The mains fail, and the battery of a UPS carries the counters: until the mains are back, until it
 * is low, or until it is empty and doses are given on paper (R-122, H95). The UPS is asked while
 * the battery carries; a question about the mains is answered when something changes.
 */
final class Battery {

  private static final int PERMILLE = 30;
  private static final int LOW_PERMILLE = 650;
  private static final int EMPTY_PERMILLE = 650;

  private static final Power MAINS = new Power.Mains();
  private static final Power ENOUGH = minutes(25);
  private static final Power LOW = minutes(8);

  private static final long ANSWER_NANOS = 50_000_000L;
  private static final long PAGES_NANOS = 20_000_000L;

  /** So long after the service was told, no new pour is begun any more. */
  private static final long IN_FORCE_NANOS = 2 * Clinic.SECOND;

  /** Who drank so long before the end is on the disk: the UPS is asked every five seconds. */
  private static final long SAVED_NANOS = 12 * Clinic.SECOND;

  private final Clinic clinic;
  private Power power = MAINS;
  private Optional<Process> watched = Optional.empty();
  private Optional<Consumer<Power>> unanswered = Optional.empty();
  private Optional<PowerSeen> seen = Optional.empty();
  private List<Attendant> attendants = List.of();

  /** Whether anybody was told yet that it is too little. */
  private boolean refused;

  /** What was planned for a battery that is over happens no more. */
  private int times;

  Battery(Clinic clinic) {
    this.clinic = clinic;
  }

  private static Power minutes(int left) {
    return new Power.OnBattery(Optional.of(Duration.ofMinutes(left)), Optional.empty());
  }

  /** The day begins: the dice say whether and when the mains fail, and for how long. */
  void begin(int day, List<Attendant> all) {
    attendants = all;
    Dice dice = clinic.dice(36, day);
    if (clinic.happens(dice, FaultKind.ON_BATTERY, PERMILLE)) {
      boolean low = clinic.happens(dice, FaultKind.BATTERY_LOW, LOW_PERMILLE);
      boolean empty = low && clinic.happens(dice, FaultKind.BATTERY_EMPTY, EMPTY_PERMILLE);
      after(dice.between(60, 900), () -> mainsFail(dice, low, empty));
    }
  }

  private void after(int seconds, Runnable what) {
    clinic.time.after(clinic.world, seconds * Clinic.SECOND, what);
  }

  /** The same unless this battery is over by then. */
  private void later(int seconds, Runnable what) {
    int mine = times;
    after(
        seconds,
        () -> {
          if (mine == times) {
            what.run();
          }
        });
  }

  private void mainsFail(Dice dice, boolean low, boolean empty) {
    if (clinic.process().isEmpty() || clinic.clock.isWrong()) {
      return;
    }
    times++;
    clinic.counts.reached(FaultKind.ON_BATTERY);
    change(ENOUGH);
    clinic.process().ifPresent(this::watch);
    later(
        dice.between(30, 90),
        () -> {
          if (low) {
            low(dice, empty);
          } else {
            mainsAreBack();
          }
        });
  }

  /** Somebody is told that no new pour begins. */
  void refuses() {
    if (!refused) {
      refused = true;
      clinic.counts.reached(FaultKind.BATTERY_LOW);
    }
  }

  private void low(Dice dice, boolean empty) {
    refused = false;
    change(LOW);
    int left = dice.between(30, 90);
    Optional<Process> mine = watched;
    if (empty) {
      later(left - (int) (SAVED_NANOS / Clinic.SECOND), clinic.judge.power()::due);
      later(left, () -> empty(mine, dice));
    } else {
      later(left, this::mainsAreBack);
    }
  }

  /** Only while the service has run all the time, and knew the day, has it had its chance. */
  private void empty(Optional<Process> since, Dice dice) {
    boolean chance =
        since.isPresent()
            && since.equals(clinic.process())
            && !clinic.clock.isWrong()
            && since.get().house.calendar().today().equals(clinic.realDay());
    boolean said = seen.filter(s -> s.papers() instanceof PowerSeen.Papers.Failed).isPresent();
    if (!chance || said) {
      mainsAreBack();
      return;
    }
    clinic.counts.reached(FaultKind.BATTERY_EMPTY);
    clinic.judge.power().dark();
    mainsAreBack();
    clinic.paper.dark(attendants, Paper.out(dice));
  }

  private void mainsAreBack() {
    times++;
    clinic.judge.power().tooLittle(false);
    change(MAINS);
  }

  private void change(Power now) {
    power = now;
    clinic.story.note(clinic, () -> "power: " + now);
    unanswered.ifPresent(
        reply -> {
          unanswered = Optional.empty();
          reply.accept(now);
        });
  }

  /** A process begins; on a battery it asks the UPS at once. */
  void opened(Process p) {
    if (!power.equals(MAINS)) {
      watch(p);
    }
  }

  /** No process is there to know anything. */
  void gone() {
    watched = Optional.empty();
    unanswered = Optional.empty();
    seen = Optional.empty();
    clinic.judge.power().tooLittle(false);
  }

  /** The day is over. */
  void end() {
    mainsAreBack();
  }

  private void watch(Process p) {
    if (!watched.equals(Optional.of(p))) {
      watched = Optional.of(p);
      new PowerWatch(
              p.house,
              reply -> ask(p, reply),
              clinic.papers(new Copies(p)),
              task -> clinic.time.soon(p.life, task),
              now -> told(p, now))
          .begin();
    }
  }

  private void ask(Process p, Consumer<Power> reply) {
    if (power.equals(MAINS) && seen.filter(s -> s.power().equals(MAINS)).isPresent()) {
      unanswered = Optional.of(reply);
      return;
    }
    clinic.time.after(
        p.life,
        ANSWER_NANOS,
        () -> {
          Power now = power;
          reply.accept(now);
          if (now.equals(LOW)) {
            clinic.time.after(p.life, IN_FORCE_NANOS, this::inForce);
          }
        });
  }

  private void inForce() {
    if (power.equals(LOW)) {
      clinic.judge.power().tooLittle(true);
    }
  }

  private void told(Process p, PowerSeen now) {
    seen = Optional.of(now);
    for (int i = 0; i < clinic.stations.size(); i++) {
      p.post(i).counter.power(now);
    }
  }

  /** Papers of one process; what is on the disk stays there when it dies. */
  private final class Copies implements PowerWatch.Copies {

    private final Process p;
    private final GivenToday given;

    Copies(Process p) {
      this.p = p;
      this.given = new GivenToday(p.house);
    }

    @Override
    public void save(Consumer<Optional<String>> place) {
      p.house
          .journal()
          .transact(
              new Transaction<>(
                  "papers",
                  p.house.clock().instant(),
                  reads -> Decision.accept(List.of(), given.of(reads))),
              outcome -> {
                if (outcome instanceof Outcome.Done<List<GivenToday.Line>> done) {
                  clinic.time.after(p.life, PAGES_NANOS, () -> saved(done.answer(), place));
                } else {
                  clinic.time.soon(p.life, () -> place.accept(Optional.empty()));
                }
              });
    }

    private void saved(List<GivenToday.Line> lines, Consumer<Optional<String>> place) {
      Set<String> persons =
          lines.stream().map(line -> line.patient().value()).collect(Collectors.toSet());
      clinic.judge.power().onDisk(persons);
      place.accept(Optional.of("papers"));
    }

    @Override
    public void remove() {
      clinic.judge.power().onDisk(Set.of());
    }
  }
}
