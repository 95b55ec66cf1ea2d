package clinic.mmt.dispenser.mqtt;

import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the client tells; never calls the client, which would lock itself up. */
final class Ear implements MqttCallback {

  private static final Logger LOG = LoggerFactory.getLogger(Ear.class);

  private final Consumer<Arrived> arrived;
  private Runnable loss = () -> {};
  private boolean gone;

  Ear(Consumer<Arrived> arrived) {
    this.arrived = arrived;
  }

  /** Who is told that the connection is gone; at once when it is already. */
  synchronized void tellLoss(Runnable told) {
    loss = told;
    if (gone) {
      told.run();
    }
  }

  private synchronized void lost() {
    gone = true;
    loss.run();
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    lost();
  }

  @Override
  public void mqttErrorOccurred(MqttException exception) {
    LOG.debug("the broker or the line misbehaves", exception);
    lost();
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    arrived.accept(MqttLink.arrived(topic, message));
  }

  @Override
  public void deliveryComplete(IMqttToken token) {}

  @Override
  public void connectComplete(boolean reconnect, String serverUri) {}

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
