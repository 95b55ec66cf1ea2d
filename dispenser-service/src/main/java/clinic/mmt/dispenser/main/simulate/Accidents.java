package clinic.mmt.dispenser.main.simulate;

import java.util.Map;
import java.util.function.BiConsumer;

/** What strikes at any moment of a visit: cables, power, disk, clock, the process itself. */
final class Accidents {

  private static final long SECOND = Clinic.SECOND;
  private static final long MILLI = 1_000_000L;
  private static final long HOUR_MILLIS = 3_600_000L;

  /** A visit takes about so long. */
  private static final int VISIT_MILLIS = 13_000;

  private final Attendant at;
  private final Clinic clinic;
  private final Map<FaultKind, BiConsumer<Visit, FaultKind>> menu;

  Accidents(Attendant at) {
    this.at = at;
    this.clinic = at.clinic;
    this.menu =
        Map.ofEntries(
            Map.entry(FaultKind.PUMP_SILENT, this::pumpSilent),
            Map.entry(FaultKind.PUMP_UNPLUGGED, this::pumpUnplugged),
            Map.entry(FaultKind.PUMP_REBOOTS, this::pumpReboots),
            Map.entry(FaultKind.SCALE_STUCK, this::scaleStuck),
            Map.entry(FaultKind.DRAUGHT, this::draught),
            Map.entry(FaultKind.SCALE_SILENT, this::scaleSilent),
            Map.entry(FaultKind.SCALE_UNPLUGGED, this::scaleUnplugged),
            Map.entry(FaultKind.HAND_ON_SCALE, this::hand),
            Map.entry(FaultKind.DISK_FULL, this::diskFull),
            Map.entry(FaultKind.PROCESS_DIES, this::processDies),
            Map.entry(FaultKind.POWER_FAILS, this::powerFails),
            Map.entry(FaultKind.CLOCK_BACK, this::clock),
            Map.entry(FaultKind.CLOCK_AHEAD, this::clock),
            Map.entry(FaultKind.CLOCK_NEXT_DAY, this::clock),
            Map.entry(FaultKind.CLOCK_LOST, this::clockLost));
  }

  /** Strikes at a moment of the visit that the dice choose. */
  void plan(Visit v) {
    for (FaultKind kind : FaultKind.values()) {
      BiConsumer<Visit, FaultKind> accident = menu.get(kind);
      if (accident != null && v.takes(kind)) {
        clinic.time.after(
            clinic.world,
            v.dice.between(0, VISIT_MILLIS) * MILLI,
            () -> {
              if (!v.done) {
                accident.accept(v, kind);
              }
            });
      }
    }
  }

  private void reached(Visit v, FaultKind kind) {
    clinic.counts.reached(kind);
    clinic.story.note(clinic, () -> kind.word() + " with " + v.number);
  }

  private void later(long nanos, Runnable what) {
    clinic.time.after(clinic.world, nanos, what);
  }

  private long until(Visit v, int least, int most) {
    return clinic.time.nanos() + v.dice.between(least, most) * MILLI;
  }

  private void pumpSilent(Visit v, FaultKind kind) {
    reached(v, kind);
    at.station.pump.trouble().silent(until(v, 200, 8000));
  }

  private void pumpUnplugged(Visit v, FaultKind kind) {
    if (!at.station.pumpPlug.in()) {
      return;
    }
    reached(v, kind);
    at.station.pumpPlug.pull();
    at.station.pump.hostGone();
    later(
        v.dice.between(500, 15_000) * MILLI,
        () -> {
          at.station.pump.hostBack();
          at.station.pumpPlug.plugIn();
        });
  }

  private void pumpReboots(Visit v, FaultKind kind) {
    reached(v, kind);
    at.station.pump.powerFails();
  }

  private void scaleStuck(Visit v, FaultKind kind) {
    reached(v, kind);
    at.station.scale.stick();
    lies();
    later(
        v.dice.between(1000, 20_000) * MILLI,
        () -> {
          at.station.scale.loosen();
          liesNoLonger();
        });
  }

  private void draught(Visit v, FaultKind kind) {
    reached(v, kind);
    at.station.table.draught(v.dice.between(500, 30_000) * MILLI);
  }

  private void scaleSilent(Visit v, FaultKind kind) {
    reached(v, kind);
    at.station.scale.silent(until(v, 200, 8000));
  }

  private void scaleUnplugged(Visit v, FaultKind kind) {
    if (!at.station.scalePlug.in()) {
      return;
    }
    reached(v, kind);
    at.station.scale.powerFails();
    at.station.scalePlug.pull();
    later(v.dice.between(500, 15_000) * MILLI, at.station.scalePlug::plugIn);
  }

  private void hand(Visit v, FaultKind kind) {
    reached(v, kind);
    at.station.table.hand(v.dice.between(-300, 3000) * 10_000L);
    lies();
    later(
        v.dice.between(300, 8000) * MILLI,
        () -> {
          at.station.table.hand(0);
          liesNoLonger();
        });
  }

  private void lies() {
    clinic.judge.misled(at.station.id.value(), true);
  }

  private void liesNoLonger() {
    clinic.judge.misled(at.station.id.value(), false);
  }

  private void diskFull(Visit v, FaultKind kind) {
    reached(v, kind);
    clinic.disk.failing("disk full");
    later(v.dice.between(200, 20_000) * MILLI, clinic.disk::repaired);
  }

  private void processDies(Visit v, FaultKind kind) {
    clinic
        .process()
        .ifPresent(
            p -> {
              reached(v, kind);
              p.life.burn(v.dice.between(0, 40));
            });
  }

  private void powerFails(Visit v, FaultKind kind) {
    if (clinic.process().isPresent()) {
      reached(v, kind);
      clinic.stations.forEach(Station::powerFails);
      clinic.die();
    }
  }

  /** The clock's battery is empty: the service starts again on whatever day the clock says. */
  private void clockLost(Visit v, FaultKind kind) {
    if (clinic.process().isPresent() && !clinic.clock.isWrong()) {
      powerFails(v, kind);
      long days = v.dice.permille(500) ? v.dice.between(1, 40) : -v.dice.between(1, 400);
      clinic.clock.wrong(days * 24L * HOUR_MILLIS);
      later(v.dice.between(15, 300) * SECOND, () -> clinic.clock.wrong(0));
    }
  }

  private void clock(Visit v, FaultKind kind) {
    if (clinic.clock.isWrong()) {
      return;
    }
    reached(v, kind);
    clinic.clock.wrong(
        switch (kind == FaultKind.CLOCK_NEXT_DAY ? 2 : v.dice.between(0, 2)) {
          case 0 -> sign(kind) * 1000L;
          case 1 -> sign(kind) * v.dice.between(1, 600) * 1000L;
          default -> far(v, kind);
        });
    later(v.dice.between(2, 120) * SECOND, () -> clinic.clock.wrong(0));
  }

  private static long sign(FaultKind kind) {
    return kind == FaultKind.CLOCK_BACK ? -1 : 1;
  }

  private static long far(Visit v, FaultKind kind) {
    return switch (kind) {
      case CLOCK_BACK -> -v.dice.between(1, 9600) * HOUR_MILLIS;
      case CLOCK_NEXT_DAY -> v.dice.between(1, 400) * 24L * HOUR_MILLIS;
      default -> v.dice.between(1, 9) * HOUR_MILLIS;
    };
  }
}
