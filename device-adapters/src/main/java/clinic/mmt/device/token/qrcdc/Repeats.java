package clinic.mmt.device.token.qrcdc;

import clinic.mmt.device.Token;
import java.util.concurrent.TimeUnit;

/** A scanner reads a code again while it is held there; that is one presentation. Pure. */
sealed interface Repeats {

  /** The same code within this time of its last reading is the same presentation. */
  long SAME_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);

  /** What a reading leads to: the next state, and whether it is a new presentation. */
  record Step(Repeats next, boolean presented) {}

  /** No code yet. */
  record Nothing() implements Repeats {}

  /** {@code token} was last read at {@code lastNanos}. */
  record Seen(Token token, long lastNanos) implements Repeats {}

  /** Takes one more reading. */
  static Step read(Repeats state, Token token, long nowNanos) {
    boolean same =
        switch (state) {
          case Nothing() -> false;
          case Seen(Token before, long lastNanos) ->
              before.equals(token) && nowNanos - lastNanos < SAME_NANOS;
        };
    return new Step(new Seen(token, nowNanos), !same);
  }
}
