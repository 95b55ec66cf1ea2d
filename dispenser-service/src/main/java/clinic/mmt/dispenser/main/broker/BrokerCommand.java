package clinic.mmt.dispenser.main.broker;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A broker for one machine: loopback, in memory, nothing on disk. It may be killed at any moment:
 * consumers keep positions and ask for what they lack.
 */
@Command(
    name = "broker",
    mixinStandardHelpOptions = true,
    description = "Run the MQTT broker of this machine: loopback only, nothing on disk.",
    footer = {"", "Example:", "  clinic broker --port 1883"})
@SuppressWarnings("NullAway.Init")
public final class BrokerCommand implements Callable<Integer> {

  private static final long ALL_BYTES_MOST = 48L << 20;
  private static final long ADDRESS_BYTES_MOST = 8L << 20;
  private static final String LOOPBACK = "127.0.0.1";
  private static final int CANNOT_RUN = 3;

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      defaultValue = "0",
      paramLabel = "P",
      description = "Port on 127.0.0.1; a free one unless given.")
  private int port;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    ActiveMQServer server;
    int listening;
    try {
      listening = port == 0 ? free() : port;
      server = started(listening);
    } catch (IOException e) {
      err.println("no port for the broker: " + e.getMessage());
      return CANNOT_RUN;
    }
    if (server.getRemotingService().getAcceptor("mqtt") == null || !server.isStarted()) {
      err.println("port " + listening + " can't be opened; choose another port");
      return CANNOT_RUN;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println("broker tcp://" + LOOPBACK + ":" + listening);
    out.println("ready");
    out.flush();
    new CountDownLatch(1).await();
    return 0;
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static ActiveMQServer started(int port) throws IOException {
    Configuration configuration =
        new ConfigurationImpl()
            .setPersistenceEnabled(false)
            .setSecurityEnabled(false)
            .setJMXManagementEnabled(false)
            .setGlobalMaxSize(ALL_BYTES_MOST);
    // A consumer that does not read loses its copies, not the others and not the publisher.
    configuration.addAddressSetting(
        "#",
        new AddressSettings()
            .setMaxSizeBytes(ADDRESS_BYTES_MOST)
            .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP)
            .setAutoCreateAddresses(true)
            .setAutoCreateQueues(true));
    ActiveMQServer server = new ActiveMQServerImpl(configuration);
    try {
      configuration.addAcceptorConfiguration(
          "mqtt", "tcp://" + LOOPBACK + ":" + port + "?protocols=MQTT");
      server.start();
      return server;
    } catch (Exception e) { // That is what Artemis declares.
      throw new IOException("the broker did not start: " + e.getMessage(), e);
    }
  }
}
