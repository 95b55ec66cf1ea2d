package clinic.mmt.dispenser.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.bottle.StockNo;
import clinic.mmt.dispenser.domain.day.DayNo;
import clinic.mmt.dispenser.domain.dispense.LiveCheck;
import clinic.mmt.dispenser.domain.outgoing.OutgoingNo;
import clinic.mmt.dispenser.domain.service.PumpGate;
import clinic.mmt.dispenser.domain.service.ServiceNo;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation holds: its links, paths, commands, codes and keys are those of the code. */
class DocsTest {

  private static final Path ROOT = Path.of("..");
  private static final Set<String> MADE = Set.of("target", ".git", ".idea", ".vscode");

  private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern OUTSIDE = Pattern.compile("[a-z]+:.*");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
  private static final Pattern OUR_PATH =
      Pattern.compile(
          "(docs|dispenser-service|device-adapters|simulators|clinic-ui|\\.ci|\\.mvn)/[\\w./-]*");
  private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| ([^|]+?) \\|");

  /** Where a refusal's code is the first text: calls that make refusals, troubles and notices. */
  private static final Pattern REFUSAL =
      Pattern.compile(
          "(?:Refusal\\.of|Report\\.trouble|Transition\\.Refused|Answer\\.No|\\brefused?"
              + "|\\bno|\\bnotice)\\(\\s*\"([a-z-]+)\"");

  private static final Pattern EITHER_CODE = Pattern.compile("\\? \"([a-z-]+)\" : \"([a-z-]+)\"");

  @Test
  void everyRelativeLinkLeadsToAFileAndHeading() throws IOException {
    List<String> broken = new ArrayList<>();
    int seen = 0;
    for (Path page : pages()) {
      String prose = CODE.matcher(prose(page)).replaceAll("");
      for (String link : all(LINK, prose)) {
        if (!OUTSIDE.matcher(link).matches()) {
          seen++;
          if (!leads(page, link)) {
            broken.add(page + ": " + link);
          }
        }
      }
    }
    assertTrue(seen > 50, "the control: there are links at all");
    assertEquals(List.of(), broken);
  }

  private static boolean leads(Path page, String link) throws IOException {
    List<String> parts = Arrays.asList(link.split("#", 2));
    Path file =
        parts.getFirst().isEmpty() ? page : page.resolveSibling(parts.getFirst()).normalize();
    if (!Files.exists(file)) {
      return false;
    }
    return parts.size() == 1
        || all(HEADING, prose(file)).stream().anyMatch(h -> anchor(h).equals(parts.getLast()));
  }

  private static String anchor(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .strip()
        .replace(' ', '-');
  }

  @Test
  void everyPathOfOursInBackticksExists() throws IOException {
    List<String> missing = new ArrayList<>();
    int seen = 0;
    for (Path page : pages()) {
      for (String code : all(CODE, prose(page))) {
        for (String word : code.split("\\s+", -1)) {
          if (OUR_PATH.matcher(word).matches()) {
            seen++;
            if (!Files.exists(ROOT.resolve(word))) {
              missing.add(page + ": " + word);
            }
          }
        }
      }
    }
    assertTrue(seen > 5, "the control: there are paths at all");
    assertEquals(List.of(), missing);
  }

  @Test
  void theCommandsOfThePageAreThoseOfTheLauncher() throws IOException {
    String launcher = text(ROOT.resolve("clinic"));
    String usage =
        launcher.substring(launcher.indexOf("Usage: ./clinic"), launcher.indexOf("\nTEXT"));
    List<String> commands = all(Pattern.compile("(?m)^  ([a-z]+) {2,}"), usage);
    String page = text(ROOT.resolve("docs/cli.md"));
    String table = page.substring(page.indexOf("## Commands"), page.indexOf("### "));
    assertTrue(commands.contains("demo"), "the control: the usage list was read");
    assertEquals(commands, all(Pattern.compile("(?m)^\\| `([a-z]+)` \\|"), table));
    assertEquals(commands, all(Pattern.compile("(?m)^### ([a-z]+)$"), page));
  }

