package clinic.mmt.dispenser.station;

import clinic.mmt.device.Answer;
import clinic.mmt.device.Fault;
import clinic.mmt.device.FingerprintReader;
import clinic.mmt.device.Permit;
import clinic.mmt.device.Pump;
import clinic.mmt.device.PumpBaseline;
import clinic.mmt.device.PumpReport;
import clinic.mmt.device.Scale;
import clinic.mmt.device.StartOutcome;
import clinic.mmt.device.TokenReader;
import clinic.mmt.dispenser.app.Timers;
import clinic.mmt.dispenser.app.device.DeviceStatus;
import clinic.mmt.dispenser.app.device.EnrolReport;
import clinic.mmt.dispenser.app.device.FingerReport;
import clinic.mmt.dispenser.app.device.Prepared;
import clinic.mmt.dispenser.app.device.PumpReading;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.app.device.SearchReport;
import clinic.mmt.dispenser.app.device.Shot;
import clinic.mmt.dispenser.app.device.Started;
import clinic.mmt.dispenser.app.device.StationDevices;
import clinic.mmt.dispenser.app.device.Watched;
import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The devices of one station behind the port of the counter. Starts no thread, waits on nothing.
 */
public final class StationDriver implements StationDevices {

  private final Pump pump;
  private final TokenReader tokens;
  private final Optional<TokenReader> scanner;
  private final StationSetup setup;
  private final Executor queue;
  private final Timers timers;
  private final StatusBoard board;
  private final CupScale scale;
  private final PourWatch watch;
  private final FingerCheck fingers;
  private long preparing;

  /**
   * The devices of a station.
   *
   * @param pump the dose pump
   * @param scale the scale under the cup
   * @param reader the fingerprint reader
   * @param tokens the card reader
   * @param scanner a QR scanner beside it
   */
  public record Rig(
      Pump pump,
      Scale scale,
      FingerprintReader reader,
      TokenReader tokens,
      Optional<TokenReader> scanner) {

    /** A station without a scanner. */
    public Rig(Pump pump, Scale scale, FingerprintReader reader, TokenReader tokens) {
      this(pump, scale, reader, tokens, Optional.empty());
    }
  }

  /** Drives {@code rig}; device answers come back on {@code queue}. */
  public StationDriver(Rig rig, StationSetup setup, Timers timers, Executor queue) {
    this.pump = rig.pump();
    this.tokens = rig.tokens();
    this.scanner = rig.scanner();
    this.setup = setup;
    this.queue = queue;
    this.timers = timers;
    this.board = new StatusBoard(setup, queue);
    this.scale = new CupScale(rig.scale(), setup.profile(), timers, queue);
    this.watch = new PourWatch(pump, scale, timers, queue);
    this.fingers = new FingerCheck(rig.reader(), queue);
    board.add(pump, "pump");
    board.add(rig.scale(), "scale", scale::lost);
    board.add(rig.reader(), "fingerprint");
    board.add(tokens, "token");
    scanner.ifPresent(s -> board.add(s, "scanner"));
    scale.start();
  }

  @Override
  public void onToken(Consumer<String> listener) {
    tokens.onToken(token -> listener.accept(token.canonical()));
    scanner.ifPresent(s -> s.onToken(token -> listener.accept(token.canonical())));
  }

  /** The fault says why and has nothing of what was read. */
  @Override
  public void onUnreadable(Runnable listener) {
    tokens.onUnreadable(fault -> listener.run());
    scanner.ifPresent(s -> s.onUnreadable(fault -> listener.run()));
  }

  @Override
  public void look(String device, String identity, Consumer<Report<String>> reply) {
    board.look(device, identity, reply);
  }

  @Override
  public void bind(String device, String identity) {
    board.bind(device, identity);
  }

  @Override
  public void onCup(Consumer<Boolean> listener) {
    scale.onCup(listener);
  }

