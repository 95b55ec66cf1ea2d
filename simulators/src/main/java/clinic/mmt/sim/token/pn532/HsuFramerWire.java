package clinic.mmt.sim.token.pn532;

import clinic.mmt.sim.core.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Cuts the host's bytes into frames; whatever does not lead to 00 FF is preamble or noise. */
final class HsuFramerWire {

  /** What the host sent. */
  sealed interface Heard {
    /** A command: its code and what follows. */
    record Command(Bytes content, Bytes raw) implements Heard {}

    /** The host has the answer, or wants none any more. */
    record Ack(Bytes raw) implements Heard {}

    /** The host wants the answer again. */
    record Nack(Bytes raw) implements Heard {}

    /** A check failed, or the frame is not from a host. */
    record Bad(String why, Bytes raw) implements Heard {}
  }

  private static final int LENGTH_AT = 3;
  private static final int EXTENDED_HEAD = 8;
  private static final int NORMAL_HEAD = 5;
  private static final int TAIL = 2;
  private static final int NOTHING = -1;

  private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
  private int before = NOTHING;

  Optional<Heard> accept(byte next) {
    if (partial.size() == 0) {
      seekStart(next);
      return Optional.empty();
    }
    partial.write(next);
    Optional<Heard> heard = judge(Bytes.of(partial.toByteArray()));
    if (heard.isPresent()) {
      discard();
    }
    return heard;
  }

  /** The start code is 00 FF; one 00 before it is told with the frame, whether it came or not. */
  private void seekStart(byte next) {
    if (before == 0 && next == (byte) 0xFF) {
      partial.write(0);
      partial.write(0);
      partial.write(0xFF);
    }
    before = next & 0xFF;
  }

  private static Optional<Heard> judge(Bytes raw) {
    if (raw.size() < LENGTH_AT + 2) {
      return Optional.empty();
    }
    int first = raw.at(LENGTH_AT);
    int second = raw.at(LENGTH_AT + 1);
    boolean ack = first == 0x00 && second == 0xFF;
    boolean nack = first == 0xFF && second == 0x00;
    if (ack || nack) {
      return raw.size() <= LENGTH_AT + 2
          ? Optional.empty()
          : Optional.of(ack ? new Heard.Ack(raw) : new Heard.Nack(raw));
    }
    boolean extended = first == 0xFF && second == 0xFF;
    int head = extended ? EXTENDED_HEAD : NORMAL_HEAD;
    if (raw.size() < head) {
      return Optional.empty();
    }
    int length = extended ? (raw.at(head - 3) << 8) + raw.at(head - 2) : first;
    int check = HsuFrameWire.sum(raw.slice(extended ? head - 3 : LENGTH_AT, head)) & 0xFF;
    if (check != 0 || length == 0 || length > HsuFrameWire.DATA_MAX) {
      return Optional.of(new Heard.Bad("bad length checksum", raw));
    }
    return raw.size() < head + length + TAIL ? Optional.empty() : Optional.of(whole(raw, head));
  }

  private static Heard whole(Bytes raw, int head) {
    int end = raw.size() - 1;
    if ((HsuFrameWire.sum(raw.slice(head, end)) & 0xFF) != 0) {
      return new Heard.Bad("bad data checksum", raw);
    }
    if (raw.at(end) != 0) {
      return new Heard.Bad("bad end", raw);
    }
    if (raw.at(head) != HsuFrameWire.FROM_HOST) {
      return new Heard.Bad("not from a host", raw);
    }
    return new Heard.Command(Bytes.of(raw.slice(head + 1, end - 1)), raw);
  }

  boolean isEmpty() {
    return partial.size() == 0;
  }

  void discard() {
    partial.reset();
    before = NOTHING;
  }
}
