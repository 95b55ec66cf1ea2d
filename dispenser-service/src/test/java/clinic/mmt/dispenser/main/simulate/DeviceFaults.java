package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.FrameRecord;
import clinic.mmt.device.LineCounters;
import clinic.mmt.device.LinkState;
import clinic.mmt.device.Permit;
import clinic.mmt.device.Pump;
import clinic.mmt.device.PumpAlarm;
import clinic.mmt.device.PumpBaseline;
import clinic.mmt.device.PumpCapabilities;
import clinic.mmt.device.PumpReport;
import clinic.mmt.device.PumpSetup;
import clinic.mmt.device.StartOutcome;
import clinic.mmt.dispenser.app.device.FingerReport;
import clinic.mmt.dispenser.app.device.PumpReading;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.app.device.Shot;
import clinic.mmt.dispenser.app.device.Started;
import clinic.mmt.dispenser.app.device.StationDevices;
import clinic.mmt.dispenser.app.device.Watched;
import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Faults of drivers and of those who trust them, as other systems had them. */
final class DeviceFaults {

  private static final Volume WIDE = Volume.ofMillilitres(90);

  private DeviceFaults() {}

  private static Fitting devices(Function<StationDevices, StationDevices> wrong) {
    return new Fitting() {
      @Override
      public StationDevices devices(StationDevices real) {
        return wrong.apply(real);
      }
    };
  }

  private static Fitting pump(Function<Pump, Pump> wrong) {
    return new Fitting() {
      @Override
      public Pump pump(Pump real) {
        return wrong.apply(real);
      }
    };
  }

  /** What a hand draws is told a little nearer to a full dose than it is. */
  static Fitting handIsExact() {
    return devices(
        real ->
            new WrongDevices(real) {
              private boolean byHand;

              @Override
              public void watchScale(Consumer<Watched> samples) {
                byHand = true;
                super.watchScale(samples);
              }

              @Override
              public void settle(Consumer<Report<Mass>> reply) {
                boolean drawn = byHand;
                byHand = false;
                super.settle(
                    weighed ->
                        reply.accept(
                            drawn
                                ? weighed.flatMap(
                                    net -> Report.ok(new Mass(net.micrograms() * 1025 / 1000)))
                                : weighed));
              }
            });
  }

  /** That the pump was told to pour counts as the proof that it did. */
  static Fitting commandTakenAsDelivery() {
    return devices(
        real ->
            new WrongDevices(real) {
              private Volume told = Volume.ZERO;

              @Override
              public void arm(Shot shot, Consumer<Report<Volume>> reply) {
                told = shot.commanded();
                super.arm(shot, reply);
              }

              @Override
              public void settle(Consumer<Report<Mass>> reply) {
                super.settle(r -> reply.accept(Report.ok(new Mass(told.microlitres() * 1050))));
              }
            });
  }

  /** After STOP the whole dose is poured again into the same cup. */
  static Fitting wholeDoseAfterStop() {
    return devices(
        real ->
            new WrongDevices(real) {
              private final Map<DoseId, Volume> whole = new HashMap<>();

              private Shot wide(Shot s) {
                Volume first = whole.computeIfAbsent(s.dose(), d -> s.commanded());
                return new Shot(s.dose(), s.intent(), first, WIDE);
              }

              @Override
              public void arm(Shot s, Consumer<Report<Volume>> reply) {
                super.arm(
                    wide(s), report -> reply.accept(report.flatMap(v -> Report.ok(s.commanded()))));
              }

              @Override
              public void start(Shot s, Consumer<Started> reply) {
                super.start(wide(s), reply);
              }
            });
  }

  /** The scale shows a little too little, and the top-up fills it up. */
  static Fitting scaleShowsTooLittle() {
    return devices(
        real ->
            new WrongDevices(real) {
              @Override
              public void settle(Consumer<Report<Mass>> reply) {
                super.settle(r -> reply.accept(r.flatMap(m -> Report.ok(m.minus(m.permille(35))))));
              }
            });
  }

  /** STOP is only noted. */
  static Fitting stopOnlyNoted() {
    return devices(
        real ->
            new WrongDevices(real) {
              @Override
              public void stop(Consumer<Report<PumpReading>> reply) {
                real.ask(
                    r ->
                        reply.accept(
                            r.flatMap(
                                p -> Report.ok(new PumpReading(false, p.counter(), p.alarm())))));
              }
            });
  }

