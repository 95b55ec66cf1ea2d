package clinic.mmt.sim.rig;

import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.core.Volume;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.physics.Truth;
import java.nio.charset.StandardCharsets;

/** One pump at station s1 under a cup, on a line in memory. */
public final class PumpRig {

  private static final String NAME = "pump-1";
  private static final double ANSWER_SECONDS = 0.4;

  private final Rig rig;

  /** A pump of this model with options, for instance {@code ports: 3}. */
  public PumpRig(String model, String options) {
    String comma = options.isEmpty() ? "" : ", ";
    rig =
        new Rig(
            "devices: [{name: pump-1, station: s1, model: " + model + comma + options + "}]", 1);
    rig.bench().inWorld("s1", world -> world.putCup(Mass.ZERO));
  }

  /** The bench behind it. */
  public Rig rig() {
    return rig;
  }

  /** Sends bytes; what comes back at once. */
  public byte[] ask(byte... bytes) {
    return rig.ask(NAME, ANSWER_SECONDS, bytes);
  }

  /** Sends text; what comes back in a while, as text. */
  public String say(String text, double seconds) {
    rig.send(NAME, text.getBytes(StandardCharsets.ISO_8859_1));
    return hear(seconds);
  }

  /** What comes in a while, as text. */
  public String hear(double seconds) {
    rig.tick(seconds);
    return new String(rig.take(NAME), StandardCharsets.ISO_8859_1);
  }

  /** Lets time pass. */
  public void tick(double seconds) {
    rig.tick(seconds);
  }

  /** Sets a fault. */
  public void set(Fault fault) {
    rig.bench().setFault(NAME, fault);
  }

  /** Takes the power away and gives it back. */
  public void cyclePower() {
    rig.bench().powerOff(NAME);
    rig.tick(0.1);
    rig.bench().powerOn(NAME);
  }

  /** Where the liquid is. */
  public Truth truth() {
    return rig.bench().truth("s1");
  }

  /** Microlitres in the cup. */
  public long cup() {
    return truth().cup().microlitres();
  }

  /** Whether no liquid was made or lost. */
  public boolean isConserved() {
    Truth truth = truth();
    Volume missing = truth.everything().minus(truth.found());
    return missing.picolitres() == 0;
  }
}
