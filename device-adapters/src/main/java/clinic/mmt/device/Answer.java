package clinic.mmt.device;

import java.util.function.Function;

/** What came of asking a device: a value, or a fault as a value. */
public sealed interface Answer<T> {

  /** The device answered. */
  record Ok<T>(T value) implements Answer<T> {}

  /** The device did not give a usable answer. */
  record Failed<T>(Fault fault) implements Answer<T> {}

  /** A good answer. */
  static <T> Answer<T> ok(T value) {
    return new Ok<>(value);
  }

  /** A fault. */
  static <T> Answer<T> failed(Fault fault) {
    return new Failed<>(fault);
  }

  /** The answer with its value changed; a fault stays as it is. */
  default <R> Answer<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Ok<T>(T value) -> new Ok<>(change.apply(value));
      case Failed<T>(Fault fault) -> new Failed<>(fault);
    };
  }

  /** The answer to a next question; a fault stays as it is. */
  default <R> Answer<R> flatMap(Function<? super T, Answer<R>> next) {
    return switch (this) {
      case Ok<T>(T value) -> next.apply(value);
      case Failed<T>(Fault fault) -> new Failed<>(fault);
    };
  }
}
