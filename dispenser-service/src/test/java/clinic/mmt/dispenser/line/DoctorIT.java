package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./clinic doctor} says of each device, and of the disk, whether it will do. */
class DoctorIT {

  private static final String MAIN = "clinic.mmt.dispenser.main.Main";

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static LineRig rig;

  @BeforeAll
  static void start() throws Exception {
    rig = LineRig.start(folder, 20, 10, 1);
    rig.service().term(); // A port has one user.
    assertEquals(0, rig.service().exit(10));
  }

  @AfterAll
  static void end() throws Exception {
    rig.close();
  }

  private static List<String> doctor(String name, String config, int code) throws Exception {
    Path file = Files.writeString(folder.resolve(name + ".yaml"), config);
    return doctor(name, code, List.of("doctor", "--config", file.toString()));
  }

  private static List<String> doctor(String name, int code, List<String> words) throws Exception {
    try (Child child = Child.start(folder, name, MAIN, words)) {
      assertEquals(code, child.exit(60), child.said() + child.complained());
      assertFalse(child.complained().contains("\tat "), child.complained());
      return (child.said() + child.complained()).lines().filter(l -> !l.isBlank()).toList();
    }
  }

  private static String config() throws IOException {
    return Files.readString(folder.resolve("clinic.yaml"));
  }

  private static void says(List<String> lines, String pattern) {
    assertTrue(lines.stream().anyMatch(l -> l.matches(pattern)), pattern + " in " + lines);
  }

  @Test
  void allIsWell() throws Exception {
    List<String> lines = doctor("well", config(), 0);
    says(lines, "disk (ok|low) [0-9]+ MB free .*");
    for (String station : List.of("s1", "s2")) {
      for (String kind : List.of("pump", "scale", "fingerprint", "token")) {
        says(lines, station + "-" + kind + " " + kind + " ok .*");
      }
    }
  }

  @Test
  void aModuleIsBoundAndToAnotherMarkOnlyWhenThatIsMeant() throws Exception { // H29
    Path file = Files.writeString(folder.resolve("bind.yaml"), config());
    List<String> bind = List.of("doctor", "--config", file.toString(), "--bind", "s2-fingerprint");
    String bound = "s2-fingerprint fingerprint bound .*#([0-9a-f]{64})";
    says(doctor("bind", 0, bind), bound);
    says(doctor("bound", config(), 0), "s2-fingerprint fingerprint ok .*#[0-9a-f]{64}");
    says(doctor("again", 1, bind), "s2-fingerprint fingerprint trouble: .*--replace.*");
    says(doctor("meant", 0, Stream.concat(bind.stream(), Stream.of("--replace")).toList()), bound);
    assertTrue(
        doctor("nobody", 2, List.of("doctor", "--config", file.toString(), "--bind", "x"))
            .getFirst()
            .startsWith("no fingerprint module is called x"));
  }

  @Test
  void anUnpluggedScaleIsNamedWithWhatToDo() throws Exception { // H41
    rig.sim.cable("scale-1", "{\"act\":\"unplug\"}");
    try {
      List<String> lines = doctor("unplugged", config(), 1);
      says(lines, "s1-scale scale trouble: .*(cable|path).*");
      says(lines, "s2-scale scale ok .*");
    } finally {
      rig.sim.plug("scale-1");
    }
  }

  @Test
  void anAdapterWithoutASerialNumberIsNamedWithWhatToDo() throws Exception { // H29, H84
    String twin =
        config()
            .replaceFirst(
                "serial:[^\"]*/pump-1", "serial:/dev/serial/by-id/usb-1a86_USB_Serial-if00-port0");
    List<String> lines = doctor("twin", twin, 1);
    says(lines, "s1-pump pump trouble: there is no .*");
    says(lines, "s1-pump pump note its by-id path has no serial number .*by-path.*");
  }

  @Test
  void anotherDeviceOnThePortIsTrouble() throws Exception { // H29
    String crossed =
        config().replace("links/pump-1", "links/x").replace("links/scale-1", "links/pump-1");
    says(doctor("crossed", crossed.replace("links/x", "links/scale-1"), 1), "s1-pump .*trouble.*");
  }

