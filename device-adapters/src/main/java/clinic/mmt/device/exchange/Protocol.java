package clinic.mmt.device.exchange;

import clinic.mmt.device.frame.Scan;
import java.util.Optional;

/**
 * The receiving half of one protocol.
 *
 * @param <M> what its frames mean
 */
public interface Protocol<M extends Message> {

  /** The framing, between two frames. */
  Scan.Open idle();

  /** What a frame means; empty when it is none of the protocol's messages. */
  Optional<M> decode(Scan.Frame frame);

  /** Whether bad bytes must not be shown: they may be part of a template or of a card number. */
  default boolean confidential() {
    return false;
  }
}
