package clinic.mmt.dispenser.main;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The program's version, as the build wrote it. */
final class Version {

  private Version() {}

  static String text() {
    try (InputStream in = Version.class.getResourceAsStream("/clinic-version.txt")) {
      return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }
}
