package clinic.mmt.dispenser.app.device;

import java.util.function.Function;

/** What came of asking a station's devices. */
public sealed interface Report<T> {

  /** It worked. */
  record Ok<T>(T value) implements Report<T> {}

  /** It did not: code, plain words, and the way on. Never names a person. */
  record Trouble<T>(String code, String text, String wayOn) implements Report<T> {}

  /** A good report. */
  static <T> Report<T> ok(T value) {
    return new Ok<>(value);
  }

  /** Trouble. */
  static <T> Report<T> trouble(String code, String text, String wayOn) {
    return new Trouble<>(code, text, wayOn);
  }

  /** Goes on with the value, or keeps the trouble. */
  default <R> Report<R> flatMap(Function<T, Report<R>> next) {
    return switch (this) {
      case Ok<T>(T value) -> next.apply(value);
      case Trouble<T>(String code, String text, String wayOn) -> trouble(code, text, wayOn);
    };
  }
}
