package clinic.mmt.device;

import clinic.mmt.device.frame.Octets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the vector files, which the simulators' tests read as well. */
public final class Vectors {

  private static final Path ROOT = Path.of("..", "docs", "devices");

  private Vectors() {}

  /** One line of a vector file. */
  public record Vector(String id, boolean toDevice, Octets bytes, String meaning) {

    /** Whether the bytes are to be rejected. */
    public boolean isNegative() {
      return id.startsWith("X");
    }

    @Override
    public String toString() {
      return id + " " + meaning;
    }
  }

  /** All vectors of a file, for example {@code new-era/vectors/safe.txt}. */
  public static List<Vector> of(String file) {
    try {
      return Files.readAllLines(ROOT.resolve(file)).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Vectors::vector)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Vector vector(String line) {
    List<String> fields = List.of(line.split(" \\| ", 4));
    if (fields.size() != 4 || !fields.get(1).matches("host|device")) {
      throw new IllegalArgumentException("no vector: " + line);
    }
    return new Vector(
        fields.get(0), fields.get(1).equals("host"), Octets.fromHex(fields.get(2)), fields.get(3));
  }
}
