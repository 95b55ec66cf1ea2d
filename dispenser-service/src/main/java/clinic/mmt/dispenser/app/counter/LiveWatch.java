package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.device.PumpReading;
import clinic.mmt.dispenser.app.device.StationDevices;
import clinic.mmt.dispenser.app.device.Watched;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseEvent;
import clinic.mmt.dispenser.domain.dispense.Intent;
import clinic.mmt.dispenser.domain.dispense.IntentId;
import clinic.mmt.dispenser.domain.dispense.LiveCheck;
import clinic.mmt.dispenser.domain.dispense.LiveSample;
import clinic.mmt.dispenser.domain.dispense.Weighing;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Watches pump and scale while liquid flows, and stops the pump when they part. */
final class LiveWatch {

  /** The pump's counter may lack this much of the command when it stands: one count. */
  private static final Volume ONE_COUNT = Volume.ofMicrolitres(10);

  private final House house;
  private final Desk desk;
  private final StationDevices devices;
  private final Pouring pouring;
  private final Executor queue;

  private Optional<Watching> watching = Optional.empty();

  /** The one watched now or before. */
  private Optional<Watching> last = Optional.empty();

  LiveWatch(House house, Desk desk, StationDevices devices, Pouring pouring, Executor queue) {
    this.house = house;
    this.desk = desk;
    this.devices = devices;
    this.pouring = pouring;
    this.queue = queue;
  }

  /** One watched intent. */
  private static final class Watching {
    final Dose dose;
    final Intent intent;
    final long startNanos;
    final Density density;
    LiveCheck check;
    Volume pumped = Volume.ZERO;
    Volume weighed = Volume.ZERO;

    Watching(Dose dose, long startNanos, Density density, LiveCheck check) {
      this.dose = dose;
      this.intent = dose.intents().getLast();
      this.startNanos = startNanos;
      this.density = density;
      this.check = check;
    }
  }

  /** Begins with the pump's answer, whatever the store does; once for an intent. */
  void begin(Dose dose) {
    Intent intent = dose.intents().getLast();
    if (watching.filter(w -> w.intent.id().equals(intent.id())).isPresent()) {
      return;
    }
    Density density = density();
    Volume over =
        Volume.ofMicrolitres(100)
            .orMore(house.profile(dose.day()).accept().limit(intent.commanded()));
    Mass before = dose.weighing().map(Weighing::net).orElse(Mass.ZERO);
    LiveCheck.Limits limits =
        new LiveCheck.Limits(
            intent.commanded(), before, density, over, devices.pourMillisMost(intent.commanded()));
    watching =
        Optional.of(new Watching(dose, house.timers().nanos(), density, LiveCheck.of(limits)));
    last = watching;
    show(watching.get());
    devices.watch(sample -> queue.execute(() -> heard(intent.id(), sample)));
  }

  /** Shows the weight of what a person draws; nothing is stopped, since nothing runs. */
  void byHand(Dose dose) {
    LiveCheck.Limits limits =
        new LiveCheck.Limits(Volume.ZERO, Mass.ZERO, density(), Volume.ZERO, Long.MAX_VALUE);
    Watching w = new Watching(dose, house.timers().nanos(), density(), LiveCheck.of(limits));
    watching = Optional.of(w);
    last = watching;
    show(w);
    devices.watchScale(sample -> queue.execute(() -> drawn(w, sample)));
  }

  private void drawn(Watching w, Watched sample) {
    if (watching.filter(now -> now == w).isPresent() && sample instanceof Watched.ScaleSaid s) {
      w.weighed = w.density.volumeOf(s.net());
      show(w);
    }
  }

  private Density density() {
    long middle =
        (house.profile().lightest().microgramsPerMillilitre()
                + house.profile().heaviest().microgramsPerMillilitre())
            / 2;
    return desk.mounted.flatMap(m -> m.density()).orElse(new Density(middle));
  }

  /** What the pump was seen to have delivered for an intent; a lost counter takes none of it. */
  Volume seen(IntentId intent) {
    return last.filter(w -> w.intent.id().equals(intent)).map(w -> w.pumped).orElse(Volume.ZERO);
  }

  void end() {
    watching = Optional.empty();
    devices.endWatch();
  }

  private void heard(IntentId intent, Watched sample) {
    watching
        .filter(w -> w.intent.id().equals(intent))
        .ifPresent(
            w -> {
              switch (sample) {
                case Watched.PumpSaid s -> pump(w, s);
                case Watched.ScaleSaid s when w.dose.unweighed() -> {}
                case Watched.NoWeight s when w.dose.unweighed() -> {}
                case Watched.ScaleSaid s -> weight(w, s);
                case Watched.NoWeight s ->
                    check(
                        w,
                        new LiveSample.NoWeight(
                            physics(w, s.askedNanos()), physics(w, s.heardNanos()), s.underload()));
                case Watched.PumpSilent s -> {}
                case Watched.PumpLost s -> lost(w);
              }
            });
  }

  /** Milliseconds of physics from the start of the intent to a monotonic time. */
  private long physics(Watching w, long nanos) {
    return house.timers().physicsMillisSince(w.startNanos)
        - house.timers().physicsMillisSince(nanos);
  }

  private void lost(Watching w) {
    end();
    desk.pump.lost();
    pouring.tell(w.dose.id(), new DoseEvent.PumpLost(pouring.now(), "the pump's line is gone"));
  }

  private void pump(Watching w, Watched.PumpSaid s) {
    w.pumped = Pouring.pumped(w.dose, s.reading()).orMore(w.pumped);
    show(w);
    if (!s.reading().running()) {
      standing(w, s.reading());
      return;
    }
    check(
        w, new LiveSample.Pumped(physics(w, s.askedNanos()), physics(w, s.heardNanos()), w.pumped));
  }

  private void weight(Watching w, Watched.ScaleSaid s) {
    w.weighed = w.density.volumeOf(s.net());
    show(w);
    check(
        w, new LiveSample.Weighed(physics(w, s.askedNanos()), physics(w, s.heardNanos()), s.net()));
  }

  private void check(Watching w, LiveSample sample) {
    w.check = w.check.after(sample);
    if (w.check.verdict() instanceof LiveCheck.Verdict.Stop stop) {
      stop(w, stop.cause());
    }
  }

  private void show(Watching w) {
    desk.live = Optional.of(new Snapshot.Live(w.intent.commanded(), w.pumped, w.weighed));
    desk.tick();
  }

  private void standing(Watching w, PumpReading reading) {
    end();
    desk.pump.stands(reading.counter());
    if (reading.alarm().isEmpty() && !w.pumped.plus(ONE_COUNT).isLessThan(w.intent.commanded())) {
      pouring.tell(w.dose.id(), new DoseEvent.PumpFinished(pouring.now(), w.pumped));
      return;
    }
    desk.alarmSeen |= reading.alarm().isPresent();
    String why = reading.alarm().orElse("the pump stopped before its volume");
    desk.notice("pump-stopped", "The pump stopped by itself: " + why, "see the pump");
    pouring.tell(w.dose.id(), new DoseEvent.StopAsked(pouring.now(), Optional.empty(), why));
  }

  private void stop(Watching w, LiveCheck.Cause cause) {
    end();
    devices.stop(report -> {});
    String why = cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
    desk.notice(why, "The live check stopped the pour: " + why + ".", "look at cup and tube");
    pouring.tell(w.dose.id(), new DoseEvent.StopAsked(pouring.now(), Optional.empty(), why));
  }
}
