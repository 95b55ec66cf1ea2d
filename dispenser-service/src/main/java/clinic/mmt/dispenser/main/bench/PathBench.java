package clinic.mmt.dispenser.main.bench;

import clinic.mmt.device.FrameRecord;
import clinic.mmt.dispenser.app.counter.Snapshot;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.main.bench.BarePath.Op;
import clinic.mmt.dispenser.store.BareStore;
import clinic.mmt.dispenser.store.StoreException;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Tap to first start byte and tap to durable outcome, ours and bare, one after the other in one
 * loop so that both meet the same moments of the machine.
 */
final class PathBench implements AutoCloseable {

  private static final long WAIT_NANOS_MOST = TimeUnit.SECONDS.toNanos(10);
  private static final int PUMP = 0;
  private static final int SCALE = 1;
  private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(500);
  private static final int OVERHEAD_BYTES = 150;

  /** The idle station has taken in an empty pan when it asks again after the second look. */
  private static final int LOOKS = 3;

  /** After the drip the weight is read at once, after 250 and after 500 milliseconds. */
  private static final int SETTLING = 3;

  private final AtomicLong ourStart = new AtomicLong();
  private final AtomicLong bareStart = new AtomicLong();
  private final AtomicLong measured = new AtomicLong();
  private final AtomicReference<Snapshot> latest = new AtomicReference<>();
  private final Vertx vertx = Vertx.vertx();
  private final InstantScale ourScale = new InstantScale();
  private final InstantScale bareScale = new InstantScale();
  private final List<InstantPeer> peers = new ArrayList<>();
  private final BenchClinic clinic;
  private final RawHttp screen;
  private final Path folder;

  /** What the first dose did on the pump's line and on the scale's. */
  private List<List<FrameRecord>> recorded = List.of();

  private int patient;

  PathBench(Path folder, int doses) throws IOException, StoreException {
    this.folder = folder;
    int pump = peer("pump", new InstantPump(ourStart::set, ourScale::pour));
    int scale = peer("scale", ourScale);
    this.clinic = new BenchClinic(folder, pump, scale);
    int port =
        clinic.open(
            vertx,
            doses,
            snapshot -> {
              latest.set(snapshot);
              if (in(snapshot, Phase.MEASURED)) {
                measured.compareAndSet(0, System.nanoTime());
              }
            });
    String token = logIn(port);
    this.screen = new RawHttp(port, token);
    screen.post("/api/stations/s1/sign-in", "{}");
  }

  private int peer(String name, InstantPeer.Talk talk) throws IOException {
    InstantPeer peer = new InstantPeer(name, talk);
    peers.add(peer);
    return peer.port();
  }

  private static String logIn(int port) throws IOException {
    try (RawHttp http = new RawHttp(port, "none")) {
      String answer =
          http.post(
              "/api/login",
              "{\"login\":\""
                  + BenchClinic.LOGIN
                  + "\",\"password\":\""
                  + BenchClinic.PASSWORD
                  + "\"}");
      return answer.replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
    }
  }

  private static boolean in(Snapshot s, Phase phase) {
    return s.onScale().map(d -> d.phase() == phase).orElse(false);
  }

