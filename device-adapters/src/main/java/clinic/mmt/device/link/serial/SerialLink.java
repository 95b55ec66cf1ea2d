package clinic.mmt.device.link.serial;

import clinic.mmt.device.link.Connection;
import clinic.mmt.device.link.LineSettings;
import clinic.mmt.device.link.Link;
import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A serial port of this machine. */
public final class SerialLink implements Link {

  private final String path;
  private final LineSettings settings;

  /** A link to the port at {@code path}; nothing is opened yet. */
  public SerialLink(String path, LineSettings settings) {
    this.path = path;
    this.settings = settings;
  }

  /**
   * Opens the port by its path, never from a list: pseudo-terminals are in no list, and a port
   * object does not survive an unplug. Time-outs are set last, other settings would undo them.
   */
  @Override
  public Connection open() throws IOException {
    SerialPort port = port();
    port.setComPortParameters(
        settings.baud(),
        settings.dataBits(),
        settings.stopBits() == 2 ? SerialPort.TWO_STOP_BITS : SerialPort.ONE_STOP_BIT,
        parity());
    port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
    if (!port.openPort(0)) {
      throw new IOException("can't open " + path + ", error " + port.getLastErrorCode());
    }
    port.flushIOBuffers();
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, Connection.READ_MILLIS_MAX, 0);
    return new SerialConnection(port);
  }

  private SerialPort port() throws IOException {
    try {
      return SerialPort.getCommPort(path);
    } catch (SerialPortInvalidPortException e) {
      throw new IOException("no serial port at " + path, e);
    }
  }

  private int parity() {
    return switch (settings.parity()) {
      case NONE -> SerialPort.NO_PARITY;
      case EVEN -> SerialPort.EVEN_PARITY;
      case ODD -> SerialPort.ODD_PARITY;
    };
  }

  @Override
  public String describe() {
    return "serial:" + path + "?" + settings;
  }

  private static final class SerialConnection implements Connection {

    /** A native write has no time-out, so none is begun while the far end takes nothing. */
    private static final int AWAITING_MAX = 2048;

    /** Some drivers tell nothing of what waits (pseudo-terminals): then a write may not end. */
    private static final long WRITE_NANOS_MAX = TimeUnit.SECONDS.toNanos(1);

    private static final long IDLE = Long.MIN_VALUE;

    private final SerialPort port;
    private final AtomicLong writingSince = new AtomicLong(IDLE);

    SerialConnection(SerialPort port) {
      this.port = port;
    }

    /** The one who reads also looks after the write: closing the port makes it come back. */
    @Override
    public int read(byte[] into) throws IOException {
      long since = writingSince.get();
      if (since != IDLE && System.nanoTime() - since > WRITE_NANOS_MAX) {
        port.closePort();
        throw new IOException("takes nothing any more");
      }
      int count = port.readBytes(into, into.length);
      if (count < 0) {
        throw new IOException("unplugged");
      }
      return count;
    }

    @Override
    public int write(byte[] bytes, int from, int count) throws IOException {
      if (port.bytesAwaitingWrite() > AWAITING_MAX) {
        return 0;
      }
      writingSince.set(System.nanoTime());
      int handed = port.writeBytes(bytes, count, from);
      writingSince.set(IDLE);
      if (handed < 0) {
        throw new IOException("unplugged");
      }
      return handed;
    }

    @Override
    public void close() {
      port.closePort();
    }
  }
}
