package clinic.mmt.dispenser.main.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench gives all its figures; what they are is for an idle machine to say. */
class LedgerBenchTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void everyFigureHasItsLine() throws Exception {
    List<String> lines = new LedgerBench(folder, 1, 1, progress -> {}).run();
    assertEquals(
        List.of(
            "append-1-per-s",
            "append-1-p99-us",
            "append-16-per-s",
            "append-gain-16-per-s",
            "append-16-p99-us",
            "append-64-per-s",
            "append-gain-64-per-s",
            "append-64-p99-us",
            "verify-entries-per-s",
            "journal-bytes-per-dose"),
        lines.stream().map(line -> line.split(" ", -1)[0]).toList());
    for (String line : lines) {
      assertTrue(
          line.matches("[a-z0-9-]+ [1-9][0-9]* ([1-9][0-9]*|-) ([0-9]+\\.[0-9]{2}|-) \\S+ \\S+"),
          line);
    }
  }
}
