package clinic.mmt.sim.pump.cavro;

import clinic.mmt.sim.core.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Cuts the host's bytes into blocks; everything outside a block is ignored. */
final class CavroFramerWire {

  private static final int BYTES_MAX = CavroStringWire.CHARACTERS_MAX + 8;
  private static final int SEQUENCE_MARK = 0x30;
  private static final int REPEAT = 0x08;
  private static final int NUMBER = 0x07;
  private static final int OEM_HEAD = 3;

  private enum State {
    OUTSIDE,
    OEM,
    OEM_CHECK,
    DT
  }

  private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
  private State state = State.OUTSIDE;

  void discard() {
    partial.reset();
    state = State.OUTSIDE;
  }

  /** Takes one byte; returns the block it completes. */
  Optional<CavroFrameWire> accept(byte next) {
    if (state == State.OEM_CHECK) {
      partial.write(next);
      return take(oem(partial.toByteArray()));
    }
    if (next == CavroFrameWire.STX || (next == CavroFrameWire.SLASH && state != State.OEM)) {
      discard();
      state = next == CavroFrameWire.STX ? State.OEM : State.DT;
    }
    if (state == State.OUTSIDE) {
      return Optional.empty();
    }
    partial.write(next);
    if (partial.size() > BYTES_MAX) {
      return take(new CavroFrameWire.Bad("too long", Bytes.of(partial.toByteArray())));
    }
    if (state == State.OEM && next == CavroFrameWire.ETX) {
      state = State.OEM_CHECK;
    } else if (state == State.DT && next == CavroFrameWire.CR) {
      return take(dt(partial.toByteArray()));
    }
    return Optional.empty();
  }

  private Optional<CavroFrameWire> take(CavroFrameWire frame) {
    discard();
    return Optional.of(frame);
  }

  private static CavroFrameWire oem(byte[] block) {
    int end = block.length - 2;
    if (end < OEM_HEAD) {
      return new CavroFrameWire.Bad("too short", Bytes.of(block));
    }
    if (CavroFrameWire.check(block, block.length - 1) != block[block.length - 1]) {
      return new CavroFrameWire.Bad("bad check", Bytes.of(block));
    }
    int sequence = block[2] & 0xFF;
    if ((sequence & ~(REPEAT | NUMBER)) != SEQUENCE_MARK) {
      return new CavroFrameWire.Bad("bad sequence", Bytes.of(block));
    }
    String data = new String(block, OEM_HEAD, end - OEM_HEAD, StandardCharsets.ISO_8859_1);
    boolean repeat = (sequence & REPEAT) != 0;
    return new CavroFrameWire.Oem(
        block[1] & 0xFF, sequence & NUMBER, repeat, data, Bytes.of(block));
  }

  private static CavroFrameWire dt(byte[] block) {
    if (block.length < OEM_HEAD) {
      return new CavroFrameWire.Bad("too short", Bytes.of(block));
    }
    String data = new String(block, 2, block.length - OEM_HEAD, StandardCharsets.ISO_8859_1);
    return new CavroFrameWire.Dt(block[1] & 0xFF, data, Bytes.of(block));
  }
}
