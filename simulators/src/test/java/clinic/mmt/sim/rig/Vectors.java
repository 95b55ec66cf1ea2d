package clinic.mmt.sim.rig;

import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.core.Hex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the vector files that drivers and simulators share. */
public final class Vectors {

  private Vectors() {}

  /**
   * One line of a vector file.
   *
   * @param id unique in its file
   * @param fromHost else from the device
   * @param bytes on the wire
   * @param meaning in the manual's words
   */
  public record Vector(String id, boolean fromHost, Bytes bytes, String meaning) {

    /** Whether these bytes are to be rejected. */
    public boolean isNegative() {
      return id.startsWith("X");
    }

    @Override
    public String toString() {
      return id + " " + meaning;
    }
  }

  /** All lines of a file of a model. */
  public static List<Vector> read(String model, String file) {
    Path path = Path.of("..", "docs", "devices", model, "vectors", file + ".txt");
    List<Vector> vectors = new ArrayList<>();
    for (String line : lines(path)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split(" \\| ", 4);
        vectors.add(
            new Vector(
                parts[0].strip(),
                "host".equals(parts[1].strip()),
                Bytes.of(Hex.parse(parts[2].strip())),
                parts[3].strip()));
      }
    }
    return vectors;
  }

  private static List<String> lines(Path path) {
    try {
      return Files.readAllLines(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
