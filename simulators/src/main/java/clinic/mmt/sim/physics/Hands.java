package clinic.mmt.sim.physics;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people hold to the readers: a finger on the glass, a card in the field, a code before a
 * window.
 */
public final class Hands {

  /** Stays until lifted. */
  public static final long UNTIL_LIFTED = Long.MAX_VALUE;

  private @Nullable Finger finger;
  private long fingerNanosLeft;
  private @Nullable String card;
  private long cardNanosLeft;
  private @Nullable String code;
  private long codeNanosLeft;

  /** Lays a finger on the glass for so long (real time) or until it is lifted. */
  public void lay(Finger laid, long dwellNanos) {
    finger = laid;
    fingerNanosLeft = dwellNanos;
  }

  /** Takes the finger away. */
  public void liftFinger() {
    finger = null;
  }

  /** Holds a card (10 hex digits) into the field for so long (real time). */
  public void present(String cardHex, long dwellNanos) {
    card = cardHex;
    cardNanosLeft = dwellNanos;
  }

  /** Holds a code before the scanner's window for so long (real time). */
  public void show(String text, long dwellNanos) {
    code = text;
    codeNanosLeft = dwellNanos;
  }

  /** The finger on the glass. */
  public Optional<Finger> finger() {
    return Optional.ofNullable(finger);
  }

  /** The card in the field. */
  public Optional<String> card() {
    return Optional.ofNullable(card);
  }

  /** The text of the code before the window. */
  public Optional<String> code() {
    return Optional.ofNullable(code);
  }

  /** Lets real time pass; hands are not quickened by the speed of the bench. */
  public void advance(long realNanos) {
    if (fingerNanosLeft != UNTIL_LIFTED) {
      fingerNanosLeft -= realNanos;
      finger = fingerNanosLeft <= 0 ? null : finger;
    }
    if (cardNanosLeft != UNTIL_LIFTED) {
      cardNanosLeft -= realNanos;
      card = cardNanosLeft <= 0 ? null : card;
    }
    if (codeNanosLeft != UNTIL_LIFTED) {
      codeNanosLeft -= code == null ? 0 : realNanos;
      code = codeNanosLeft <= 0 ? null : code;
    }
  }
}
