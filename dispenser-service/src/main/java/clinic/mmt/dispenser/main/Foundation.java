package clinic.mmt.dispenser.main;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.Ids;
import clinic.mmt.dispenser.app.Timers;
import clinic.mmt.dispenser.app.staff.Passwords;
import clinic.mmt.dispenser.main.config.ConfigException;
import clinic.mmt.dispenser.main.config.ServiceConfig;

/** The real-world parts that work outside a running service needs too: seeding, benches. */
public final class Foundation implements AutoCloseable {

  private final RealTimers timers;
  private final SecureIds ids = new SecureIds();
  private final ArgonPasswords passwords = new ArgonPasswords();

  /** Parts whose waits for physics are {@code speed} times shorter. */
  public Foundation(int speed) {
    this.timers = new RealTimers(speed);
  }

  /** Real time. */
  public Timers timers() {
    return timers;
  }

  /** Random ids. */
  public Ids ids() {
    return ids;
  }

  /** Argon2id. */
  public Passwords passwords() {
    return passwords;
  }

  /** Writes the first entry of an empty journal. */
  public void enter(House house, ServiceConfig config) throws ConfigException {
    Epoch.enter(house, config);
  }

  @Override
  public void close() {
    timers.close();
    passwords.close();
  }
}