  @Test
  void everyCodeHasItsLineInTroubleshootingAndNoOtherHas() throws IOException {
    Set<String> codes = codes();
    assertTrue(codes.containsAll(Set.of("already-dosed", "our-fault", "leak", "overshoot")));
    String page = text(ROOT.resolve("docs/operating/troubleshooting.md"));
    Set<String> all = new TreeSet<>(all(Pattern.compile("(?m)^\\| `([a-z-]+)` \\|"), page));
    assertEquals(codes, all);
  }

  private static Set<String> codes() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (Path file : files(ROOT.resolve("dispenser-service/src/main/java"))) {
      String text = text(file);
      codes.addAll(all(REFUSAL, text));
      if (file.endsWith("ApiServer.java")) {
        EITHER_CODE
            .matcher(text)
            .results()
            .forEach(either -> codes.addAll(List.of(either.group(1), either.group(2))));
      }
    }
    for (LiveCheck.Cause cause : LiveCheck.Cause.values()) {
      codes.add(cause.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    for (StockNo no : StockNo.values()) {
      codes.add(no.code());
    }
    for (OutgoingNo no : OutgoingNo.values()) {
      codes.add(no.code());
    }
    for (DayNo no : DayNo.values()) {
      codes.add(no.code());
    }
    Stream.of(ServiceNo.values()).map(ServiceNo::code).forEach(codes::add);
    Stream.of(PumpGate.values()).map(PumpGate::code).forEach(codes::add);
    return codes;
  }

  @Test
  void everyKeyOfTheConfigurationIsExplained() throws IOException {
    Path config = Path.of("src/main/java/clinic/mmt/dispenser/main/config");
    String read =
        text(config.resolve("ConfigFile.java")) + text(config.resolve("StationKeys.java"));
    Set<String> keys = new TreeSet<>();
    for (String known : all(Pattern.compile("Set\\.of\\(([^)]*)\\)"), read)) {
      keys.addAll(all(Pattern.compile("\"([a-z-]+)\""), known));
    }
    Set<String> explained =
        all(CODE, text(ROOT.resolve("docs/configuration.md"))).stream()
            .flatMap(code -> Stream.of(code.split("[.: ]", -1)))
            .collect(Collectors.toSet());
    assertTrue(keys.contains("rate-ml-per-min"), "the control: the keys were read");
    keys.removeAll(explained);
    assertEquals(Set.of(), keys);
  }

  @Test
  void theGlossaryHasOneLineForEachTerm() throws IOException {
    String page = text(ROOT.resolve("docs/glossary.md"));
    Set<String> seen = new HashSet<>();
    List<String> twice =
        all(FIRST_CELL, page).stream()
            .map(term -> term.toLowerCase(Locale.ROOT))
            .filter(term -> !seen.add(term))
            .toList();
    assertTrue(seen.size() > 50, "the control: the terms were read");
    assertEquals(List.of(), twice);
  }

  @Test
  void noFileMentionsAMachineOrARegistry() throws IOException {
    // Put together here, so that this file does not mention them either.
    String folders = String.join("|", "work", "home", "root");
    String hosts = String.join("|", "repo1?\\.maven", "registry\\.npm", "pypi\\.org");
    Pattern machine =
        Pattern.compile("(?<![\\w.}*-])/(?:" + folders + ")/|" + hosts + "|\\.\\./" + "shared/");
    List<String> found = new ArrayList<>();
    for (Path file : files(ROOT)) {
      machine.matcher(text(file)).results().forEach(m -> found.add(file + ": " + m.group()));
    }
    assertEquals(List.of(), found);
  }

  private static List<Path> pages() throws IOException {
    return files(ROOT).stream().filter(f -> f.toString().endsWith(".md")).toList();
  }

  /** All files below a folder but what a build or an editor makes. */
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> below = Files.list(folder)) {
      List<Path> files = new ArrayList<>();
      for (Path one : below.sorted().toList()) {
        if (MADE.contains(String.valueOf(one.getFileName()))) {
          continue;
        }
        files.addAll(Files.isDirectory(one) ? files(one) : List.of(one));
      }
      return files;
    }
  }

  /** A page without its fenced examples. */
  private static String prose(Path page) throws IOException {
    return FENCE.matcher(text(page)).replaceAll("");
  }

  /** The text of a file; nothing when it is no text. */
  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (MalformedInputException binary) {
      return "";
    }
  }

  /** What the first group of a pattern matches, everywhere in a text. */
  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult m) -> m.group(1)).toList();
  }
}
