package clinic.mmt.dispenser.domain.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of rules has every rule once, and names no test that is not there. */
class RulesPageTest {

  private static final Path PAGE = Path.of("../docs/domain/rules.md");
  private static final Pattern ROW = Pattern.compile("^\\| (R-[^|]+) \\|.*$", Pattern.MULTILINE);
  private static final Pattern IDS = Pattern.compile("R-(\\d+)(?: to R-(\\d+))?");
  private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))`");

  /** Numbers that no rule has. */
  private static final Set<Integer> UNUSED =
      Set.of(
          6, 7, 8, 9, 22, 23, 24, 25, 26, 27, 28, 29, 41, 42, 43, 44, 47, 48, 49, 57, 58, 59, 72,
          73, 74, 104, 105, 106, 107, 108, 109);

  private static Set<Integer> listed() throws IOException {
    Set<Integer> listed = new TreeSet<>();
    Matcher row = ROW.matcher(Files.readString(PAGE));
    while (row.find()) {
      Matcher id = IDS.matcher(row.group(1));
      while (id.find()) {
        int from = Integer.parseInt(id.group(1));
        int to = id.group(2) == null ? from : Integer.parseInt(id.group(2));
        for (int i = from; i <= to; i++) {
          assertTrue(listed.add(i), "R-" + i + " is there twice");
        }
      }
    }
    return listed;
  }

  @Test
  void everyRuleHasOneRow() throws IOException {
    Set<Integer> expected = new TreeSet<>();
    for (int i = 1; i <= 133; i++) {
      if (!UNUSED.contains(i)) {
        expected.add(i);
      }
    }
    assertEquals(expected, listed());
  }

  @Test
  void everyRuleOfAReasonIsOnThePage() throws IOException {
    Set<Integer> listed = listed();
    for (ReasonCode code : ReasonCode.values()) {
      assertTrue(listed.contains(Integer.parseInt(code.rule().substring(2))), code.rule());
    }
  }

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    Set<String> there;
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      there =
          files
              .map(f -> f.getFileName().toString())
              .filter(f -> f.endsWith(".java"))
              .map(f -> f.replace(".java", ""))
              .collect(Collectors.toSet());
    }
    List<String> named =
        NAMED.matcher(Files.readString(PAGE)).results().map(m -> m.group(1)).distinct().toList();
    assertTrue(named.size() > 10);
    named.forEach(test -> assertTrue(there.contains(test), test + " is no test of ours"));
  }

  private static final String MARK = "<!-- generated from here on, see RulesPageTest -->";

  /** Run with {@code -Dwrite.docs=true} to write the page anew. */
  @Test
  void thePageHasEveryReason() throws IOException {
    StringBuilder table = new StringBuilder(MARK + "\n\n");
    table.append(
        "| code | rule | does | says | way on | tiếng Việt |\n|---|---|---|---|---|---|\n");
    for (ReasonCode code : ReasonCode.values()) {
      Reason reason = Reason.of(code, "…", "…");
      table.append(
          "| `%s` | %s | %s | %s | %s | %s |%n"
              .formatted(
                  code.code(),
                  code.rule(),
                  code.weight().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                  reason.english(),
                  code.lifter().english(),
                  reason.vietnamese()));
    }
    String page = Files.readString(PAGE);
    int at = page.indexOf(MARK);
    if (Boolean.getBoolean("write.docs")) {
      Files.writeString(PAGE, page.substring(0, at) + table);
      return;
    }
    assertEquals(table.toString(), page.substring(at), "run this test with -Dwrite.docs=true");
  }
}
