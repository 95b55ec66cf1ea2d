package clinic.mmt.dispenser.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of use scenarios is whole, and names only browser tests that there are. */
class UseScenariosTest {

  private static final Path ROOT = Path.of("..");
  private static final Path TESTS =
      ROOT.resolve("clinic-ui/browser-tests/src/test/java/clinic/mmt/screens");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (U-[0-9]{2}) \\|(.*)\\|$");
  private static final Pattern NAMED = Pattern.compile("`(\\w+IT)#(\\w+)`");
  private static final int CELLS = 5;

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("docs/use-scenarios.md"));
  }

  @Test
  void everyRowIsWholeAndSaysWhatShowsItOrWhatIsMissing() throws IOException {
    Set<String> ids = new HashSet<>();
    Matcher row = ROW.matcher(page());
    while (row.find()) {
      assertTrue(ids.add(row.group(1)), "twice: " + row.group(1));
      List<String> cells = List.of(row.group(2).split(" \\| ", -1));
      assertEquals(CELLS, cells.size(), row.group(1));
      cells.forEach(cell -> assertTrue(!cell.isBlank(), row.group(1)));
      String shown = cells.getLast().strip();
      assertTrue(
          NAMED.matcher(shown).find() || shown.startsWith("not yet"), row.group(1) + ": " + shown);
    }
    assertTrue(ids.size() > 30, "the control: " + ids.size() + " rows");
  }

  @Test
  void everyBrowserTestThatIsNamedIsThere() throws IOException {
    List<String> missing = new ArrayList<>();
    Set<String> named = new HashSet<>();
    Matcher test = NAMED.matcher(page());
    while (test.find()) {
      Path file = TESTS.resolve(test.group(1) + ".java");
      named.add(test.group());
      if (!Files.exists(file) || !Files.readString(file).contains("void " + test.group(2) + "(")) {
        missing.add(test.group());
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(named.size() > 15, "the control: " + named.size() + " tests are named");
  }
}
