package clinic.mmt.dispenser.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.UseCases;
import org.junit.jupiter.api.Test;

/** Passwords are kept as Argon2id, each with a salt of its own. */
class ArgonPasswordsTest {

  @Test
  void aPasswordIsKnownByItsHashAndNoOtherIs() {
    try (ArgonPasswords passwords = new ArgonPasswords()) {
      String hash = UseCases.ask(reply -> passwords.hash("mật khẩu rất dài", reply));
      assertTrue(hash.startsWith("$argon2id$"), hash.substring(0, 10));
      assertTrue(this.check(passwords, "mật khẩu rất dài", hash));
      assertFalse(this.check(passwords, "mật khẩu rất dàI", hash));
    }
  }

  @Test
  void twoHashesOfOnePasswordDiffer() {
    try (ArgonPasswords passwords = new ArgonPasswords()) {
      String one = UseCases.ask(reply -> passwords.hash("the same", reply));
      String two = UseCases.ask(reply -> passwords.hash("the same", reply));
      assertFalse(one.equals(two));
    }
  }

  @Test
  void nobodyLogsInWithAnEmptyHash() {
    try (ArgonPasswords passwords = new ArgonPasswords()) {
      assertEquals(false, check(passwords, "nobody has this password", ""));
    }
  }

  private boolean check(ArgonPasswords passwords, String password, String hash) {
    return UseCases.<Boolean>ask(reply -> passwords.check(password, hash, reply));
  }
}