  @Override
  public void onStatus(Consumer<List<DeviceStatus>> listener) {
    board.listen(listener);
  }

  @Override
  public void prepare(Consumer<Report<Prepared>> reply) {
    long mine = ++preparing;
    scale.busy();
    pump.prepare(setup.pump(), answer -> queue.execute(() -> pumpReady(mine, answer, reply)));
  }

  @Override
  public void prepareCup(Consumer<Report<Prepared>> reply) {
    preparing++;
    scale.busy();
    scale.tareCup(
        board,
        tared ->
            reply.accept(
                tared.flatMap(
                    cup ->
                        Report.ok(
                            new Prepared("", cup.scale(), Volume.ZERO, cup.tare(), List.of())))));
  }

  @Override
  public void preparePump(Consumer<Report<Prepared>> reply) {
    preparing++;
    pump.prepare(setup.pump(), answer -> queue.execute(() -> reply.accept(alone(answer))));
  }

  private Report<Prepared> alone(Answer<PumpBaseline> answer) {
    return switch (answer) {
      case Answer.Ok<PumpBaseline>(PumpBaseline b) ->
          board
              .same(pump.name(), b.identity())
              .flatMap(
                  same ->
                      Report.ok(
                          new Prepared(
                              b.identity().text(),
                              "",
                              b.found(),
                              b.counter(),
                              Mass.ZERO,
                              b.cleared().stream().map(Faults::text).toList())));
      case Answer.Failed<PumpBaseline>(Fault fault) -> Faults.trouble(pump.name(), fault);
    };
  }

  private void pumpReady(long mine, Answer<PumpBaseline> answer, Consumer<Report<Prepared>> reply) {
    if (mine != preparing) {
      reply.accept(Faults.trouble(pump.name(), new Fault.CancelledByStop("prepare")));
      return;
    }
    switch (answer) {
      case Answer.Ok<PumpBaseline>(PumpBaseline b) -> {
        switch (board.same(pump.name(), b.identity())) {
          case Report.Ok<clinic.mmt.device.DeviceIdentity> ok ->
              scale.tareCup(board, tared -> reply.accept(prepared(b, tared)));
          case Report.Trouble<clinic.mmt.device.DeviceIdentity> t ->
              reply.accept(Report.trouble(t.code(), t.text(), t.wayOn()));
        }
      }
      case Answer.Failed<PumpBaseline>(Fault fault) ->
          reply.accept(Faults.trouble(pump.name(), fault));
    }
  }

  private static Report<Prepared> prepared(PumpBaseline baseline, Report<CupScale.TaredCup> tared) {
    return tared.flatMap(
        cup ->
            Report.ok(
                new Prepared(
                    baseline.identity().text(),
                    cup.scale(),
                    baseline.found(),
                    baseline.counter(),
                    cup.tare(),
                    baseline.cleared().stream().map(Faults::text).toList())));
  }

  /** A restart of the service or of the pump forgot its rate; a running pump is left alone. */
  @Override
  public void prepareRest(Consumer<Report<PumpReading>> reply) {
    ask(
        report -> {
          if (report instanceof Report.Ok<PumpReading>(PumpReading r) && !r.running()) {
            pump.prepare(setup.pump(), answer -> queue.execute(() -> reply.accept(ready(answer))));
          } else {
            reply.accept(report);
          }
        });
  }

  private Report<PumpReading> ready(Answer<PumpBaseline> answer) {
    return switch (answer) {
      case Answer.Ok<PumpBaseline>(PumpBaseline b) ->
          board
              .same(pump.name(), b.identity())
              .flatMap(same -> Report.ok(new PumpReading(false, b.counter(), Optional.empty())));
      case Answer.Failed<PumpBaseline>(Fault fault) -> Faults.trouble(pump.name(), fault);
    };
  }

  @Override
  public boolean pumpPoursAlone() {
    return pump.capabilities().mayPourWithoutScale();
  }

