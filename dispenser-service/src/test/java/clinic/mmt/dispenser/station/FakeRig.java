package clinic.mmt.dispenser.station;

import clinic.mmt.device.Answer;
import clinic.mmt.device.Device;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.FingerResult;
import clinic.mmt.device.FingerTemplate;
import clinic.mmt.device.FingerprintReader;
import clinic.mmt.device.FrameRecord;
import clinic.mmt.device.LineCounters;
import clinic.mmt.device.LinkState;
import clinic.mmt.device.Permit;
import clinic.mmt.device.Pump;
import clinic.mmt.device.PumpAlarm;
import clinic.mmt.device.PumpBaseline;
import clinic.mmt.device.PumpCapabilities;
import clinic.mmt.device.PumpMotion;
import clinic.mmt.device.PumpReport;
import clinic.mmt.device.PumpSetup;
import clinic.mmt.device.Scale;
import clinic.mmt.device.ScaleReading;
import clinic.mmt.device.StartOutcome;
import clinic.mmt.device.Token;
import clinic.mmt.device.TokenReader;
import clinic.mmt.device.VerifyLimits;
import clinic.mmt.quantity.FlowRate;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Four devices that answer at once what a test tells them. */
final class FakeRig {

  final List<String> asked = new ArrayList<>();
  final FakePump pump = new FakePump();
  final FakeScale scale = new FakeScale();
  final FakeReader reader = new FakeReader();
  final FakeTokens tokens = new FakeTokens();

  StationDriver.Rig rig() {
    return new StationDriver.Rig(pump, scale, reader, tokens);
  }

  /** What all four have in common. */
  abstract static class Fake implements Device {
    DeviceIdentity identity;
    Consumer<LinkState> link = s -> {};

    Fake(String model) {
      this.identity = new DeviceIdentity(model, "1.0", Optional.of("7"));
    }

    @Override
    public String name() {
      return identity.model();
    }

    @Override
    public void identify(Consumer<Answer<DeviceIdentity>> reply) {
      reply.accept(Answer.ok(identity));
    }

    @Override
    public void onLink(Consumer<LinkState> listener) {
      link = listener;
      listener.accept(LinkState.UP);
    }

    @Override
    public List<FrameRecord> frames() {
      return List.of();
    }

    @Override
    public LineCounters counters() {
      return new LineCounters(0, 0, 0, 0);
    }

    @Override
    public void close() {}
  }

  /** A pump. */
  final class FakePump extends Fake implements Pump {
    Optional<Fault> fault = Optional.empty();
    StartOutcome start = new StartOutcome.Started(report());
    PumpMotion motion = PumpMotion.DISPENSING;
    Optional<PumpAlarm> alarm = Optional.empty();
    Permit permit = new Permit("", "", Volume.ZERO);
    boolean stallDetection = true;

    FakePump() {
      super("pump");
    }

    private PumpReport report() {
      return new PumpReport(
          motion == null ? PumpMotion.STOPPED : motion,
          Volume.ofMicrolitres(4000),
          alarm == null ? Optional.empty() : alarm);
    }

    private <T> Answer<T> answer(T value) {
      return fault.<Answer<T>>map(Answer::failed).orElse(Answer.ok(value));
    }

    @Override
    public PumpCapabilities capabilities() {
      return new PumpCapabilities(
          true,
          false,
          true,
          stallDetection,
          PumpCapabilities.VolumeReadback.VOLATILE,
          false,
          Volume.ofMicrolitres(50),
          Volume.ofMillilitres(10),
          FlowRate.ofMillilitresPerMinute(60));
    }

    @Override
    public List<Volume> plan(Volume volume) {
      return volume.isMoreThan(Volume.ofMillilitres(10))
          ? List.of(Volume.ofMillilitres(10), volume.minus(Volume.ofMillilitres(10)))
          : List.of(volume);
    }

