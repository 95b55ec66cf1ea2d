package clinic.mmt.device;

import java.util.function.Consumer;

/** A scale with a stability flag. All weights are net weights in whole micrograms. */
public interface Scale extends Device {

  /** What the domain may rely on. */
  default ScaleCapabilities capabilities() {
    return ScaleCapabilities.DIALOGUE;
  }

  /** The smallest step the scale shows. */
  clinic.mmt.quantity.Mass resolution();

  /** Sets zero with the pan as it is; needs stability. */
  void zero(Consumer<Answer<Void>> reply);

  /** Takes the present load as tare; needs stability; the answer is the tare weight. */
  void tare(Consumer<Answer<ScaleReading>> reply);

  /**
   * The tare weight the scale holds; nothing after it was without power, which is how that is found
   * out. A scale that can't tell answers {@link Fault.NotPermitted}.
   */
  default void readTare(Consumer<Answer<clinic.mmt.quantity.Mass>> reply) {
    reply.accept(Answer.failed(new Fault.NotPermitted("TA", "this scale can't tell its tare")));
  }

  /** Clears the tare so that the next readings are gross. */
  void clearTare(Consumer<Answer<Void>> reply);

  /** The weight now, stable or not. Safe to repeat. */
  void read(Consumer<Answer<ScaleReading>> reply);

  /** Waits for a stable weight, at most the scale's own limit (40 s). Safe to repeat. */
  void readStable(Consumer<Answer<ScaleReading>> reply);
}