  @Override
  public void cancelPrepare() {
    preparing++;
    scale.rest();
  }

  @Override
  public void recheck(Consumer<Report<Mass>> reply) {
    scale.recheck(reply);
  }

  private static Permit permit(Shot shot) {
    return new Permit(shot.dose().value(), shot.intent().value(), shot.cap());
  }

  @Override
  public void arm(Shot shot, Consumer<Report<Volume>> reply) {
    scale.pouring();
    pump.arm(
        permit(shot),
        shot.commanded(),
        answer ->
            queue.execute(
                () ->
                    reply.accept(
                        switch (answer) {
                          case Answer.Ok<Volume>(Volume v) -> Report.ok(v);
                          case Answer.Failed<Volume>(Fault f) -> Faults.trouble(pump.name(), f);
                        })));
  }

  @Override
  public void start(Shot shot, Consumer<Started> reply) {
    pump.start(
        permit(shot),
        outcome ->
            queue.execute(
                () ->
                    reply.accept(
                        switch (outcome) {
                          case StartOutcome.Started s -> new Started.Runs();
                          case StartOutcome.NotWritten n ->
                              new Started.NotWritten(words(n.fault()));
                          case StartOutcome.Unknown u -> new Started.Unanswered(words(u.fault()));
                        })));
  }

  private String words(Fault fault) {
    return switch (Faults.<Boolean>trouble(pump.name(), fault)) {
      case Report.Ok<Boolean> ok -> "";
      case Report.Trouble<Boolean> t -> t.text();
    };
  }

  @Override
  public void watch(Consumer<Watched> samples) {
    scale.busy();
    watch.begin(samples);
  }

  @Override
  public void watchScale(Consumer<Watched> samples) {
    scale.pouring();
    watch.beginScale(samples);
  }

  @Override
  public void endWatch() {
    watch.end();
  }

  @Override
  public void ask(Consumer<Report<PumpReading>> reply) {
    pump.report(answer -> queue.execute(() -> reply.accept(reading(answer))));
  }

  @Override
  public void stop(Consumer<Report<PumpReading>> reply) {
    pump.stop(answer -> queue.execute(() -> reply.accept(reading(answer))));
  }

  private Report<PumpReading> reading(Answer<PumpReport> answer) {
    return switch (answer) {
      case Answer.Ok<PumpReport>(PumpReport r) -> Report.ok(PourWatch.reading(r));
      case Answer.Failed<PumpReport>(Fault f) -> Faults.trouble(pump.name(), f);
    };
  }

  @Override
  public void settle(Consumer<Report<Mass>> reply) {
    scale.busy();
    new CupSettling(
            scale,
            timers,
            queue,
            report -> {
              scale.rest();
              reply.accept(report);
            })
        .begin();
  }

  @Override
  public Volume shotFor(Volume volume) {
    List<Volume> strokes = pump.plan(volume);
    return strokes.size() == 1 ? strokes.getFirst() : Volume.ZERO;
  }

  @Override
  public Volume strokeOf(Volume volume) {
    return pump.plan(volume).stream().findFirst().orElse(Volume.ZERO);
  }

  @Override
  public Volume smallestShot() {
    return pump.capabilities().smallestVolume();
  }

  @Override
  public long pourMillisMost(Volume volume) {
    return setup.pump().rate().millisFor(volume) * 3 / 2 + 5000;
  }

  @Override
  public void verify(List<StoredFinger> stored, Consumer<FingerReport> reply) {
    fingers.verify(stored, reply);
  }

  @Override
  public void enrol(Consumer<EnrolReport> reply) {
    fingers.enrol(reply);
  }

  @Override
  public void search(List<StoredFinger> among, Consumer<SearchReport> reply) {
    fingers.search(among, reply);
  }

  @Override
  public void cancelVerify() {
    fingers.cancel();
  }

  @Override
  public void released() {
    watch.end();
    scale.rest();
  }
}
