package clinic.mmt.dispenser.main.config;

import clinic.mmt.dispenser.main.config.ServiceConfig.Address;
import clinic.mmt.dispenser.main.config.ServiceConfig.Ups;
import java.util.Optional;
import java.util.Set;

/** The keys under {@code ups}: where Network UPS Tools tell what the counters run on. */
final class UpsKeys {

  /** What {@code upsd} listens on where nobody says otherwise. */
  private static final int PORT = 3493;

  private UpsKeys() {}

  static Optional<Ups> read(Yaml root) throws ConfigException {
    if (!root.has("ups")) {
      return Optional.empty();
    }
    Yaml ups = root.map("ups");
    ups.only(Set.of("name", "host", "port"));
    String name = ups.text("name");
    if (!name.matches("[A-Za-z0-9_.-]{1,64}")) {
      throw ups.wrong("name", "must be the UPS's name in ups.conf: letters, digits, '_', '.', '-'");
    }
    String host = ups.text("host", "127.0.0.1");
    if (!host.matches("[^\\s/@]{1,253}")) {
      throw ups.wrong("host", "must be the name or address of the computer that runs upsd");
    }
    return Optional.of(new Ups(name, new Address(host, ups.number("port", PORT, 1, 65535))));
  }
}
