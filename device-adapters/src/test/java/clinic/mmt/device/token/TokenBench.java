package clinic.mmt.device.token;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.MemoryBench;
import clinic.mmt.device.PumpTalk;
import clinic.mmt.device.Reply;
import clinic.mmt.device.Token;
import clinic.mmt.device.TokenReader;
import clinic.mmt.device.link.Link;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.physics.Hands;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One reader of cards or codes with its driver, and what the driver tells. */
final class TokenBench implements AutoCloseable {

  private static final long SPEED = 20;

  private final MemoryBench bench;
  private final TokenReader reader;
  private final boolean code;
  private final Reply<String> told = new Reply<>();

  /** A reader of this line of a bench file; {@code code}: a scanner, not a reader of cards. */
  TokenBench(String model, boolean code, Function<Link, TokenReader> open) {
    this.code = code;
    this.bench =
        new MemoryBench("devices:\n  - {name: t, station: s1, model: " + model + "}\n", SPEED);
    this.reader = PumpTalk.up(open.apply(bench.link("t")));
    reader.onToken(token -> told.accept(canonical(token)));
    reader.onUnreadable(fault -> told.accept(reason(fault)));
  }

  private static String canonical(Token token) {
    return token.canonical();
  }

  private static String reason(Fault fault) {
    return fault instanceof Fault.BadFrame bad ? "unreadable: " + bad.reason() : fault.toString();
  }

  /** Sets a fault. */
  void set(clinic.mmt.sim.fault.Fault fault) {
    bench.bench().setFault("t", fault);
  }

  /** Whether a fault of this kind is still waiting. */
  boolean waits(FaultKind kind) {
    return bench.bench().faults("t").stream().anyMatch(each -> each.kind() == kind);
  }

  /** Holds this up until it is told; what is told until then. */
  List<String> showUntilTold(String token, long awayMillis) throws InterruptedException {
    hold(token, Hands.UNTIL_LIFTED);
    List<String> all = new ArrayList<>();
    while (!all.contains(token)) {
      all.add(told.get());
    }
    hold(token, 0);
    pause(awayMillis);
    return distinct(all);
  }

  /** Holds this up for so long; what is told then, and for a while after. */
  List<String> show(String token, long millis, long afterMillis) throws InterruptedException {
    hold(token, Hands.UNTIL_LIFTED);
    pause(millis);
    hold(token, 0);
    pause(afterMillis);
    List<String> all = new ArrayList<>();
    while (!told.isEmpty()) {
      all.add(told.get());
    }
    return distinct(all);
  }

  /** On a busy machine half a second without a frame looks like a card that was taken away. */
  private static List<String> distinct(List<String> all) {
    return all.stream().distinct().toList();
  }

  private static void pause(long millis) throws InterruptedException {
    new Reply<>().staysEmpty(millis);
  }

  private void hold(String token, long nanos) {
    bench
        .bench()
        .inWorld(
            "s1",
            world -> {
              if (code) {
                world.hands().show(token, nanos);
              } else {
                world.hands().present(token, nanos);
              }
              return true;
            });
  }

  /** Takes the faults away and plugs the cable if it is off. */
  void heal() throws InterruptedException {
    bench.bench().clearFaults("t");
    if (!bench.bench().device("t").orElseThrow().isPlugged()) {
      bench.bench().plug("t");
    }
    Reply<Answer<DeviceIdentity>> there = new Reply<>();
    reader.identify(there);
    while (there.get() instanceof Answer.Failed<DeviceIdentity>) {
      new Reply<>().staysEmpty(50);
      reader.identify(there);
    }
  }

  @Override
  public void close() {
    reader.close();
    bench.close();
  }
}
