package clinic.mmt.dispenser.mqtt;

import java.util.Optional;

/**
 * Which broker.
 *
 * @param url {@code tcp://host:port} or {@code ssl://host:port}
 * @param user name for a broker that wants one
 * @param password for it; never logged
 */
public record BrokerSettings(String url, Optional<String> user, Optional<String> password) {

  /** A broker that asks for no name. */
  public static BrokerSettings of(String url) {
    return new BrokerSettings(url, Optional.empty(), Optional.empty());
  }

  @Override
  public String toString() {
    return url;
  }
}
