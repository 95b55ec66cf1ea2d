package clinic.mmt.dispenser.line;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A made-up {@code upsd} with one UPS, {@code clinic}, whose variables a test sets. */
final class Upsd implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private volatile Map<String, String> variables = Map.of("ups.status", "OL");

  Upsd() throws IOException {
    Thread thread = new Thread(this::serve, "upsd");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  /** What it says from now on. */
  void says(Map<String, String> next) {
    variables = Map.copyOf(next);
  }

  /** The mains are out, and the battery lasts so many seconds. */
  void battery(int seconds) {
    says(
        Map.of(
            "ups.status", "OB DISCHRG",
            "battery.runtime", Integer.toString(seconds),
            "battery.charge", "64"));
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept();
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          socket.getOutputStream().write((answer(line) + "\n").getBytes(StandardCharsets.UTF_8));
        }
      } catch (IOException hungUp) {
        // The client has hung up, or the test is over: the next one may come.
      }
    }
  }

  private String answer(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 4 || !line.startsWith("GET VAR ")) {
      return line.equals("LOGOUT") ? "OK Goodbye" : "ERR UNKNOWN-COMMAND";
    }
    if (!words[2].equals("clinic")) {
      return "ERR UNKNOWN-UPS";
    }
    String value = variables.get(words[3]);
    return value == null
        ? "ERR VAR-NOT-SUPPORTED"
        : "VAR clinic %s \"%s\"".formatted(words[3], value);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