  /** From the cable upward, each finding on real pseudo-terminals; the control is allIsWell. */
  @Test
  void eachTroubleOfADeviceHasItsOwnWords() throws Exception {
    Path plain = Files.writeString(folder.resolve("plain"), "");
    Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("gone"));
    String wrong =
        config()
            .replaceFirst("serial:[^\"]*links/pump-1", "serial:" + folder.resolve("nowhere"))
            .replaceFirst("serial:[^\"]*links/scale-1", "serial:" + plain)
            .replaceFirst("serial:[^\"]*links/finger-1", "serial:" + dangling)
            .replaceFirst("serial:[^\"]*links/card-1", "tcp://127.0.0.1:" + closedPort());
    rig.sim.fault("pump-2", "{\"kind\":\"no-answer\"}");
    rig.sim.fault("scale-2", "{\"kind\":\"no-answer\"}");
    rig.sim.fault("finger-2", "{\"kind\":\"truncate\",\"atByte\":4}");
    List<String> lines;
    try (FileInputStream held = new FileInputStream(folder.resolve("links/pump-2").toFile())) {
      assertTrue(held.getFD().valid());
      lines = doctor("each", wrong, 1);
    } finally {
      rig.sim.noFaults("pump-2");
      rig.sim.noFaults("scale-2");
      rig.sim.noFaults("finger-2");
    }
    says(lines, "s1-pump pump trouble: there is no /.*nowhere; .*cable.*");
    says(lines, "s1-scale scale trouble: .*plain is no serial port; .*");
    says(lines, "s1-fingerprint fingerprint trouble: .*dangling points to a port that is gone; .*");
    says(lines, "s1-token token trouble: 127.0.0.1:[0-9]+ refuses; .*");
    says(
        lines,
        "s2-pump pump trouble: .*; it is also used by .*\\("
            + ProcessHandle.current().pid()
            + "\\).*: stop that first.*");
    says(lines, "s2-scale scale trouble: not one byte comes; .*RX and TX.*");
    says(lines, "s2-fingerprint fingerprint trouble: bytes come that are no message .*speed.*");
  }

  /** As root without its privileges; the control is allIsWell: the same port, which it may open. */
  @Test
  void aPortThatThisUserMayNotOpenIsSaid() throws Exception {
    List<String> plain = List.of("setpriv", "--bounding-set=-all", "--inh-caps=-all", "--");
    Path pump = folder.resolve("links/pump-1").toRealPath();
    Set<PosixFilePermission> before = Files.getPosixFilePermissions(pump);
    Path file = Files.writeString(folder.resolve("closed.yaml"), config());
    Files.setPosixFilePermissions(pump, Set.of());
    try {
      assumeTrue(bound(plain, pump), "needs setpriv (util-linux)");
      List<String> doctor = List.of("doctor", "--config", file.toString());
      try (Child child = Child.start(plain, folder, "closed", MAIN, doctor)) {
        assertEquals(1, child.exit(60), child.said() + child.complained());
        says(
            child.said().lines().toList(),
            "s1-pump pump trouble: this user may not open .*pump-1; .*group dialout.*");
      }
    } finally {
      Files.setPosixFilePermissions(pump, before);
    }
  }

  /** Whether a program can be started so that it may not read this file. */
  private static boolean bound(List<String> plain, Path closed) throws Exception {
    List<String> command = new ArrayList<>(plain);
    command.addAll(List.of("test", "!", "-r", closed.toString()));
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // There is no setpriv.
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void anotherUnitThanExpectedAndOneKnownTooLittleAreTrouble() throws Exception { // H29
    String other =
        config()
            .replaceFirst("model: mt-sics,", "model: mt-sics, expect: \"SB 1 #2\",")
            .replaceFirst("model: zfm-20,", "model: zfm-20, identity: serial,");
    assertNotEquals(config(), other, "the control: it is another configuration");
    List<String> lines = doctor("other-unit", other, 1);
    says(lines, "s1-scale scale trouble: another device answers: expected SB 1 #2, found .*#.*");
    says(lines, "s1-fingerprint fingerprint trouble: .*must be known by its serial number.*");
  }

  @Test
  void whatADeviceCanNotDoIsSaidWithWhatThatMeans() throws Exception {
    List<String> lines = doctor("notes", config(), 0);
    says(lines, "s1-pump pump note known by its model and firmware only: .*");
    says(lines, "s1-pump pump note forgets its count without power: .*scale.*");
    says(lines, "s1-scale scale note known by its serial number.*");
    says(lines, "s1-scale scale note its weights carry no check: .*pump.*");
    says(lines, "s1-token token note its port opens, it can't be asked more: .*");
  }

  @Test
  void itSpeaksVietnameseToo() throws Exception {
    Path file = Files.writeString(folder.resolve("vi.yaml"), config());
    List<String> vi = List.of("doctor", "--config", file.toString(), "--language", "vi");
    List<String> lines = doctor("vi", 0, vi);
    says(lines, "disk (ok|low) còn [0-9]+ MB .*");
    says(lines, "s1-pump pump note mất điện là quên số đếm: .*cân.*");
    List<String> other = List.of("doctor", "--config", file.toString(), "--language", "fr");
    says(doctor("fr", 2, other), "--language is en or vi");
  }

  @Test
  void aDiskBelowItsFloorIsTrouble() throws Exception { // H65
    String config = "disk: {warn-mb: 1000000, stop-mb: 1000000}\n" + config();
    says(doctor("full", config, 1), "disk stop [0-9]+ MB free .*");
  }

  @Test
  void aWrongConfigurationIsSaidWithItsLine() throws Exception {
    says(doctor("wrong", "sped: 3\n" + config(), 2), ".*wrong.yaml:1: unknown key.*");
  }

  @Test
  void theUpsIsAskedWhereThereIsOne() throws Exception {
    int gone;
    try (Upsd upsd = new Upsd()) {
      gone = upsd.port();
      says(
          doctor("ups", config() + "ups: {name: clinic, port: %d}\n".formatted(gone), 0),
          "ups clinic ok mains");
      upsd.battery(1_260);
      says(
          doctor("battery", config() + "ups: {name: clinic, port: %d}\n".formatted(gone), 0),
          "ups clinic ok battery 21 min");
      says(
          doctor("other", config() + "ups: {name: other, port: %d}\n".formatted(gone), 1),
          "ups other trouble: upsd knows no UPS of this name.*");
    }
    says(
        doctor("gone", config() + "ups: {name: clinic, port: %d}\n".formatted(gone), 1),
        "ups clinic trouble: upsd does not answer.*");
  }
}
