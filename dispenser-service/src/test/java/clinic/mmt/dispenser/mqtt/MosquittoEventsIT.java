package clinic.mmt.dispenser.mqtt;

import clinic.mmt.dispenser.Needs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.ImagePullPolicy;
import org.testcontainers.utility.DockerImageName;

/** The contract on another maker's broker, as it comes: Mosquitto in a container. */
class MosquittoEventsIT extends EventsContract {

  private static final String IMAGE = "eclipse-mosquitto:2.0";
  private static final int PORT = 1883;

  @SuppressWarnings({"NullAway.Init", "rawtypes"})
  private static GenericContainer broker;

  @BeforeAll
  @SuppressWarnings({"resource", "rawtypes"})
  static void start() {
    Needs.engineOrSkip(
        engineIsThere(), "no container engine here: install docker.io and start dockerd");
    Needs.orSkip(imageIsThere(), "no image " + IMAGE + ": run .ci/mosquitto-image");
    ImagePullPolicy never = name -> false;
    broker =
        new GenericContainer(DockerImageName.parse(IMAGE))
            .withImagePullPolicy(never)
            .withExposedPorts(PORT);
    broker.start();
  }

  private static boolean engineIsThere() {
    try {
      return DockerClientFactory.instance().isDockerAvailable();
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static boolean imageIsThere() {
    try {
      DockerClientFactory.instance().client().inspectImageCmd(IMAGE).exec();
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @AfterAll
  static void end() {
    if (broker != null) {
      broker.stop();
    }
  }

  @Override
  String url() {
    return "tcp://" + broker.getHost() + ":" + broker.getMappedPort(PORT);
  }
}
