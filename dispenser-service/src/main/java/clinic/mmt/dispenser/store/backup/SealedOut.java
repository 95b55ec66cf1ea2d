package clinic.mmt.dispenser.store.backup;

import java.io.IOException;
import java.io.OutputStream;

/** Seals what is written to it; without {@link #end} the end is missing, and nothing opens it. */
final class SealedOut extends OutputStream {

  private final OutputStream out;
  private final Sealing sealing;
  private final byte[] piece = new byte[Sealing.PIECE];
  private int length;

  SealedOut(OutputStream out, Sealing sealing) {
    this.out = out;
    this.sealing = sealing;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    int from = offset;
    int left = count;
    while (left > 0) {
      // The last piece is told apart from the others: a full one waits until more comes.
      if (length == piece.length) {
        put(false);
      }
      int some = Math.min(left, piece.length - length);
      System.arraycopy(bytes, from, piece, length, some);
      length += some;
      from += some;
      left -= some;
    }
  }

  private void put(boolean last) throws IOException {
    out.write(sealing.next(piece, length, last));
    length = 0;
  }

  /** Seals the last piece. */
  void end() throws IOException {
    put(true);
  }
}
