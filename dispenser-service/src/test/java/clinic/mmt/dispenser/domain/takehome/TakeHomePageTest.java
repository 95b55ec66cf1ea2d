package clinic.mmt.dispenser.domain.takehome;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on doses to take home names every code with its way on. */
class TakeHomePageTest {

  private static final Path PAGE = Path.of("../docs/how-to/take-home.md");

  /** Run with {@code -Dwrite.docs=true} to write the table anew. */
  @Test
  void everyCodeStandsOnThePage() throws IOException {
    String table =
        Stream.of(TakeHomeFault.values())
            .map(
                f ->
                    "| `%s` (%s) | %s / %s |"
                        .formatted(f.code(), f.rule(), f.english().wayOn(), f.vietnamese().wayOn()))
            .collect(Collectors.joining("\n"));
    String page = Files.readString(PAGE);
    if (Boolean.getBoolean("write.docs")) {
      int from = page.indexOf("|---|---|\n", page.indexOf("## Codes")) + "|---|---|\n".length();
      int to = page.indexOf("\n\n", from);
      Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
      return;
    }
    assertTrue(page.contains(table), "run this test with -Dwrite.docs=true");
  }
}
