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
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What every model's framing and grammar must stand together: its vectors under any chunking, and
 * any damage. Whatever is accepted encodes to exactly the bytes that were read.
 */
public record MessageCases<M extends Message>(Protocol<M> protocol, Function<M, Octets> encode) {

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
    for (M message : found) {
      again = again.plus(encode.apply(message));
    }
    assertEquals(vector.bytes(), again);
  }

  /** Damages {@code frame}; gives the thousandth parts that are accepted all the same. */
  public long permilleUndetected(Octets frame) {
    int count = ParserCases.MUTATIONS;
    int accepted =
        ParserCases.acceptedOfDamaged(
            protocol.idle(),
            frame,
            count,
            scan -> protocol.decode(scan).map(encode).orElse(scan.bytes()));
    assertTrue(accepted > 0, "control: damage before a frame leaves a good one");
    long undetected = undetected(frame, count);
    ParserCases.note(frame.hex(), undetected, count);
    return undetected * 1000 / count;
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
