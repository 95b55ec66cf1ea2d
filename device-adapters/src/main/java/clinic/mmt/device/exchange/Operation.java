package clinic.mmt.device.exchange;

/**
 * A sequence of questions that nothing else comes between; runs on the owner's thread.
 *
 * @param <M> the protocol's messages
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface Operation<M extends Message, T> {

  /** Runs it. */
  T run(Line<M> line) throws FaultException;
}
