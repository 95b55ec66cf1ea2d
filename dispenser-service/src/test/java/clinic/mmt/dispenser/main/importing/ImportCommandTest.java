package clinic.mmt.dispenser.main.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.store.DataFolder;
import clinic.mmt.dispenser.store.JournalVerifier;
import clinic.mmt.dispenser.store.VerifyOptions;
import clinic.mmt.dispenser.store.VerifyReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The contract of {@code import}: report, exit codes, all or nothing, pages. */
class ImportCommandTest {

  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
  private static final Pattern LAST =
      Pattern.compile(
          "lines (\\d+) outliers (\\d+) faults (\\d+) check ([0-9a-f]{8}) imported (\\S+)");

  @TempDir private Path folder = Path.of("");

  private record Ran(int code, String out, String err) {
    Matcher last() {
      Matcher last = LAST.matcher(out.lines().reduce("", (a, b) -> b));
      assertTrue(last.matches(), out + err);
      return last;
    }

    String check() {
      return last().group(4);
    }
  }

  @BeforeEach
  void configure() throws IOException {
    Files.writeString(
        folder.resolve("clinic.yaml"),
        """
        clinic: {id: import-test, zone: Asia/Ho_Chi_Minh, site: default}
        mode: training
        data: data
        http: {host: 127.0.0.1, port: 0}
        stations:
          s1:
            pump: {model: new-era, link: "tcp://127.0.0.1:1", rate-ml-per-min: 20}
            scale: {model: mt-sics, link: "tcp://127.0.0.1:2"}
            fingerprint: {model: zfm-20, link: "tcp://127.0.0.1:3"}
            token: {model: rdm6300, link: "tcp://127.0.0.1:4"}
        """);
  }

  private List<Map<Column, String>> lines(int count) {
    return new Invented(today, 3).lines(count);
  }

