package clinic.mmt.dispenser.store.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sealed stream: whole and in order, or refused. */
class SealingTest {

  private static final byte[] KEY = new byte[Sealing.KEY_LENGTH];
  private static final byte[] PREFIX = new byte[Sealing.PREFIX_LENGTH];
  private static final byte[] LINES = {'l', 'i', 'n', 'e', 's'};

  private static byte[] some(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static byte[] sealed(byte[] clear) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SealedOut sealed = new SealedOut(out, Sealing.seal(KEY, PREFIX, LINES));
    // In odd pieces, as a copy of files comes.
    for (int from = 0; from < clear.length; from += 7_777) {
      sealed.write(clear, from, Math.min(7_777, clear.length - from));
    }
    sealed.end();
    return out.toByteArray();
  }

  private static byte[] opened(byte[] sealed) throws IOException {
    return new SealedIn(new ByteArrayInputStream(sealed), Sealing.open(KEY, PREFIX, LINES))
        .readAllBytes();
  }

  private static void refused(byte[] sealed, String what) {
    assertThrows(Sealing.Broken.class, () -> opened(sealed), what);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 200_000})
  void whatIsSealedComesOutAgain(int length) throws Exception {
    byte[] clear = some(length);
    byte[] sealed = sealed(clear);
    assertArrayEquals(clear, opened(sealed));
    int pieces = Math.max(1, (length + Sealing.PIECE - 1) / Sealing.PIECE);
    assertEquals(length + pieces * Sealing.TAG_LENGTH, sealed.length);
  }

  @Test
  void aChangedByteIsRefusedWhereverItIs() throws Exception {
    byte[] sealed = sealed(some(300));
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      refused(changed, "byte " + i);
    }
  }

  @Test
  void aCutEndIsRefusedEvenBetweenPieces() throws Exception {
    byte[] sealed = sealed(some(3 * Sealing.PIECE));
    int piece = Sealing.PIECE + Sealing.TAG_LENGTH;
    for (int length : new int[] {0, 1, piece - 1, piece, 2 * piece, 3 * piece - 1}) {
      refused(Arrays.copyOf(sealed, length), "cut at " + length);
    }
    refused(Arrays.copyOf(sealed, sealed.length + 1), "a byte more");
  }

  @Test
  void piecesThatChangedPlacesAreRefused() throws Exception {
    byte[] sealed = sealed(some(3 * Sealing.PIECE));
    int piece = Sealing.PIECE + Sealing.TAG_LENGTH;
    byte[] swapped = sealed.clone();
    System.arraycopy(sealed, 0, swapped, piece, piece);
    System.arraycopy(sealed, piece, swapped, 0, piece);
    refused(swapped, "first and second");
    byte[] without = Arrays.copyOf(sealed, 2 * piece);
    System.arraycopy(sealed, piece, without, 0, 2 * piece);
    refused(without, "without the first");
  }

  @Test
  void anotherKeyOtherLinesOrAnotherBeginningOpenNothing() throws Exception {
    byte[] sealed = sealed(some(10));
    byte[] key = KEY.clone();
    key[31] = 1;
    for (Sealing other :
        new Sealing[] {
          Sealing.open(key, PREFIX, LINES),
          Sealing.open(KEY, some(Sealing.PREFIX_LENGTH), LINES),
          Sealing.open(KEY, PREFIX, new byte[] {'l'})
        }) {
      SealedIn in = new SealedIn(new ByteArrayInputStream(sealed), other);
      assertThrows(Sealing.Broken.class, in::readAllBytes);
    }
  }
}
