package clinic.mmt.device.exchange;

import clinic.mmt.device.Device;
import clinic.mmt.device.FrameRecord;
import clinic.mmt.device.LineCounters;
import clinic.mmt.device.LinkState;
import clinic.mmt.device.link.Link;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every driver has from its port. */
public abstract class PortDevice<M extends Message> implements Device {

  private static final Logger LOG = LoggerFactory.getLogger(PortDevice.class);

  private final Port<M> port;

  /** A driver of the device called {@code name}; {@link #start} opens its port. */
  protected PortDevice(String name, Link link, Protocol<M> protocol) {
    PortEvents<M> events =
        new PortEvents<>() {
          @Override
          public void unsolicited(M message) {
            hear(message);
          }

          @Override
          public void up() {
            PortDevice.this.up();
          }

          @Override
          public void down() {
            PortDevice.this.down();
          }
        };
    this.port = new Port<>(name, link, protocol, PortSettings.USUAL, events);
  }

  /** The port. */
  protected final Port<M> port() {
    return port;
  }

  /** Opens the port, once the driver is complete. */
  protected final void start() {
    port.start();
  }

  /** A bug in a listener must not end the port: STOP must go on working. */
  private void hear(M message) {
    try {
      unsolicited(message);
    } catch (RuntimeException e) {
      LOG.error("{}: bug in a listener", name(), e);
    }
  }

  /** The device said something that answers no question; on the owner's thread. */
  protected void unsolicited(M message) {}

  /** The port is open, before anybody else is told; on the owner's thread. */
  protected void up() {}

  /** The port is lost; on the owner's thread. */
  protected void down() {}

  @Override
  public final String name() {
    return port.name();
  }

  @Override
  public final void onLink(Consumer<LinkState> listener) {
    port.onLink(listener);
  }

  @Override
  public final List<FrameRecord> frames() {
    return port.frames();
  }

  @Override
  public final LineCounters counters() {
    return port.counters();
  }

  @Override
  public final void close() {
    port.close();
  }
}
