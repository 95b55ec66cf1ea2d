package clinic.mmt.dispenser.mqtt;

import clinic.mmt.dispenser.app.journal.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a broker, from connecting to its loss; then a fresh one is made (the client's
 * own reconnecting and its buffers are not used). Publishing is paced by permits that an
 * acknowledgement gives back, never by waiting for a token: a waiting thread runs ahead of the
 * client's own counting. Every wait has an end.
 */
final class MqttLink implements AutoCloseable {

  private static final int QOS = 1;
  private static final int WINDOW_MOST = 16;
  private static final int WINDOW_RESERVE = 4;
  private static final int KEEP_ALIVE_SECONDS = 5;
  private static final int CONNECT_SECONDS = 5;
  private static final int ACK_SECONDS = 10;
  private static final int CLOSE_MILLIS = 1000;
  private static final int TOO_MANY = 32202;
  private static final Logger LOG = LoggerFactory.getLogger(MqttLink.class);

  private final MqttAsyncClient client;
  private final Semaphore window;
  private final AtomicInteger pending = new AtomicInteger();
  private final Runnable signal;
  private volatile boolean lost;

  private MqttLink(MqttAsyncClient client, int permits, Runnable signal) {
    this.client = client;
    this.window = new Semaphore(permits);
    this.signal = signal;
  }

  /**
   * Who connects, and what becomes of it.
   *
   * @param id client id, the clinic's for its publisher
   * @param will published by the broker when the connection breaks
   * @param arrived takes messages on the client's thread; must return at once
   * @param signal called when something changed: an acknowledgement, the loss
   */
  record Who(String id, Optional<Outgoing> will, Consumer<Arrived> arrived, Runnable signal) {}

  /** Connects with a fresh client; empty when there is no broker or it says no. */
  static Optional<MqttLink> connect(BrokerSettings settings, Who who) {
    MqttAsyncClient client;
    try {
      client = new MqttAsyncClient(settings.url(), who.id(), new MemoryPersistence());
    } catch (MqttException e) {
      throw new IllegalArgumentException("no broker's address: " + settings.url(), e);
    }
    CompletableFuture<Integer> receiveMaximum = new CompletableFuture<>();
    Ear ear = new Ear(who.arrived());
    try {
      client.setCallback(ear);
      client.connect(options(settings, who), null, connected(receiveMaximum));
      int most = receiveMaximum.orTimeout(CONNECT_SECONDS, TimeUnit.SECONDS).join();
      int permits = Math.clamp(most - WINDOW_RESERVE, 1, WINDOW_MOST);
      MqttLink link = new MqttLink(client, permits, who.signal());
      ear.tellLoss(link::loss);
      return Optional.of(link);
    } catch (MqttException | CompletionException e) {
      LOG.debug("no connection to the broker", e);
      close(client);
      return Optional.empty();
    }
  }

  private static MqttConnectionOptions options(BrokerSettings settings, Who who) {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(true);
    options.setSessionExpiryInterval(0L);
    options.setAutomaticReconnect(false);
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    options.setConnectionTimeout(CONNECT_SECONDS);
    settings.user().ifPresent(options::setUserName);
    settings
        .password()
        .ifPresent(password -> options.setPassword(password.getBytes(StandardCharsets.UTF_8)));
    who.will().ifPresent(will -> options.setWill(will.topic(), message(will)));
    return options;
  }

  private static MqttActionListener connected(CompletableFuture<Integer> receiveMaximum) {
    return new MqttActionListener() {
      @Override
      public void onSuccess(IMqttToken token) {
        MqttProperties properties = token.getResponseProperties();
        Integer most = properties == null ? null : properties.getReceiveMaximum();
        receiveMaximum.complete(most == null ? 0xFFFF : most);
      }

      @Override
      public void onFailure(IMqttToken token, Throwable exception) {
        receiveMaximum.completeExceptionally(exception);
      }
    };
  }

