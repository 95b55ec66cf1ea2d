package clinic.mmt.sim.rig;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Programs that a test needs: without one it is skipped and says why, in CI it fails. */
public final class Needs {

  private static final boolean IN_CI = System.getenv("CLINIC_CI") != null;

  private Needs() {}

  /** Goes on when this program can be run. */
  public static void program(String name, String debianPackage) {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin");
    boolean there =
        Arrays.stream(path.split(":", -1))
            .map(folder -> Path.of(folder, name))
            .anyMatch(Files::isExecutable);
    if (there) {
      return;
    }
    String reason = name + " is missing here; apt-get install " + debianPackage;
    if (IN_CI) {
      fail("required in CI: " + reason);
    }
    abort(reason);
  }
}
