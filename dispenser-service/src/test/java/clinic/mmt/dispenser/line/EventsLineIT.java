package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.store.JournalVerifier;
import clinic.mmt.dispenser.store.VerifyOptions;
import clinic.mmt.dispenser.store.VerifyReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service publishes what its journal says, and {@code ./clinic follow} checks it from outside.
 */
class EventsLineIT {

  private static final String MAIN = "clinic.mmt.dispenser.main.Main";

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static Child broker;

  @SuppressWarnings("NullAway.Init")
  private static String url;

  @SuppressWarnings("NullAway.Init")
  private static LineRig rig;

  @BeforeAll
  static void start() throws Exception {
    broker = Child.start(folder, "broker", MAIN, List.of("broker")).ready();
    url = broker.said("broker");
    String config = "broker: {url: \"" + url + "\"}\n" + LineRig.config(folder, 20, 10, "training");
    rig = LineRig.start(folder, config, 20, 6);
  }

  @AfterAll
  static void end() throws Exception {
    rig.verified();
    rig.close();
    broker.close();
  }

  private static VerifyReport.Good ledger() {
    VerifyReport report =
        JournalVerifier.verify(folder.resolve("data/ledger.db"), VerifyOptions.ALL);
    return assertInstanceOf(VerifyReport.Good.class, report, report.line());
  }

  private static String followed(String name, long from, long until, int code) throws Exception {
    try (Child follow =
        Child.start(
            folder,
            name,
            MAIN,
            List.of("follow", url + "/line-test", "--from", "" + from, "--until", "" + until))) {
      assertEquals(code, follow.exit(60), follow.said() + follow.complained());
      return follow.said();
    }
  }

  @Test
  void aDoseIsFollowedFromOutsideWithItsChain() throws Exception {
    rig.drink("s1", rig.measured("s1", 1));
    VerifyReport.Good ledger = ledger();
    String said = followed("all", 1, ledger.entries(), 0);
    assertTrue(
        said.endsWith("entries %d head %s chain ok\n".formatted(ledger.entries(), ledger.head())),
        said);
    assertTrue(said.contains(" dose.swallowed "), said);
    assertTrue(said.contains("\"to\":\"CONSUMED\""), said);
    for (String canary : List.of("Canaryname", "Testgiven", LineRig.card(1))) {
      assertFalse(said.contains(canary), canary + " in " + said);
    }
    List<String> ofPatients =
        said.lines().filter(l -> l.matches("\\S+ \\S+ (dose|prescription)\\..*")).toList();
    assertTrue(ofPatients.size() > 10, "the control: " + ofPatients);
    for (String line : ofPatients) { // section 9: no amount of a dose
      assertFalse(line.contains("icro") || line.contains("50000"), line);
    }
    String tail = followed("tail", ledger.entries() - 1, ledger.entries(), 0);
    assertEquals(3, tail.strip().lines().count(), tail);
  }

  @Test
  void aBrokerKilledInMidPourChangesNothingForTheDose() throws Exception { // H75, H76
    String visit = rig.review("s1", 3);
    LineRig.expect(rig.step(visit, "pour"));
    rig.lan.await("s1", "liquid", s -> s.path("live").path("pumpedMicrolitres").asLong() > 200);
    broker.kill();
    rig.lan.awaitPhase("s1", "MEASURED");
    rig.drink("s1", visit);
    String port = url.replaceAll(".*:", "");
    broker = Child.start(folder, "again", MAIN, List.of("broker", "--port", port)).ready();
    VerifyReport.Good ledger = ledger();
    String said = followed("after", 1, ledger.entries(), 0);
    assertTrue(said.contains("entries " + ledger.entries() + " head " + ledger.head()), said);
  }

  @Test
  void aServiceThatIsKilledIsFollowedOnWhenItIsBack() throws Exception { // H76
    rig.drink("s1", rig.measured("s1", 4));
    rig.kill();
    rig.restart();
    rig.drink("s1", rig.measured("s1", 5));
    VerifyReport.Good ledger = ledger();
    assertTrue(followed("back", 1, ledger.entries(), 0).contains(" chain ok"));
  }

  @Test
  void wrongUsageIsSaid() throws Exception {
    try (Child follow = Child.start(folder, "wrong", MAIN, List.of("follow", url))) {
      assertEquals(2, follow.exit(30), follow.complained());
      assertTrue(follow.complained().contains("tcp://HOST:PORT/CLINIC"), follow.complained());
    }
  }
}
