package clinic.mmt.sim.fingerprint.zfm20;

import clinic.mmt.sim.core.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/** Cuts the host's bytes into packets; anything before EF 01 is thrown away. */
final class Ef01FramerWire {

  /** What a complete frame turned out to be. */
  sealed interface Frame {
    /** Length and sum are right. */
    record Good(Ef01PacketWire packet, Bytes raw) implements Frame {}

    /** The sum is wrong. */
    record BadSum(Ef01PacketWire packet, Bytes raw) implements Frame {}
  }

  private final ByteArrayOutputStream partial = new ByteArrayOutputStream();

  Optional<Frame> accept(byte next) {
    partial.write(next);
    byte[] soFar = partial.toByteArray();
    if (!isStart(soFar)) {
      partial.reset();
      if (next == (byte) 0xEF) {
        partial.write(next);
      }
      return Optional.empty();
    }
    if (soFar.length < Ef01PacketWire.HEAD_BYTES) {
      return Optional.empty();
    }
    int length = (int) Ef01PacketWire.read(soFar, 7, 2);
    if (length < Ef01PacketWire.SUM_BYTES
        || length > Ef01PacketWire.CONTENT_MAX + Ef01PacketWire.SUM_BYTES) {
      partial.reset();
      return Optional.empty();
    }
    if (soFar.length < Ef01PacketWire.HEAD_BYTES + length) {
      return Optional.empty();
    }
    partial.reset();
    return Optional.of(judge(soFar));
  }

  private static boolean isStart(byte[] soFar) {
    return soFar[0] == (byte) 0xEF && (soFar.length < 2 || soFar[1] == 0x01);
  }

  private static Frame judge(byte[] raw) {
    byte[] content =
        Arrays.copyOfRange(raw, Ef01PacketWire.HEAD_BYTES, raw.length - Ef01PacketWire.SUM_BYTES);
    Ef01PacketWire packet =
        new Ef01PacketWire(Ef01PacketWire.read(raw, 2, 4), raw[6] & 0xFF, Bytes.of(content));
    long sum = Ef01PacketWire.read(raw, raw.length - Ef01PacketWire.SUM_BYTES, 2);
    return sum == Ef01PacketWire.sum(packet.pid(), content)
        ? new Frame.Good(packet, Bytes.of(raw))
        : new Frame.BadSum(packet, Bytes.of(raw));
  }

  boolean isEmpty() {
    return partial.size() == 0;
  }

  void discard() {
    partial.reset();
  }
}
