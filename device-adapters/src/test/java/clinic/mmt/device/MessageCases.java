package clinic.mmt.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Vectors.Vector;
import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.frame.FrameScanner;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.ParserCases;
import clinic.mmt.device.frame.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What every model's framing and grammar must stand together: its vectors under any chunking, and
 * any damage. Whatever is accepted encodes to exactly the bytes that were read.
 *
 * @param encode the bytes of a message that came in this frame; its form may be the frame's
 * @param check whether the bytes of a frame satisfy the check of the sheet
 */
public record MessageCases<M extends Message>(
    Protocol<M> protocol, BiFunction<M, Scan.Frame, Octets> encode, Predicate<Octets> check) {

  /** A protocol without a check, whose messages have one form. */
  public MessageCases(Protocol<M> protocol, Function<M, Octets> encode) {
    this(protocol, (message, frame) -> encode.apply(message), bytes -> true);
  }

  /** The messages in {@code bytes}, in order. */
  public List<M> messages(Octets bytes) {
    List<M> found = new ArrayList<>();
    for (Scan scan : new FrameScanner(protocol.idle()).feed(bytes)) {
      if (scan instanceof Scan.Frame frame) {
        protocol.decode(frame).ifPresent(found::add);
      }
    }
    return found;
  }

  /** The bytes of the message in a frame; of a frame that is no message its own. */
  private Octets again(Scan.Frame frame) {
    Optional<M> message = protocol.decode(frame);
    if (message.isEmpty()) {
      return frame.bytes();
    }
    assertTrue(check.test(frame.bytes()), () -> "the sheet's check: " + frame.bytes().hex());
    return encode.apply(message.get(), frame);
  }

  /** A vector of the device is its meaning, whole, or nothing when it is one to be rejected. */
  public void check(Vector vector) {
    ParserCases.underEveryChunking(protocol.idle(), vector.bytes());
    List<M> found = messages(vector.bytes());
    if (vector.isNegative()) {
      assertTrue(found.isEmpty(), () -> vector + " gave " + found);
      return;
    }
    assertEquals(
        vector.meaning(), found.stream().map(Message::meaning).collect(Collectors.joining("; ")));
    Octets again = Octets.NONE;
    for (Scan scan : new FrameScanner(protocol.idle()).feed(vector.bytes())) {
      if (scan instanceof Scan.Frame frame) {
        again = again.plus(again(frame));
      }
    }
    assertEquals(vector.bytes(), again);
  }

  /** Damages {@code frame}; gives the thousandth parts that are accepted all the same. */
  public long permilleUndetected(Octets frame) {
    return millionthsUndetected(frame) / 1000;
  }

  /** Damages {@code frame}; gives how many of a million are taken for another message. */
  public long millionthsUndetected(Octets frame) {
    int count = ParserCases.MUTATIONS;
    int accepted = ParserCases.acceptedOfDamaged(protocol.idle(), frame, count, this::again);
    assertTrue(accepted > 0, "control: damage before a frame leaves a good one");
    long undetected = undetected(frame, count);
    ParserCases.note(frame.hex(), undetected, count);
    return undetected * 1_000_000 / count;
  }

  /** Of the damaged frames, those that mean something else than the good one. */
  private long undetected(Octets frame, int count) {
    List<M> good = messages(frame);
    long wrong = 0;
    for (Octets damaged : ParserCases.damagedOf(frame, count)) {
      List<M> found = messages(damaged);
      wrong += !found.isEmpty() && !good.containsAll(found) ? 1 : 0;
    }
    return wrong;
  }
}
