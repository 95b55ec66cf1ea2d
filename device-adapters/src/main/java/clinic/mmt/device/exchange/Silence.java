package clinic.mmt.device.exchange;

import clinic.mmt.device.frame.Octets;
import java.util.function.Consumer;

/**
 * Kept alive on a port, it ends what has begun when nothing more comes for a while: for devices
 * whose frames have no end of their own. Whoever gets the bytes decides whether they are anything.
 *
 * @param millis how long is silence
 * @param ended gets what had begun
 * @param <M> the protocol's messages
 */
public record Silence<M extends Message>(long millis, Consumer<Octets> ended)
    implements Operation<M, Boolean> {

  @Override
  public Boolean run(Line<M> line) throws FaultException {
    Octets before = line.begun();
    line.pause(millis);
    boolean over = before.length() > 0 && line.begun().equals(before);
    if (over) {
      line.forgetBegun();
      ended.accept(before);
    }
    return over;
  }
}
