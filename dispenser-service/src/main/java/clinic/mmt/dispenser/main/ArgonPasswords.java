package clinic.mmt.dispenser.main;

import clinic.mmt.dispenser.app.staff.Passwords;
import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Argon2id with 19 MiB and two passes (OWASP's floor), on a thread of its own. */
final class ArgonPasswords implements Passwords, AutoCloseable {

  private static final Argon2Function ARGON =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "mmt-passwords"));
  private final String nobody = Password.hash("nobody has this password").with(ARGON).getResult();

  @Override
  public void hash(String password, Consumer<String> reply) {
    executor.execute(
        () -> reply.accept(Password.hash(password).addRandomSalt(16).with(ARGON).getResult()));
  }

  @Override
  public void check(String password, String hash, Consumer<Boolean> reply) {
    executor.execute(
        () -> {
          String against = hash.isEmpty() ? nobody : hash;
          Argon2Function function = Argon2Function.getInstanceFromHash(against);
          boolean same = Password.check(password, against).with(function);
          reply.accept(same && !hash.isEmpty());
        });
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