    @Override
    public void prepare(PumpSetup setup, Consumer<Answer<PumpBaseline>> reply) {
      asked.add("pump.prepare");
      reply.accept(answer(new PumpBaseline(identity, setup.rate(), Volume.ZERO, List.of())));
    }

    @Override
    public void arm(Permit leave, Volume stroke, Consumer<Answer<Volume>> reply) {
      permit = leave;
      reply.accept(answer(stroke));
    }

    @Override
    public void start(Permit leave, Consumer<StartOutcome> reply) {
      reply.accept(start);
    }

    @Override
    public void report(Consumer<Answer<PumpReport>> reply) {
      reply.accept(answer(report()));
    }

    @Override
    public void stop(Consumer<Answer<PumpReport>> reply) {
      asked.add("pump.stop");
      motion = PumpMotion.STOPPED;
      reply.accept(answer(report()));
    }

    @Override
    public void onAlarm(Consumer<PumpAlarm> listener) {}
  }

  /** A scale with something on it. */
  final class FakeScale extends Fake implements Scale {
    long load;
    long tare;
    boolean stable = true;
    Optional<Fault> fault = Optional.empty();
    Runnable beforeRead = () -> {};

    FakeScale() {
      super("scale");
    }

    private <T> Answer<T> answer(T value) {
      return fault.<Answer<T>>map(Answer::failed).orElse(Answer.ok(value));
    }

    @Override
    public Mass resolution() {
      return Mass.ofMicrograms(10_000);
    }

    @Override
    public void readTare(Consumer<Answer<Mass>> reply) {
      asked.add("scale.readTare");
      reply.accept(answer(Mass.ofMicrograms(tare)));
    }

    @Override
    public void zero(Consumer<Answer<Void>> reply) {
      asked.add("scale.zero");
      reply.accept(Answer.failed(new Fault.NoAnswer("Z")));
    }

    @Override
    public void tare(Consumer<Answer<ScaleReading>> reply) {
      asked.add("scale.tare");
      tare = load;
      reply.accept(answer(new ScaleReading(Mass.ofMicrograms(load), true)));
    }

    @Override
    @SuppressWarnings("NullAway") // a good answer without a value is null in this port
    public void clearTare(Consumer<Answer<Void>> reply) {
      tare = 0;
      reply.accept(fault.<Answer<Void>>map(Answer::failed).orElseGet(() -> Answer.ok(null)));
    }

    @Override
    public void read(Consumer<Answer<ScaleReading>> reply) {
      beforeRead.run();
      reply.accept(answer(new ScaleReading(Mass.ofMicrograms(load - tare), stable)));
    }

    @Override
    public void readStable(Consumer<Answer<ScaleReading>> reply) {
      read(reply);
    }
  }

  /** A reader whose answers wait until a test gives them. */
  final class FakeReader extends Fake implements FingerprintReader {
    Optional<Fault> fault = Optional.empty();
    final List<Consumer<Answer<Integer>>> preparing = new ArrayList<>();
    final List<Consumer<Answer<FingerResult>>> verifying = new ArrayList<>();
    final List<FingerTemplate> given = new ArrayList<>();

    FakeReader() {
      super("reader");
    }

    @Override
    public void prepare(Consumer<Answer<Integer>> reply) {
      preparing.add(reply);
    }

    @Override
    public void verify(
        List<FingerTemplate> templates, VerifyLimits limits, Consumer<Answer<FingerResult>> reply) {
      given.addAll(templates);
      verifying.add(reply);
    }

    @Override
    public void enrol(VerifyLimits limits, Consumer<Answer<FingerTemplate>> reply) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void cancel() {
      asked.add("reader.cancel");
    }
  }

  /** A card reader. */
  static final class FakeTokens extends Fake implements TokenReader {
    Consumer<Token> listener = t -> {};

    FakeTokens() {
      super("tokens");
    }

    @Override
    public void onToken(Consumer<Token> to) {
      listener = to;
    }
  }
}
