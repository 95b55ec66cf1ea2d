package clinic.mmt.dispenser.app.staff;

import java.util.function.Consumer;

/** Hashes and checks passwords with Argon2id, away from every other thread. */
public interface Passwords {

  /** The hash of a password in PHC form. */
  void hash(String password, Consumer<String> reply);

  /** Whether {@code password} belongs to {@code hash}; an empty hash takes as long and is no. */
  void check(String password, String hash, Consumer<Boolean> reply);
}
