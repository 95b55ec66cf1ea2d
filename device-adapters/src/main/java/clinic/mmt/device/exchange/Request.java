package clinic.mmt.device.exchange;

import clinic.mmt.device.frame.Octets;
import java.util.Optional;
import java.util.function.Function;

/**
 * One question to a device.
 *
 * @param frame what to write
 * @param timing how long and how often to try
 * @param reading takes the value out of the answer; empty when a message answers something else
 * @param <M> the protocol's messages
 * @param <R> the value
 */
public record Request<M extends Message, R>(
    Outgoing frame, Timing timing, Function<M, Optional<R>> reading) {

  /**
   * Bytes to write.
   *
   * @param command the manual's name of the command
   * @param bytes the whole frame
   * @param confidential whether the frame ring shows no bytes
   */
  public record Outgoing(String command, Octets bytes, boolean confidential) {}

  /**
   * Limits of one question.
   *
   * @param millisMax how long to wait for an answer
   * @param tries how often to ask; 1 for everything that is not safe to repeat
   */
  public record Timing(long millisMax, int tries) {}
}
