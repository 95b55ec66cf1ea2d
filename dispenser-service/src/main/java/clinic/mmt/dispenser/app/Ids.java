package clinic.mmt.dispenser.app;

/** Makes new opaque ids. */
@FunctionalInterface
public interface Ids {

  /** A new id that starts with {@code prefix} and can't be guessed. */
  String next(String prefix);
}
