package clinic.mmt.device.session;

import clinic.mmt.device.link.Link;
import clinic.mmt.sim.bench.Bench;
import java.util.function.Consumer;

/**
 * Where a driver plays a scene: on simulated devices when it is recorded, on what they said when it
 * is played again.
 *
 * @param link of the device
 * @param hands does to the simulated bench what a person does, or makes a fault; in a replay
 *     nothing needs to be done, since its effects are in the bytes
 */
public record Stage(Link link, Consumer<Consumer<Bench>> hands) {

  /** Somebody does this to the bench. */
  public void hand(Consumer<Bench> act) {
    hands.accept(act);
  }

  /** What a driver is asked in a scene, and what it tells. */
  @FunctionalInterface
  public interface Scene {
    /** Plays it; what the driver told, in order. */
    java.util.List<String> play(Stage stage) throws InterruptedException;
  }
}