  /**
   * Looks now and then: the figures are taken where things happen, and both paths need the cores.
   */
  private static void await(String what, BooleanSupplier condition) throws TimeoutException {
    long end = System.nanoTime() + WAIT_NANOS_MOST;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new TimeoutException("waited for " + what);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** One dose; gives nanoseconds from the tap to the start byte and to the durable outcome. */
  private long[] ours() throws IOException, TimeoutException, InterruptedException {
    ourScale.lift();
    awaitOrTell("look at the empty scale", () -> ourScale.seenEmpty() >= LOOKS);
    ourScale.cup();
    clinic.present(patient++);
    awaitOrTell(
        "prepared station", () -> in(latest.get(), Phase.REVIEWING) && latest.get().ready());
    String visit = latest.get().onScale().orElseThrow().dose().id().value();
    ourStart.set(0);
    measured.set(0);
    long tap = System.nanoTime();
    step(visit, "pour");
    awaitOrTell("measured dose", () -> measured.get() != 0);
    long[] figures = {ourStart.get() - tap, measured.get() - tap, tap};
    if (recorded.isEmpty()) {
      recorded = List.of(clinic.pump().frames(), clinic.scale().frames());
    }
    step(visit, "hand-over");
    step(visit, "swallowed");
    return figures;
  }

  private void awaitOrTell(String what, BooleanSupplier condition) throws TimeoutException {
    try {
      await(what, condition);
    } catch (TimeoutException e) {
      Snapshot s = latest.get();
      throw new TimeoutException(
          "dose %d: no %s: %s %s"
              .formatted(
                  patient,
                  what,
                  s.onScale().map(d -> d.phase().name()).orElse(s.stage().name()),
                  s.notice().map(n -> n.text()).orElse("")));
    }
  }

  private void step(String visit, String step) throws IOException {
    screen.post(
        "/api/visits/" + visit + "/" + step,
        "{\"id\":\"" + visit + "/" + step + "/1\",\"attestation\":\"bench\"}");
  }

  /** What one of our doses did on the lines and in the ledger, as a plan for the bare path. */
  private List<Op> plan(long tap, long done) {
    List<Integer> sizes =
        clinic.journal().entries(Math.max(1, clinic.journal().head() - 20), 100).stream()
            .filter(e -> e.kind().startsWith("dose."))
            .filter(e -> !e.kind().equals("dose.visit-opened"))
            .map(PathBench::size)
            .toList();
    int from = sizes.size() - 7;
    List<Exchanged> pump = exchanges(recorded.getFirst(), tap, done);
    List<Exchanged> scale = exchanges(recorded.getLast(), tap, done);
    int start = indexOfStart(pump);
    List<Op> plan = new ArrayList<>();
    plan.add(op(SCALE, scale.subList(0, 1)));
    plan.add(new Op.Commit(sizes.get(from)));
    plan.add(new Op.Answer());
    plan.add(op(PUMP, pump.subList(0, start)));
    plan.add(new Op.Commit(sizes.get(from + 1)));
    plan.add(op(PUMP, pump.subList(start, start + 1)));
    plan.add(new Op.Commit(sizes.get(from + 2)));
    plan.add(op(PUMP, pump.subList(start + 1, pump.size())));
    plan.add(new Op.Commit(sizes.get(from + 3)));
    for (int i = scale.size() - SETTLING; i < scale.size(); i++) {
      plan.add(new Op.Wait(BenchTimers.PHYSICS_NANOS));
      plan.add(op(SCALE, scale.subList(i, i + 1)));
    }
    plan.add(new Op.Commit(sizes.get(from + 4)));
    return plan;
  }

  private static Op op(int line, List<Exchanged> exchanges) {
    return new Op.Exchange(line, exchanges.stream().map(Exchanged::bare).toList());
  }

  private record Exchanged(String meaning, BarePort.Exchange bare) {}

  private static int size(Entry entry) {
    return entry.publicBody().length() + entry.privateBody().length() + OVERHEAD_BYTES;
  }

  private static int indexOfStart(List<Exchanged> pump) {
    for (int i = 0; i < pump.size(); i++) {
      if (pump.get(i).meaning().contains("RUN")) {
        return i;
      }
    }
    throw new IllegalStateException("no start frame among the recorded frames");
  }

  private static List<Exchanged> exchanges(List<FrameRecord> frames, long tap, long done) {
    List<FrameRecord> own =
        frames.stream().filter(f -> f.atNanos() >= tap && f.atNanos() <= done).toList();
    List<Exchanged> found = new ArrayList<>();
    for (int i = 0; i + 1 < own.size(); i++) {
      if (own.get(i).toDevice() && !own.get(i + 1).toDevice()) {
        int answer = bytes(own.get(i + 1)).length();
        found.add(
            new Exchanged(own.get(i).meaning(), new BarePort.Exchange(bytes(own.get(i)), answer)));
      }
    }
    return found;
  }

  private static Bytes bytes(FrameRecord frame) {
    return Bytes.of(HexFormat.of().parseHex(frame.hex().replace(" ", "")));
  }

  /**
   * Runs both paths {@code doses} times after a warm-up; gives the lines of the figures. People
   * take longer than {@code pauseNanos} from dose to dose; without it what one path left to do runs
   * into the other's time.
   */
  List<String> run(int warmUp, int doses, long pauseNanos)
      throws IOException, TimeoutException, InterruptedException, StoreException {
    long[] first = ours();
    List<Op> plan = plan(first[2], first[2] + first[1]);
    int pump = peer("bare-pump", new InstantPump(bareStart::set, bareScale::pour));
    int scale = peer("bare-scale", bareScale);
    Figures toStart = new Figures(doses);
    Figures toOutcome = new Figures(doses);
    try (BarePath bare =
        new BarePath(
            plan,
            new BareLedger(BareStore.open(folder.resolve("bare.db"))),
            List.of(pump, scale))) {
      int port =
          bare.listen(vertx)
              .toCompletionStage()
              .toCompletableFuture()
              .orTimeout(10, TimeUnit.SECONDS)
              .join()
              .actualPort();
      try (RawHttp http = new RawHttp(port, "bare")) {
        for (int i = 0; i < warmUp + doses; i++) {
          long[] a = ours();
          LockSupport.parkNanos(pauseNanos);
          long[] b = bare(bare, http);
          LockSupport.parkNanos(pauseNanos);
          if (i >= warmUp) {
            toStart.add(a[0], b[0]);
            toOutcome.add(a[1], b[1]);
          }
        }
      }
    }
    return List.of(
        toStart.line("tap-to-start-byte", 50, 1.6),
        toStart.line("tap-to-start-byte", 99, 2.0),
        toOutcome.line("tap-to-durable-outcome", 50, 1.6),
        toOutcome.line("tap-to-durable-outcome", 99, 2.0));
  }

  private long[] bare(BarePath bare, RawHttp http) throws IOException, TimeoutException {
    bareScale.cup();
    bareStart.set(0);
    long tap = System.nanoTime();
    http.post("/bare", "{\"id\":\"v0000000000000000000000000000000/pour/1\",\"a\":\"bench\"}");
    await("the bare path", () -> bare.doneNanos() > tap);
    return new long[] {bareStart.get() - tap, bare.doneNanos() - tap};
  }

  @Override
  public void close() throws IOException {
    screen.close();
    clinic.close();
    for (InstantPeer peer : peers) {
      peer.close();
    }
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
