import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Fails when a test that docs/safety/hazards.md names was not run or failed, by the reports of the
 * last build; in CI (CLINIC_CI set) also when it was skipped. Run from the project's folder: java .ci/NamedTests.java
 */
public final class NamedTests {

  private static final Pattern NAMED = Pattern.compile("`(\\w+#\\w+)`");

  private static final String SKIPPED = "was skipped";
  private static final String MAY_SKIP = "was skipped, as it may be,";
  private static final boolean IN_CI = System.getenv("CLINIC_CI") != null;

  public static void main(String[] arguments) throws Exception {
    Map<String, String> outcomes = new HashMap<>();
    for (Path report : reports()) {
      read(report, outcomes);
    }
    TreeSet<String> named = new TreeSet<>();
    NAMED.matcher(Files.readString(Path.of("docs/safety/hazards.md")))
        .results()
        .forEach(m -> named.add(m.group(1)));
    List<String> bad = new ArrayList<>();
    for (String test : named) {
      // A class that was skipped as a whole has one case without a name.
      String whole = outcomes.getOrDefault(test.replaceAll("#.*", "#"), "was not run");
      String outcome = outcomes.getOrDefault(test, whole);
      if (outcome.equals(MAY_SKIP) || (outcome.equals(SKIPPED) && !IN_CI)) {
        System.out.println(test + " " + outcome + " here");
      } else if (!outcome.equals("passed")) {
        bad.add(test + " " + outcome);
      }
    }
    bad.forEach(System.out::println);
    System.out.println("hazard tests " + named.size() + " not passed " + bad.size());
    System.exit(bad.isEmpty() && !named.isEmpty() ? 0 : 1);
  }

  private static List<Path> reports() throws IOException {
    List<Path> reports = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("."), 5)) {
      files
          .filter(f -> f.toString().matches(".*/target/(surefire|failsafe)-reports/TEST-.*\\.xml"))
          .forEach(reports::add);
    }
    return reports;
  }

  /** By class and method; one bad run of a test with parameters is enough. */
  private static void read(Path report, Map<String, String> outcomes) throws Exception {
    NodeList cases =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      Element one = (Element) cases.item(i);
      String type = one.getAttribute("classname").replaceAll(".*\\.", "");
      String method = one.getAttribute("name").replaceAll("[^\\w].*", "");
      String outcome = "passed";
      if (one.getElementsByTagName("skipped").getLength() > 0) {
        String why = ((Element) one.getElementsByTagName("skipped").item(0)).getAttribute("message");
        outcome = why.contains("may be skipped in CI") ? MAY_SKIP : SKIPPED;
      } else if (one.getElementsByTagName("failure").getLength()
              + one.getElementsByTagName("error").getLength()
          > 0) {
        outcome = "failed";
      }
      outcomes.merge(type + "#" + method, outcome, (a, b) -> a.equals("passed") ? b : a);
    }
  }
}
