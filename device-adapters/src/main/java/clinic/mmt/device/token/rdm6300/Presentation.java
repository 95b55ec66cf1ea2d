package clinic.mmt.device.token.rdm6300;

import clinic.mmt.device.Token;
import java.util.concurrent.TimeUnit;

/**
 * From frames that repeat to one event per presentation. Pure: state, card and time in, state out.
 */
sealed interface Presentation {

  /** A card is gone after this long without a frame of it. */
  long SILENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** Another card within this time of the present one is a second card in the field. */
  long SECOND_CARD_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

  /** What a frame leads to: the next state, and whether it is a presentation of its card. */
  record Step(Presentation next, boolean presented) {}

  /** No card yet. */
  record Nothing() implements Presentation {}

  /** {@code token} was last read at {@code lastNanos}. */
  record Present(Token token, long lastNanos) implements Presentation {}

  /** Takes one more frame. */
  static Step read(Presentation state, Token token, long nowNanos) {
    return switch (state) {
      case Nothing() -> new Step(new Present(token, nowNanos), true);
      case Present(Token before, long lastNanos) -> {
        long since = nowNanos - lastNanos;
        if (before.equals(token)) {
          yield new Step(new Present(token, nowNanos), since >= SILENCE_NANOS);
        }
        yield since < SECOND_CARD_NANOS
            ? new Step(state, false)
            : new Step(new Present(token, nowNanos), true);
      }
    };
  }
}
