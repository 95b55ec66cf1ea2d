package clinic.mmt.device.token.pn532;

import java.util.concurrent.TimeUnit;

/** From looks into the field to one event per presentation. Pure: state, look, time in. */
sealed interface Field {

  /** A card is gone after this long without having been seen. */
  long GONE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** What a look leads to: the next state, and whether a card was put down. */
  record Step(Field next, boolean presented) {}

  /** No card. */
  record Empty() implements Field {}

  /** The card {@code key} was last seen at {@code lastNanos}. */
  record Holding(String key, long lastNanos) implements Field {}

  /** A card was seen. */
  static Step seen(Field state, String key, long nowNanos) {
    boolean same =
        switch (state) {
          case Empty() -> false;
          case Holding(String before, long lastNanos) ->
              before.equals(key) && nowNanos - lastNanos < GONE_NANOS;
        };
    return new Step(new Holding(key, nowNanos), !same);
  }
}
