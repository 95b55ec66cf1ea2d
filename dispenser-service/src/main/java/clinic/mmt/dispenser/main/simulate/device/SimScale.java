package clinic.mmt.dispenser.main.simulate.device;

import clinic.mmt.device.Answer;
import clinic.mmt.device.Fault;
import clinic.mmt.device.Scale;
import clinic.mmt.device.ScaleReading;
import clinic.mmt.quantity.Mass;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A driver at the level of messages for a scale that shows steps of 10 mg. */
public final class SimScale extends SimDevice implements Scale {

  private static final int TRIES = 60;

  private final ScaleBox box;
  private final PumpBox pump;

  /** The driver of one process for {@code box}; {@code pump} fills its cup. */
  public SimScale(VirtualTime time, Life life, Plug plug, Boxes boxes) {
    super(time, life, plug, "sim-scale");
    this.box = boxes.scale();
    this.pump = boxes.pump();
  }

  /** What stands on one table. */
  public record Boxes(ScaleBox scale, PumpBox pump) {}

  @Override
  boolean silent() {
    return box.silentNow();
  }

  @Override
  public Mass resolution() {
    return Mass.ofMicrograms(Table.step());
  }

  private Answer<ScaleReading> reading() {
    pump.settle();
    return box.underload()
        ? Answer.failed(new Fault.Underload("SI"))
        : Answer.ok(new ScaleReading(Mass.ofMicrograms(box.net()), box.stable()));
  }

  /** Does something once the weight rests, as the scale itself waits for it. */
  private <T> void atRest(
      String command, int tries, Supplier<Answer<T>> then, Consumer<Answer<T>> reply) {
    ask(
        command,
        50,
        () -> {
          pump.settle();
          return box.stable() ? then.get() : Answer.failed(new Fault.NotStable(command));
        },
        answer -> {
          if (answer instanceof Answer.Failed<T>(Fault.NotStable f) && tries > 0) {
            atRest(command, tries - 1, then, reply);
          } else {
            reply.accept(answer);
          }
        });
  }

  @Override
  public void zero(Consumer<Answer<Void>> reply) {
    atRest("Z", TRIES, () -> after(box::takeZero), reply);
  }

  @Override
  public void tare(Consumer<Answer<ScaleReading>> reply) {
    atRest(
        "T",
        TRIES,
        () -> {
          box.takeTare();
          return Answer.ok(new ScaleReading(Mass.ofMicrograms(box.tareNow()), true));
        },
        reply);
  }

  @Override
  public void readTare(Consumer<Answer<Mass>> reply) {
    ask("TA", 10, () -> Answer.ok(Mass.ofMicrograms(box.tareNow())), reply);
  }

  @Override
  public void clearTare(Consumer<Answer<Void>> reply) {
    ask("TAC", 10, () -> after(box::clearTare), reply);
  }

  /** The one value of Void is null. */
  @SuppressWarnings("NullAway")
  private static Answer<Void> after(Runnable change) {
    change.run();
    return Answer.ok(null);
  }

  @Override
  public void read(Consumer<Answer<ScaleReading>> reply) {
    ask("SI", 12, this::reading, reply);
  }

  @Override
  public void readStable(Consumer<Answer<ScaleReading>> reply) {
    atRest("S", TRIES, this::reading, reply);
  }
}
