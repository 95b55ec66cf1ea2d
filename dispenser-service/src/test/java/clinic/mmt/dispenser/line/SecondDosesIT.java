package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Second doses, less by wish and lists for doctors, on the whole line. */
class SecondDosesIT {

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static LineRig rig;

  @SuppressWarnings("NullAway.Init")
  private static Screen doctor;

  @BeforeAll
  static void start() throws Exception {
    rig = LineRig.start(folder, 20, 60, 4);
    doctor = rig.screen("khoa");
  }

  @AfterAll
  static void end() throws Exception {
    doctor.close();
    rig.verified();
    rig.close();
  }

  private static JsonNode noted(String visit) throws Exception {
    for (JsonNode one : doctor.get("/api/noted").body().path("noted")) {
      if (one.path("visit").asText().equals(visit)) {
        return one;
      }
    }
    throw new AssertionError("nothing is noted of " + visit);
  }

  /** vomited in front of staff, ordered by a doctor, poured as a dose of its own. */
  @Test
  void aVomitedDoseIsReplacedByOrder() throws Exception {
    String first = rig.measured("s1", 1);
    rig.drink("s1", first);
    Map<String, Object> vomited = Map.of("minutes", 20, "seenBy", "staff");
    LineRig.expect(rig.step(first, "vomited", vomited));
    JsonNode row = noted(first);
    assertEquals(20, row.path("vomitedMinutes").asInt());
    assertEquals("Canaryname1", row.path("familyName").asText());
    Map<String, Object> order = new HashMap<>();
    order.put("patient", row.path("patient").asText());
    order.put("visit", first);
    order.put("kind", "REPLACEMENT");
    order.put("doseMicrograms", 26_000);
    order.put("reason", "nôn sau 20 phút");
    assertEquals("order-not-possible", doctor.post("/api/added-doses", order).code());
    order.put("doseMicrograms", 25_000);
    assertEquals("not-a-prescriber", rig.lan.post("/api/added-doses", order).code());
    LineRig.expect(doctor.post("/api/added-doses", order));
    String second = rig.measured("s2", 1);
    LineRig.near(2_500, rig.sim.cupMicrolitres("s2"));
    rig.drink("s2", second);
    assertEquals("added-already", doctor.post("/api/added-doses", order).code());
  }

  /** with a reason less is poured, and a doctor reads of it the same day. */
  @Test
  void lessByWishIsPouredAndTold() throws Exception {
    String visit = rig.review("s1", 3);
    assertEquals(
        "reason-missing", rig.step(visit, "pour", Map.of("doseMicrograms", 30_000)).code());
    Map<String, Object> wish = new HashMap<>();
    wish.put("id", visit + "/pour/2");
    wish.put("doseMicrograms", 30_000);
    wish.put("reason", "thấy nhiều quá");
    LineRig.expect(rig.lan.post("/api/visits/" + visit + "/pour", wish));
    rig.lan.awaitPhase("s1", "MEASURED");
    LineRig.near(3_000, rig.sim.cupMicrolitres("s1"));
    rig.drink("s1", visit);
    assertEquals(50_000, noted(visit).path("insteadOfMicrograms").asInt());
  }

  /** too much is watched by the table, and a doctor ends it. */
  @Test
  void whoGotTooMuchIsWatchedUntilADoctorEndsIt() throws Exception {
    String visit = rig.measured("s2", 4);
    rig.drink("s2", visit);
    Map<String, Object> wrong =
        Map.of("wrong", "MORE", "doseMicrograms", 80_000, "what", "hai cốc");
    LineRig.expect(rig.step(visit, "wrong-dose", wrong));
    JsonNode watched = doctor.get("/api/observations").body().path("observations").get(0);
    assertEquals("OVER_DOSE", watched.path("cause").asText());
    assertEquals("Canaryname4", watched.path("familyName").asText());
    Map<String, Object> end =
        Map.of("observation", watched.path("observation").asText(), "finding", "tỉnh táo");
    assertEquals("not-your-function", rig.lan.post("/api/observations/end", end).code());
    LineRig.expect(doctor.post("/api/observations/end", end));
    assertEquals(0, doctor.get("/api/observations").body().path("observations").size());
    assertEquals("no-such-observation", doctor.post("/api/observations/end", end).code());
  }
}
