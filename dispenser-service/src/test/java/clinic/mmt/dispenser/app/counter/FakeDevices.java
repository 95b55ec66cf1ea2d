package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.device.DeviceStatus;
import clinic.mmt.dispenser.app.device.FingerReport;
import clinic.mmt.dispenser.app.device.Prepared;
import clinic.mmt.dispenser.app.device.PumpReading;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.app.device.Shot;
import clinic.mmt.dispenser.app.device.Started;
import clinic.mmt.dispenser.app.device.StationDevices;
import clinic.mmt.dispenser.app.device.Watched;
import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A pump, a scale and readers that do what a test tells them; answers come by a lane. */
final class FakeDevices implements StationDevices {

  static final Density DENSITY = new Density(1_034_500);

  final List<String> done = new ArrayList<>();
  final List<Shot> started = new ArrayList<>();
  final Deque<Consumer<FingerReport>> fingers = new ArrayDeque<>();
  Report<Prepared> prepare =
      Report.ok(new Prepared("pump", "scale", Volume.ZERO, Mass.ofGrams(5), List.of()));
  Report<Mass> recheck = Report.ok(Mass.ZERO);

  /** The most that the pump pours at once. */
  Volume stroke = Volume.ofMillilitres(1000);

  Optional<Report<Volume>> arm = Optional.empty();
  Started start = new Started.Runs();
  Optional<Report<PumpReading>> stop = Optional.empty();
  Optional<Report<Mass>> settle = Optional.empty();
  Runnable beforeStart = () -> {};
  boolean pumpPoursAlone = true;
  long counter;
  long inCup;
  boolean running;
  boolean watched;
  private final Executor lane;
  private Consumer<Boolean> cup = stands -> {};
  Runnable unreadable = () -> {};
  private Consumer<String> tokens = t -> {};
  private Consumer<Watched> samples = w -> {};

  FakeDevices(Executor lane) {
    this.lane = lane;
  }

  private <T> void answer(Consumer<T> reply, T value) {
    lane.execute(() -> reply.accept(value));
  }

  @Override
  public void onCup(Consumer<Boolean> listener) {
    cup = listener;
  }

  /** The scale saw the cup being lifted, or put back. */
  void cup(boolean stands) {
    lane.execute(() -> cup.accept(stands));
  }

  @Override
  public void onUnreadable(Runnable listener) {
    unreadable = listener;
  }

  /** A card is presented. */
  void card(String token) {
    tokens.accept(token);
  }

  void finger(FingerReport report) {
    answer(fingers.removeLast(), report);
  }

  /** So much more liquid flows, and both witnesses say so. */
  void flow(long microlitres) {
    counter += microlitres;
    inCup += microlitres;
    sayAll();
  }

  /** The pump has delivered its volume. */
  void finish(long microlitres) {
    running = false;
    flow(microlitres);
  }

  /** The next cup is empty, and the pump's counter was cleared for it. */
  void freshCup() {
    inCup = 0;
    counter = 0;
  }

  void sayAll() {
    say(new Watched.ScaleSaid(0, 0, net()));
    say(new Watched.PumpSaid(0, 0, reading()));
  }

  void say(Watched sample) {
    if (watched) {
      Consumer<Watched> to = samples;
      lane.execute(() -> to.accept(sample));
    }
  }

  private Mass net() {
    return DENSITY.massOf(Volume.ofMicrolitres(inCup));
  }

  private PumpReading reading() {
    return new PumpReading(running, Volume.ofMicrolitres(counter), Optional.empty());
  }

  @Override
  public void onToken(Consumer<String> listener) {
    tokens = listener;
  }

  @Override
  public void onStatus(Consumer<List<DeviceStatus>> listener) {
    listener.accept(List.of());
  }

  @Override
  public void prepare(Consumer<Report<Prepared>> reply) {
    done.add("prepare");
    answer(reply, prepare);
  }

  @Override
  public void prepareCup(Consumer<Report<Prepared>> reply) {
    done.add("prepare-cup");
    answer(reply, Report.ok(new Prepared("", "scale", Volume.ZERO, Mass.ofGrams(5), List.of())));
  }

  @Override
  public void preparePump(Consumer<Report<Prepared>> reply) {
    done.add("prepare-pump");
    answer(reply, Report.ok(new Prepared("pump", "", Volume.ZERO, Mass.ZERO, List.of())));
  }

  @Override
  public boolean pumpPoursAlone() {
    return pumpPoursAlone;
  }

  @Override
  public void watchScale(Consumer<Watched> listener) {
    done.add("watch-scale");
    watched = true;
    samples = listener;
  }

  /** A hand draws so much into the cup; the pump knows nothing of it. */
  void draw(long microlitres) {
    inCup += microlitres;
    say(new Watched.ScaleSaid(0, 0, net()));
  }

  @Override
  public void cancelPrepare() {
    done.add("cancel-prepare");
  }

  @Override
  public void recheck(Consumer<Report<Mass>> reply) {
    answer(reply, recheck);
  }

  @Override
  public void arm(Shot shot, Consumer<Report<Volume>> reply) {
    done.add("arm");
    answer(reply, arm.orElse(Report.ok(shot.commanded())));
  }

  @Override
  public void start(Shot shot, Consumer<Started> reply) {
    beforeStart.run();
    done.add("start");
    started.add(shot);
    running = start instanceof Started.Runs;
    answer(reply, start);
  }

  @Override
  public void watch(Consumer<Watched> listener) {
    watched = true;
    samples = listener;
  }

  @Override
  public void endWatch() {
    watched = false;
  }

  @Override
  public void ask(Consumer<Report<PumpReading>> reply) {
    answer(reply, Report.ok(reading()));
  }

  @Override
  public void stop(Consumer<Report<PumpReading>> reply) {
    done.add("stop");
    running = false;
    answer(reply, stop.orElse(Report.ok(reading())));
  }

  @Override
  public void settle(Consumer<Report<Mass>> reply) {
    answer(reply, settle.orElse(Report.ok(net())));
  }

  @Override
  public Volume shotFor(Volume volume) {
    return volume.isMoreThan(stroke) ? Volume.ZERO : volume;
  }

  /** What answers where a unit is looked for. */
  String stands = "pump";

  @Override
  public void look(String device, String identity, Consumer<Report<String>> reply) {
    answer(
        reply,
        stands.equals(identity)
            ? Report.ok(identity)
            : Report.trouble("wrong-device", "Another one.", "the right one"));
  }

  @Override
  public void bind(String device, String identity) {
    done.add("bind " + device + " " + identity);
  }

  @Override
  public Volume strokeOf(Volume volume) {
    return volume.orLess(stroke);
  }

  @Override
  public Volume smallestShot() {
    return Volume.ofMicrolitres(50);
  }

  @Override
  public long pourMillisMost(Volume volume) {
    return 60_000;
  }

  @Override
  public void verify(List<StoredFinger> stored, Consumer<FingerReport> reply) {
    fingers.add(reply);
  }

  @Override
  public void cancelVerify() {
    done.add("cancel-verify");
  }

  @Override
  public void released() {
    done.add("released");
  }
}
