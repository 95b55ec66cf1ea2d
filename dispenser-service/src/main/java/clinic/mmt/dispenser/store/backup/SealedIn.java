package clinic.mmt.dispenser.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Objects;

/** Opens what {@link SealedOut} sealed, piece by piece: no byte comes out that was not sealed. */
final class SealedIn extends InputStream {

  private final PushbackInputStream in;
  private final Sealing sealing;
  private byte[] piece = new byte[0];
  private int at;
  private boolean ended;
  private boolean begun;

  SealedIn(InputStream in, Sealing sealing) {
    this.in = new PushbackInputStream(in, 1);
    this.sealing = sealing;
  }

  /** Whether at least one piece was opened: then the key is right, and later faults are damage. */
  boolean begun() {
    return begun;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    Objects.checkFromIndexSize(offset, count, into.length);
    while (at == piece.length) {
      if (ended) {
        return -1;
      }
      fill();
    }
    int some = Math.min(count, piece.length - at);
    System.arraycopy(piece, at, into, offset, some);
    at += some;
    return some;
  }

  private void fill() throws IOException {
    byte[] sealed = in.readNBytes(Sealing.PIECE + Sealing.TAG_LENGTH);
    int after = in.read();
    boolean last = after < 0;
    if (!last) {
      in.unread(after);
    }
    piece = sealing.next(sealed, sealed.length, last);
    at = 0;
    begun = true;
    ended = last;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