  private Ran run(List<Map<Column, String>> lines, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("patients.csv"), Invented.csv(lines));
    return run(file.toString(), options);
  }

  private Ran run(String first, String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        new CommandLine(new ImportCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    List<String> arguments = new java.util.ArrayList<>(List.of(options));
    arguments.addAll(List.of("--config", folder.resolve("clinic.yaml").toString()));
    if (!first.isEmpty()) {
      arguments.addFirst(first);
    }
    return new Ran(line.execute(arguments.toArray(String[]::new)), out.toString(), err.toString());
  }

  private VerifyReport.Good verified() {
    VerifyReport report =
        JournalVerifier.verify(
            folder.resolve("data/ledger.db"),
            VerifyOptions.ALL.withPeople(folder.resolve("data/people.db")));
    assertTrue(report.ok(), report.line());
    return (VerifyReport.Good) report;
  }

  @Test
  void aDryRunReportsLineByLineOutliersFirstAndLeavesNoTrace() throws IOException {
    List<Map<Column, String>> lines = lines(4);
    lines.get(1).put(Column.DOSE, "8 ml");
    lines.get(2).put(Column.LAST_DAY, today.plusDays(3).toString());
    Path page = folder.resolve("outliers.html");
    Ran ran = run(lines, "--dry-run", "--page", page.toString());
    assertEquals(2, ran.code());
    List<String> said = ran.out().lines().toList();
    String file = folder.resolve("patients.csv").toString();
    assertTrue(said.getFirst().startsWith("outliers 1, to be read first"));
    assertTrue(said.get(1).startsWith(file + ":4:"), said.get(1));
    assertTrue(said.get(1).contains(": outlier last_day: The prescription ends soon. (R-19)"));
    assertEquals(file + ":2: ok", said.get(2));
    assertTrue(said.get(3).matches(Pattern.quote(file) + ":3:\\d+: fault dose: a volume: .*"));
    assertEquals(List.of("4", "1", "1", "no"), figures(ran));
    assertFalse(Files.exists(folder.resolve("data")), "nothing was opened or made");
    assertFalse(ran.out().contains("000D0000"), "no code, no name");
    assertTrue(Files.readString(page).contains(lines.get(2).getOrDefault(Column.GIVEN_NAME, "?")));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(page)));
    assertTrue(run(lines, "--dry-run", "--language", "vi").out().contains("là thể tích"));
  }

  private static List<String> figures(Ran ran) {
    Matcher last = ran.last();
    return List.of(last.group(1), last.group(2), last.group(3), last.group(5));
  }

  /** A sample of what the how-to page says of 10,000, which {@code -Dimport.patients} asks for. */
  @Test
  void manyPatientsAreTakenInWithProgressAndAListForPaper() throws IOException {
    int patients = Integer.getInteger("import.patients", 500);
    List<Map<Column, String>> lines = lines(patients);
    Ran dry = run(lines, "--dry-run");
    assertEquals(0, dry.code(), dry.out());
    Path page = folder.resolve("list.html");
    long began = System.nanoTime();
    Ran ran = run(lines, "--apply", "--outliers-read", dry.check(), "--page", page.toString());
    long millis = (System.nanoTime() - began) / 1_000_000;
    System.out.println(patients + " patients imported and listed in " + millis + " ms");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.err().contains("persons 0 of " + patients), ran.err());
    String imported = ran.last().group(5);
    assertTrue(imported.startsWith("im"), imported);
    // The first entry, the start, the import, and four of each patient.
    assertEquals(3 + 7 * patients, verified().entries());
    int sheets = (patients + 27) / 28;
    assertTrue(Files.readString(page).contains("sheet " + sheets + " / " + sheets));
    Path again = folder.resolve("again.html");
    Ran printed = run("", "--print", imported, "--page", again.toString());
    assertEquals(0, printed.code(), printed.err());
    String digest = printed.out().strip().replaceAll(".* digest ", "");
    assertTrue(Files.readString(page).contains(digest), "the same list, the same digest");
    Ran twice = run(lines, "--apply", "--outliers-read", dry.check());
    assertEquals(2, twice.code());
    assertTrue(twice.err().contains("somebody in care here has this code"));
    assertTrue(twice.err().endsWith("then --dry-run again\n"));
    assertEquals(3 + 7 * patients, verified().entries(), "nothing was written");
  }

  @Test
  void outliersAreReadBeforeAnythingIsTakenIn() throws IOException {
    List<Map<Column, String>> lines = lines(3);
    lines.get(2).put(Column.LAST_DAY, today.plusDays(3).toString());
    Ran unread = run(lines, "--apply");
    assertEquals(1, unread.code());
    assertTrue(unread.err().contains("read the page of outliers"), unread.err());
    String check = run(lines, "--dry-run").check();
    lines.get(1).put(Column.LAST_DAY, today.plusDays(3).toString());
    assertEquals(1, run(lines, "--apply", "--outliers-read", check).code(), "of another file");
    Ran good = run(lines, "--apply", "--outliers-read", run(lines, "--dry-run").check());
    assertEquals(0, good.code(), good.err());
  }

  @Test
  void somebodyInCareHereWithTheSameNameIsAnOutlier() throws IOException {
    assertEquals(0, run(lines(2), "--apply").code());
    List<Map<Column, String>> more = lines(2);
    more.forEach(line -> line.merge(Column.CODE, "b", (a, b) -> a + b));
    assertEquals("2", run(more, "--dry-run").last().group(2));
  }

  @Test
  void whileTheServiceRunsNothingIsOpened() throws Exception {
    assertEquals(0, run(lines(1), "--apply").code());
    try (DataFolder service = DataFolder.open(folder.resolve("data"))) {
      assertTrue(Files.exists(service.ledger()));
      for (String what : List.of("--dry-run", "--apply")) {
        Ran ran = run(lines(1), what);
        assertEquals(3, ran.code());
        assertTrue(ran.err().contains("is in use by process"), ran.err());
      }
    }
  }

  @Test
  void wrongUsageIsSaid() throws IOException {
    assertEquals(2, run("", "--apply").code());
    assertEquals(2, run("nowhere.csv", "--apply").code());
    assertEquals(2, run("x.csv", "--apply", "--dry-run").code());
    assertEquals(2, run("x.csv").code());
    assertEquals(2, run("", "--print", "im1").code());
    assertEquals(3, run("", "--print", "im1", "--page", "x.html").code());
    assertEquals(0, run(lines(1), "--apply").code());
    assertEquals(2, run("", "--print", "im1", "--page", "x.html").code());
  }
}