  private static MqttMessage message(Outgoing out) {
    MqttMessage message = new MqttMessage(out.payload().toArray(), QOS, out.retained(), null);
    MqttProperties properties = new MqttProperties();
    properties.setContentType(CloudEvents.CONTENT_TYPE);
    out.answerTo().ifPresent(properties::setResponseTopic);
    out.correlation().ifPresent(c -> properties.setCorrelationData(c.toArray()));
    message.setProperties(properties);
    return message;
  }

  /** Asks for messages of a topic; false when the broker did not say yes. */
  boolean subscribe(String topic) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    try {
      client.subscribe(
          new MqttSubscription[] {new MqttSubscription(topic, QOS)},
          null,
          answer(() -> done.complete(true), () -> done.complete(false)),
          new MqttProperties());
      return done.completeOnTimeout(false, ACK_SECONDS, TimeUnit.SECONDS).join();
    } catch (MqttException e) {
      LOG.debug("not subscribed", e);
      return false;
    }
  }

  /**
   * Hands a message over; {@code acknowledged} is called on the client's thread. False, and the
   * link is lost, when the broker acknowledges nothing any more.
   */
  boolean publish(Outgoing out, Runnable acknowledged) {
    MqttMessage message = message(out);
    if (lost || !permitted()) {
      return false;
    }
    pending.incrementAndGet();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(ACK_SECONDS);
    while (!lost && System.nanoTime() - end < 0) {
      try {
        client.publish(out.topic(), message, null, acked(acknowledged));
        return true;
      } catch (MqttException e) {
        if (e.getReasonCode() != TOO_MANY) {
          break;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1)); // Back-pressure, no failure.
      }
    }
    pending.decrementAndGet();
    loss();
    return false;
  }

  private boolean permitted() {
    try {
      if (window.tryAcquire(ACK_SECONDS, TimeUnit.SECONDS)) {
        return true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    loss();
    return false;
  }

  private MqttActionListener acked(Runnable acknowledged) {
    return answer(
        () -> {
          pending.decrementAndGet();
          acknowledged.run();
          window.release();
          signal.run();
        },
        () -> {
          pending.decrementAndGet();
          window.release();
          loss();
        });
  }

  private static MqttActionListener answer(Runnable good, Runnable bad) {
    return new MqttActionListener() {
      @Override
      public void onSuccess(IMqttToken token) {
        int[] reasons = token.getReasonCodes();
        boolean refused =
            reasons != null
                && reasons.length > 0
                && reasons[0] >= MqttReturnCode.RETURN_CODE_UNSPECIFIED_ERROR;
        (refused ? bad : good).run();
      }

      @Override
      public void onFailure(IMqttToken token, Throwable exception) {
        bad.run();
      }
    };
  }

  private void loss() {
    lost = true;
    signal.run();
  }

  /** No use in it any more. */
  void giveUp() {
    loss();
  }

  /** Whether a fresh connection is needed. */
  boolean lost() {
    return lost;
  }

  /** How many messages the broker has not acknowledged. */
  int pending() {
    return pending.get();
  }

  @Override
  public void close() {
    close(client);
  }

  private static void close(MqttAsyncClient client) {
    try {
      if (client.isConnected()) {
        client.disconnect(0).waitForCompletion(CLOSE_MILLIS);
      } else {
        client.disconnectForcibly(0, CLOSE_MILLIS, false);
      }
    } catch (MqttException e) {
      LOG.debug("the connection was gone before it was closed", e);
    }
    try {
      client.close(true);
    } catch (MqttException e) {
      LOG.debug("the client did not close cleanly", e);
    }
  }

  /** An arrived message without the client's types. */
  static Arrived arrived(String topic, MqttMessage message) {
    MqttProperties properties = message.getProperties();
    Optional<MqttProperties> given = Optional.ofNullable(properties);
    return new Arrived(
        topic,
        Bytes.of(message.getPayload()),
        given.flatMap(p -> Optional.ofNullable(p.getResponseTopic())),
        given.flatMap(p -> Optional.ofNullable(p.getCorrelationData())).map(Bytes::of));
  }
}
