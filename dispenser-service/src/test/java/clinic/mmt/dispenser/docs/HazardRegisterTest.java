package clinic.mmt.dispenser.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The hazard register is whole and names only tests and classes that there are. That the tests were
 * also run and not skipped is checked in CI, by {@code .ci/NamedTests.java}.
 */
class HazardRegisterTest {

  private static final Path ROOT = Path.of("..");
  private static final Path PAGE = ROOT.resolve("docs/safety/hazards.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (H[0-9]{2,3}) \\|(.*)\\|$");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern SUPER = Pattern.compile("class \\w+ extends (\\w+)");

  /** Java files by the name of their class. */
  private static final Map<String, List<Path>> TESTS = new HashMap<>();

  private static final Map<String, List<Path>> CLASSES = new HashMap<>();

  /** A row: id, hazard, control, where, test, what remains. */
  private record Hazard(String id, List<String> cells) {
    String where() {
      return cells.get(2);
    }

    String test() {
      return cells.get(3);
    }

    boolean notYet() {
      return test().startsWith("not yet (");
    }
  }

  @BeforeAll
  static void findClasses() throws IOException {
    collect(ROOT.resolve("clinic-ui/browser-tests/src/test/java"), TESTS);
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path module : modules.toList()) {
        collect(module.resolve("src/test/java"), TESTS);
        collect(module.resolve("src/main/java"), CLASSES);
      }
    }
  }

  private static void collect(Path folder, Map<String, List<Path>> byName) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(f -> f.toString().endsWith(".java"))
          .forEach(
              f ->
                  byName
                      .computeIfAbsent(
                          f.getFileName().toString().replace(".java", ""), n -> new ArrayList<>())
                      .add(f));
    }
  }

  private static List<Hazard> hazards() throws IOException {
    return ROW.matcher(Files.readString(PAGE))
        .results()
        .map(
            m ->
                new Hazard(
                    m.group(1),
                    Arrays.stream(m.group(2).split(" \\|", -1)).map(String::strip).toList()))
        .toList();
  }

  @Test
  void everyNumberHasOneRow() throws IOException {
    List<String> expected =
        Stream.of(
                IntStream.rangeClosed(1, 14),
                IntStream.rangeClosed(20, 31),
                IntStream.rangeClosed(35, 44),
                IntStream.rangeClosed(50, 58),
                IntStream.rangeClosed(60, 62),
                IntStream.rangeClosed(65, 72),
                IntStream.rangeClosed(75, 110))
            .flatMap(IntStream::boxed)
            .map("H%02d"::formatted)
            .toList();
    assertEquals(expected, hazards().stream().map(Hazard::id).toList());
  }

  @Test
  void everyRowSaysSomethingInEveryColumn() throws IOException {
    for (Hazard hazard : hazards()) {
      long filled = hazard.cells().stream().filter(c -> !c.isEmpty()).count();
      assertEquals(5, filled, hazard.id());
      assertTrue(
          hazard.notYet() || hazard.test().contains("#"),
          hazard.id() + " names a test or says «not yet (why)»");
    }
  }

  @Test
  void everyTestNamedThereExists() throws IOException {
    List<String> missing = new ArrayList<>();
    int seen = 0;
    for (Hazard hazard : hazards()) {
      for (String test : names(hazard.test())) {
        seen++;
        if (!exists(test)) {
          missing.add(hazard.id() + " " + test);
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(seen > 100, "the control: tests are named at all: " + seen);
    assertTrue(!exists("DocsTest#thisOneIsNotThere"), "the control: a test that does not exist");
  }

  @Test
  void everyPlaceNamedThereExists() throws IOException {
    TreeSet<String> missing = new TreeSet<>();
    for (Hazard hazard : hazards()) {
      names(hazard.where()).stream()
          .filter(n -> !CLASSES.containsKey(n))
          .forEach(n -> missing.add(hazard.id() + " " + n));
    }
    assertEquals(new TreeSet<>(), missing);
  }

  private static List<String> names(String cell) {
    return CODE.matcher(cell).results().map(m -> m.group(1)).toList();
  }

  /** Whether a class, or one that it extends, has the test method or architecture rule. */
  private static boolean exists(String test) throws IOException {
    List<String> parts = List.of(test.split("#", 2));
    Pattern method =
        Pattern.compile("(?:void|ArchRule) " + Pattern.quote(parts.getLast()) + "(?:\\(| =)");
    for (Path file : TESTS.getOrDefault(parts.getFirst(), List.of())) {
      String text = Files.readString(file);
      if (method.matcher(text).find()) {
        return true;
      }
      Matcher parent = SUPER.matcher(text);
      if (parent.find() && exists(parent.group(1) + "#" + parts.getLast())) {
        return true;
      }
    }
    return false;
  }
}
