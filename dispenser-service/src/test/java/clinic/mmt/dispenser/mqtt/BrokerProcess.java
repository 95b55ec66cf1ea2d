package clinic.mmt.dispenser.mqtt;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./clinic broker} as a process of its own, to be killed and started again. */
final class BrokerProcess implements AutoCloseable {

  private Process process;
  private String url;

  private BrokerProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  static BrokerProcess start() throws IOException {
    BrokerProcess broker = new BrokerProcess(launched(0), "");
    broker.url = broker.said();
    return broker;
  }

  private static Process launched(int port) throws IOException {
    return new ProcessBuilder(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-cp",
                System.getProperty("java.class.path"),
                "clinic.mmt.dispenser.main.Main",
                "broker",
                "--port",
                Integer.toString(port)))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private String said() throws IOException {
    String found = "";
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("broker ")) {
        found = line.substring("broker ".length());
      }
      if (line.equals("ready")) {
        return found;
      }
    }
    throw new IOException("the broker did not start");
  }

  String url() {
    return url;
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor(30, TimeUnit.SECONDS);
  }

  /** Again on the same port, remembering nothing. */
  void again() throws IOException {
    process = launched(Integer.parseInt(url.replaceAll(".*:", "")));
    said();
  }

  /** SIGSTOP or SIGCONT. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  @Override
  public void close() {
    process.toHandle().destroyForcibly();
  }
}
