package clinic.mmt.dispenser.app.journal.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Facts;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.fact.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Stored bytes of every kind and version, read by all later programs. A file here is never edited:
 * a kind that changes gets a new version, in a new folder.
 */
class GoldenFilesTest {

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  @TestFactory
  Stream<DynamicTest> aStoredFactIsReadAsItWasAndWrittenByteForByte() throws IOException {
    Map<String, Fact> facts = Facts.ofEveryKind();
    return files().stream()
        .map(file -> DynamicTest.dynamicTest(file.toString(), () -> compare(file, facts)));
  }

  @Test
  void everyKindAndPhaseHasAGoldenFile() throws IOException {
    assertEquals(new TreeSet<>(Facts.ofEveryKind().keySet()), names());
  }

  /** The kinds of facts, group by group. */
  private static Stream<Class<?>> facts(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(GoldenFilesTest::facts)
        : Stream.of(type);
  }

  @Test
  void everyFactOfTheDomainIsAmongTheSamples() { // Else a new fact would have no golden file.
    Set<Class<?>> sampled =
        Facts.ofEveryKind().values().stream().map(Fact::getClass).collect(Collectors.toSet());
    assertEquals(facts(Fact.class).collect(Collectors.toSet()), sampled);
    Set<Phase> phases =
        Facts.ofEveryKind().values().stream()
            .flatMap(fact -> fact instanceof Fact.DoseMoved m ? Stream.of(m.to()) : Stream.empty())
            .map(state -> state.phase())
            .collect(Collectors.toSet());
    assertEquals(Set.of(Phase.values()), phases);
  }

  @Test
  void noPublicBodyNamesAPatientAnAmountOfADoseOrAFreeText() {
    for (Fact fact : Facts.ofEveryKind().values()) {
      String open = FactCodec.encode(fact, DosesBefore.NONE).publicBody().toText();
      for (String secret :
          List.of(Facts.PATIENT.value(), "5905", "5997", "60000", "lý do", "đổi liều", "K-12")) {
        assertTrue(!open.contains(secret), secret + " in " + open);
      }
    }
  }

  private static void compare(Path file, Map<String, Fact> facts) throws IOException {
    Encoded stored = read(file);
    String name = name(file);
    Fact fact = Objects.requireNonNull(facts.get(name), name);
    assertEquals(new Decoded.Known(fact), FactCodec.decode(stored, DosesBefore.NONE));
    Encoded written = FactCodec.encode(fact, DosesBefore.NONE);
    if (stored.version() < written.version()) {
      return; // An old version is read for ever, and never written again.
    }
    assertEquals(stored.publicBody().toText(), written.publicBody().toText());
    assertEquals(stored.privateBody().toText(), written.privateBody().toText());
    assertEquals(stored, written);
  }

  private static Encoded read(Path file) throws IOException {
    Map<String, String> members =
        Files.readAllLines(file).stream()
            .map(line -> Arrays.asList(line.split(" ", 2)))
            .collect(Collectors.toMap(List::getFirst, List::getLast));
    return new Encoded(
        member(members, "kind"),
        Integer.parseInt(member(members, "version")),
        Bytes.utf8(member(members, "public")),
        Bytes.utf8(member(members, "private")));
  }

  private static String member(Map<String, String> members, String name) {
    return Objects.requireNonNull(members.get(name), name);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Set<String> names() throws IOException {
    return files().stream()
        .map(GoldenFilesTest::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - ".txt".length());
  }
}
