package clinic.mmt.dispenser.main.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The contract of {@code explain}: one JSON object a line, exit 0, or 2 with file and line. */
class ExplainCommandTest {

  private static final Path PAGE = Path.of("../docs/domain/explain.md");

  private static final String GOOD =
      """
      - name: one
        today: 2027-03-05
        prescription: {phase: maintenance, dose: 80 mg, from: 2027-02-20, to: 2027-03-20}
        doses:
          - {day: 2027-03-04, dose: 80 mg, kind: observed}
      """;

  @TempDir private Path folder;

  private record Ran(int code, String out, String err) {}

  private Ran run(String cases, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("cases.yaml"), cases);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        new CommandLine(new ExplainCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    List<String> arguments = new java.util.ArrayList<>(List.of(options));
    arguments.add(file.toString());
    return new Ran(line.execute(arguments.toArray(String[]::new)), out.toString(), err.toString());
  }

  private static String block(String page, String fence) {
    Matcher found = Pattern.compile(fence + "\\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertTrue(found.find(), "the page has no block " + fence);
    return found.group(1);
  }

  @Test
  void theExampleOfThePageGivesTheAnswerOfThePage() throws IOException {
    String page = Files.readString(PAGE);
    Ran ran = run(block(page, "```yaml"), "--profile", "VN-2024");
    assertEquals("", ran.err());
    assertEquals(0, ran.code());
    assertEquals(
        block(page, "on stdout, in the order of the file, and nothing else:\\n\\n```"), ran.out());
  }

  @Test
  void vietnameseReasonsOnRequest() throws IOException {
    Ran ran = run(GOOD, "--language", "vi");
    assertTrue(ran.out().contains("Đơn có hiệu lực hôm nay."), ran.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"VN-2024", "US-2024", "AU-2003", "WHO-2009"})
  void everyProfileAnswers(String profile) throws IOException {
    Ran ran = run(GOOD, "--profile", profile);
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().startsWith("{\"name\":\"one\",\"decision\":\"DISPENSE\",\"dose_mg\":80,"));
  }

  /** Every bad case says where and what; no other case is answered then. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "today: 2027-03-05 | today: 2027-02-30 | 2: 'today' must be a day",
        "dose: 80 mg, from | dose: 80, from | 3: 'dose' must be an amount such as '85 mg', not '80'",
        "dose: 80 mg, from | dose: 0 mg, from | 3: 'dose' must be more than nothing",
        "dose: 80 mg, from | dose: 80 ml, from | 3: 'dose' must be an amount",
        "phase: maintenance | phase: forever | 3: 'phase' must be one of",
        "to: 2027-03-20 | to: 2027-02-19 | 3: 'to' is before 'from'",
        "kind: observed | kind: seen | 5: 'kind' must be one of",
        "kind: observed | kind: observed, confirmed: perhaps | 5: 'confirmed' must be one of",
        "name: one | nam: one | 1: unknown key 'nam'",
        "doses: | dosis: | 4: unknown key 'dosis'",
        "- name: one | name: one | 1: the file must be a list"
      })
  void aBadCaseIsNamedByFileAndLine(String from, String to, String expected) throws IOException {
    String good =
        "- name: zero\n" + GOOD.replace("- name: one\n", "").replace("  today", "  today");
    assertEquals(0, run(good).code(), "control");
    String bad =
        from.startsWith("- name")
            ? GOOD.replace("- name", "name").replace("\n  ", "\n")
            : GOOD.replace(from, to);
    Ran ran = run(bad);
    assertEquals(2, ran.code());
    assertEquals("", ran.out());
    assertTrue(ran.err().contains("cases.yaml:" + expected), ran.err());
  }

  @Test
  void anUnknownProfileNamesThoseThatThereAre() throws IOException {
    Ran ran = run(GOOD, "--profile", "XX-1999");
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("VN-2024"), ran.err());
  }
}
