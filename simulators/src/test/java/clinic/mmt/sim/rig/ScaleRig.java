package clinic.mmt.sim.rig;

import clinic.mmt.sim.bench.Bench;
import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.fault.Fault;
import java.nio.charset.StandardCharsets;

/** One scale in a world of its own; the host speaks text of one byte a character. */
public final class ScaleRig {

  private static final String SCALE = "scale";

  private final Rig rig;

  /** A scale of this model, for example {@code ohaus, width: 12}. */
  public ScaleRig(String model) {
    rig = new Rig("devices:\n  - {name: scale, model: " + model + "}\n", 1);
    settle();
  }

  /** The bench. */
  public Bench bench() {
    return rig.bench();
  }

  /** Puts a cup of so many milligrams on the pan. */
  public ScaleRig put(long milligrams) {
    bench().inWorld(SCALE, world -> world.putCup(Mass.ofMilligrams(milligrams)));
    return this;
  }

  /** Takes it off. */
  public ScaleRig lift() {
    bench().inWorld(SCALE, world -> world.liftCup());
    return this;
  }

  /** Waits for rest, and forgets what was said meanwhile. */
  public ScaleRig settle() {
    rig.tick(4);
    rig.take(SCALE);
    return this;
  }

  /** Lets time pass. */
  public ScaleRig tick(double seconds) {
    rig.tick(seconds);
    return this;
  }

  /** Forgets what was said. */
  public ScaleRig hush() {
    rig.take(SCALE);
    return this;
  }

  /** Sends; what comes within a second at most, up to the first pause of a few milliseconds. */
  public String ask(String text) {
    return ask(text, 1);
  }

  /** The same with another limit. */
  public String ask(String text, double secondsMax) {
    return text(rig.ask(SCALE, secondsMax, text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** Sends and waits for nothing. */
  public ScaleRig say(String text) {
    rig.send(SCALE, text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  /** What was said within so many seconds. */
  public String hear(double seconds) {
    rig.tick(seconds);
    return text(rig.take(SCALE));
  }

  /** Sets a fault. */
  public ScaleRig fault(Fault fault) {
    bench().setFault(SCALE, fault);
    return this;
  }

  /** Takes the supply away and gives it back. */
  public ScaleRig cyclePower() {
    bench().powerOff(SCALE);
    bench().powerOn(SCALE);
    return this;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
