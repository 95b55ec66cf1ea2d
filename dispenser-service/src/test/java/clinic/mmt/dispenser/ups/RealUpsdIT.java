package clinic.mmt.dispenser.ups;

import clinic.mmt.dispenser.Needs;
import clinic.mmt.dispenser.Until;
import clinic.mmt.dispenser.domain.degraded.Power;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against the real {@code upsd} with a made-up UPS; skipped where NUT is not there. */
class RealUpsdIT {

  private static final Path UPSD = Path.of("/lib/nut/upsd");
  private static final Path DRIVER = Path.of("/lib/nut/dummy-ups");

  @TempDir private Path folder = Path.of("");
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void end() throws InterruptedException {
    for (Process process : processes) {
      process.destroy();
      process.waitFor(5, TimeUnit.SECONDS);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Process run(Path program, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(program.getFileName() + ".log").toFile());
    builder.environment().put("NUT_CONFPATH", folder.toString());
    builder.environment().put("NUT_STATEPATH", folder.toString());
    builder.environment().put("NUT_ALTPIDPATH", folder.toString());
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private void says(String... lines) throws IOException {
    Path next = Files.writeString(folder.resolve("next"), String.join("\n", lines) + "\n");
    Files.move(
        next, folder.resolve("clinic.dev"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static void await(InetSocketAddress upsd, String ups, String words) throws Exception {
    Until.holds(words, () -> NutClientTest.words(asked(upsd, ups)).equals(words));
  }

  private static Power asked(InetSocketAddress upsd, String ups) {
    List<Power> answers = new ArrayList<>();
    new NutClient(ups, upsd, Duration.ofSeconds(2), Runnable::run).ask(answers::add);
    return answers.getFirst();
  }

  @Test
  void theRealServiceIsUnderstood() throws Exception {
    Needs.orSkip(
        Files.isExecutable(UPSD) && Files.isExecutable(DRIVER),
        "Network UPS Tools (Debian: nut-server)");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    int port = freePort();
    InetSocketAddress upsd = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    String user = System.getProperty("user.name");
    Files.writeString(
        folder.resolve("ups.conf"),
        "[clinic]\ndriver = dummy-ups\nport = %s\nmode = dummy-once\n"
            .formatted(folder.resolve("clinic.dev")));
    Files.writeString(folder.resolve("upsd.conf"), "LISTEN 127.0.0.1 %d\n".formatted(port));
    Files.writeString(folder.resolve("upsd.users"), "");
    says("ups.status: OL", "battery.runtime: 1260", "battery.charge: 87");
    Process driver = run(DRIVER, "-a", "clinic", "-u", user, "-F");
    Until.holds("the driver", () -> Files.exists(folder.resolve("dummy-ups-clinic")));
    run(UPSD, "-u", user, "-F");
    await(upsd, "clinic", "mains");
    await(upsd, "another", "unknown NO_SUCH_UPS");
    says("ups.status: OB DISCHRG", "battery.runtime: 1260", "battery.charge: 87");
    await(upsd, "clinic", "battery 21 87");
    says("ups.status: OB LB", "battery.runtime: 100", "battery.charge: 4");
    await(upsd, "clinic", "battery 0 4");
    says("ups.status: OL CHRG LB");
    await(upsd, "clinic", "mains");
    says("ups.status: WAIT");
    await(upsd, "clinic", "unknown NOT_UNDERSTOOD");
    driver.destroy();
    driver.waitFor(5, TimeUnit.SECONDS);
    await(upsd, "clinic", "unknown NO_DATA");
  }
}
