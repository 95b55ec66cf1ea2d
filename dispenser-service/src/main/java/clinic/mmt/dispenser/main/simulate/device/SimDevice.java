package clinic.mmt.dispenser.main.simulate.device;

import clinic.mmt.device.Answer;
import clinic.mmt.device.Device;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.FrameRecord;
import clinic.mmt.device.LineCounters;
import clinic.mmt.device.LinkState;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What all drivers of simulated devices have in common: a process, a cable, a name. */
abstract class SimDevice implements Device {

  static final long MILLI = 1_000_000L;

  final VirtualTime time;
  final Life life;
  final Plug plug;
  private final DeviceIdentity identity;

  SimDevice(VirtualTime time, Life life, Plug plug, String model) {
    this.time = time;
    this.life = life;
    this.plug = plug;
    this.identity = new DeviceIdentity(model, "sim-1", Optional.of("7"));
  }

  @Override
  public String name() {
    return identity.model();
  }

  DeviceIdentity identityNow() {
    return identity;
  }

  @Override
  public void identify(Consumer<Answer<DeviceIdentity>> reply) {
    ask("identify", 8, () -> Answer.ok(identityNow()), reply);
  }

  /** Whether it gives no answer now although its cable is in. */
  boolean silent() {
    return false;
  }

  /** The driver's own state when the cable goes or the device begins anew. */
  void away() {}

  /** A question that may be repeated: answered as of the moment of the answer. */
  final <T> void ask(
      String command, long millis, Supplier<Answer<T>> now, Consumer<Answer<T>> reply) {
    if (!plug.in()) {
      time.after(life, MILLI, () -> reply.accept(lost(command)));
    } else if (silent()) {
      time.after(life, 450 * MILLI, () -> reply.accept(Answer.failed(new Fault.NoAnswer(command))));
    } else {
      time.after(life, millis * MILLI, () -> reply.accept(plug.in() ? now.get() : lost(command)));
    }
  }

  static <T> Answer<T> lost(String command) {
    return Answer.failed(new Fault.PortLost(command, "pulled"));
  }

  @Override
  public void onLink(Consumer<LinkState> listener) {
    plug.listen(
        state -> {
          if (state == LinkState.DOWN) {
            away();
          }
          time.soon(life, () -> listener.accept(state));
        });
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
