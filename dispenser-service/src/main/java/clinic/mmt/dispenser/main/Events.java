package clinic.mmt.dispenser.main;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.events.SentEvents;
import clinic.mmt.dispenser.http.SimulatedDevices;
import clinic.mmt.dispenser.main.config.ConfigException;
import clinic.mmt.dispenser.main.config.ServiceConfig;
import clinic.mmt.dispenser.mqtt.BrokerSettings;
import clinic.mmt.dispenser.mqtt.Publisher;
import clinic.mmt.dispenser.mqtt.Topics;
import clinic.mmt.dispenser.store.DataFolder;
import clinic.mmt.dispenser.store.PositionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** The publisher of events, where the configuration names a broker. */
final class Events {

  private Events() {}

  /** Not started yet; a password file that cannot be read is a wrong configuration. */
  static Optional<Publisher> publisher(ServiceConfig config, House house, DataFolder folder)
      throws ConfigException {
    if (config.broker().isEmpty()) {
      return Optional.empty();
    }
    ServiceConfig.Broker broker = config.broker().get();
    return Optional.of(
        new Publisher(
            new BrokerSettings(broker.url(), broker.user(), password(broker)),
            new Topics(config.clinic()),
            house.journal(),
            new PositionFile(folder.mqttPosition()),
            house.clock()));
  }

  /** What the simulators' panel shows; none in a clinic of real devices. */
  static Optional<SimulatedDevices> simulated(ServiceConfig config, Optional<Publisher> publisher) {
    return config
        .simulators()
        .map(
            control ->
                new SimulatedDevices(
                    control,
                    publisher.map(
                        p -> {
                          SentEvents sent = new SentEvents();
                          p.show(sent);
                          return sent;
                        })));
  }

  private static Optional<String> password(ServiceConfig.Broker broker) throws ConfigException {
    if (broker.passwordFile().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(broker.passwordFile().get()).strip());
    } catch (IOException e) {
      throw new ConfigException(
          "broker.password-file " + broker.passwordFile().get() + " can't be read; check the path");
    }
  }
}
