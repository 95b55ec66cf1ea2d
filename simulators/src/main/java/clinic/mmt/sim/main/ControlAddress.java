package clinic.mmt.sim.main;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Reads HOST:PORT of the control port; nothing but loopback is taken. */
final class ControlAddress {

  private static final int PORT_MAX = 65_535;

  private ControlAddress() {}

  static InetSocketAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon).replace("[", "").replace("]", "");
    String port = text.substring(colon + 1);
    if (host.isEmpty() || !port.matches("\\d{1,5}") || Integer.parseInt(port) > PORT_MAX) {
      throw new IllegalArgumentException("--control " + text + ": give HOST:PORT, 127.0.0.1:0");
    }
    InetAddress address = resolve(host);
    if (!address.isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "--control " + text + ": the control port binds to loopback only; give 127.0.0.1:PORT");
    }
    return new InetSocketAddress(address, Integer.parseInt(port));
  }

  private static InetAddress resolve(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("--control: unknown host " + host, e);
    }
  }
}