  /** A good image of another finger is let through. */
  static Fitting mismatchAccepted() {
    return devices(
        real ->
            new WrongDevices(real) {
              @Override
              public void verify(List<StoredFinger> fingers, Consumer<FingerReport> reply) {
                super.verify(
                    fingers,
                    r ->
                        reply.accept(
                            r instanceof FingerReport.Mismatch m
                                ? new FingerReport.Match(m.score(), m.attempts())
                                : r));
              }
            });
  }

  /** A start that was not answered is sent again, as a new one. */
  static Fitting startSentAgain() {
    return pump(
        real ->
            new WrongPump(real) {
              private Volume stroke = Volume.ZERO;

              @Override
              public void arm(Permit permit, Volume volume, Consumer<Answer<Volume>> reply) {
                stroke = volume;
                real.arm(new Permit(permit.dose(), permit.intent(), WIDE), volume, reply);
              }

              @Override
              public void start(Permit permit, Consumer<StartOutcome> reply) {
                real.start(
                    permit,
                    outcome -> {
                      if (outcome instanceof StartOutcome.Unknown) {
                        Permit again = new Permit(permit.dose(), permit.intent() + "-2", WIDE);
                        real.arm(again, stroke, armed -> real.start(again, reply));
                      } else {
                        reply.accept(outcome);
                      }
                    });
              }
            });
  }

  /** A start that was not answered counts as never sent. */
  static Fitting unansweredTakenAsNotSent() {
    return pump(
        real ->
            new WrongPump(real) {
              @Override
              public void start(Permit permit, Consumer<StartOutcome> reply) {
                real.start(
                    permit,
                    outcome ->
                        reply.accept(
                            outcome instanceof StartOutcome.Unknown u
                                ? new StartOutcome.NotWritten(u.fault())
                                : outcome));
              }
            });
  }

  /** A point slips: ten times the volume is set, and the order is read back. */
  static Fitting pointSlips() {
    return pump(
        real ->
            new WrongPump(real) {
              @Override
              public void arm(Permit permit, Volume volume, Consumer<Answer<Volume>> reply) {
                real.arm(
                    new Permit(permit.dose(), permit.intent(), WIDE),
                    new Volume(Math.min(volume.microlitres() * 10, 90_000)),
                    answer -> reply.accept(answer.map(set -> volume)));
              }

              @Override
              public void start(Permit permit, Consumer<StartOutcome> reply) {
                real.start(new Permit(permit.dose(), permit.intent(), WIDE), reply);
              }
            });
  }

  /** A pump as it is; a subclass gets one thing wrong. */
  private static class WrongPump implements Pump {

    final Pump real;

    WrongPump(Pump real) {
      this.real = real;
    }

    @Override
    public PumpCapabilities capabilities() {
      return real.capabilities();
    }

    @Override
    public List<Volume> plan(Volume volume) {
      return real.plan(volume);
    }

    @Override
    public void prepare(PumpSetup setup, Consumer<Answer<PumpBaseline>> reply) {
      real.prepare(setup, reply);
    }

    @Override
    public void arm(Permit permit, Volume stroke, Consumer<Answer<Volume>> reply) {
      real.arm(permit, stroke, reply);
    }

    @Override
    public void start(Permit permit, Consumer<StartOutcome> reply) {
      real.start(permit, reply);
    }

    @Override
    public void report(Consumer<Answer<PumpReport>> reply) {
      real.report(reply);
    }

    @Override
    public void stop(Consumer<Answer<PumpReport>> reply) {
      real.stop(reply);
    }

    @Override
    public void onAlarm(Consumer<PumpAlarm> listener) {
      real.onAlarm(listener);
    }

    @Override
    public String name() {
      return real.name();
    }

    @Override
    public void identify(Consumer<Answer<DeviceIdentity>> reply) {
      real.identify(reply);
    }

    @Override
    public void onLink(Consumer<LinkState> listener) {
      real.onLink(listener);
    }

    @Override
    public List<FrameRecord> frames() {
      return real.frames();
    }

    @Override
    public LineCounters counters() {
      return real.counters();
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
