package clinic.mmt.sim.pump.newera;

import clinic.mmt.sim.core.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Cuts the host's bytes into packets; half a packet is a state, not an error. */
final class NeFramerWire {

  /** Longest command that is taken in Basic mode. */
  private static final int BASIC_BYTES_MAX = 64;

  private static final int LEAST_SAFE_LENGTH = NePacketWire.SAFE_OVERHEAD;

  private final ByteArrayOutputStream partial = new ByteArrayOutputStream();

  /** Takes one byte; returns the packet it completes. */
  Optional<NePacketWire> accept(byte next, boolean safeMode) {
    if (partial.size() == 0 && safeMode && next != NePacketWire.STX) {
      return Optional.empty();
    }
    partial.write(next);
    byte[] soFar = partial.toByteArray();
    return soFar[0] == NePacketWire.STX ? safe(soFar) : basic(soFar);
  }

  private Optional<NePacketWire> safe(byte[] soFar) {
    if (soFar.length < 2) {
      return Optional.empty();
    }
    int length = soFar[1] & 0xFF;
    if (length < LEAST_SAFE_LENGTH) {
      discard();
      return Optional.of(new NePacketWire.Bad("bad length", Bytes.of(soFar)));
    }
    if (soFar.length < length + 1) {
      return Optional.empty();
    }
    discard();
    return Optional.of(NePacketWire.safe(soFar));
  }

  private Optional<NePacketWire> basic(byte[] soFar) {
    if (soFar[soFar.length - 1] == NePacketWire.CR) {
      discard();
      return Optional.of(NePacketWire.basic(soFar));
    }
    if (soFar.length >= BASIC_BYTES_MAX) {
      discard();
      return Optional.of(new NePacketWire.Bad("bad length", Bytes.of(soFar)));
    }
    return Optional.empty();
  }

  boolean isWaitingInSafePacket() {
    return partial.size() > 0 && partial.toByteArray()[0] == NePacketWire.STX;
  }

  void discard() {
    partial.reset();
  }
}
