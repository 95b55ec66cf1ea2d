package clinic.mmt.dispenser.main.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One patient after the other, with the hands of the simulated people. */
final class DemoScript {

  private static final Duration IDENTITY = Duration.ofSeconds(30);
  private static final Duration PHYSICS = Duration.ofSeconds(60);

  /** A simulated person takes this long to drink, in the simulated world's time. */
  private static final Duration DRINKING = Duration.ofSeconds(8);

  private final ControlPort hands;
  private final ApiClient screen;
  private final ApiClient pharmacist;
  private final int speed;
  private int bottles = 1;

  DemoScript(ControlPort hands, ApiClient screen, ApiClient pharmacist, int speed) {
    this.hands = hands;
    this.screen = screen;
    this.pharmacist = pharmacist;
    this.speed = speed;
  }

  /** Signs in and opens the live socket. */
  void begin() throws IOException, InterruptedException, TimeoutException {
    screen.logIn("lan", "demo-lan-2026");
    pharmacist.logIn("mai", "demo-mai-2026");
    screen.watch();
    expect(screen.post("/api/stations/s1/sign-in", Map.of()), "sign in");
    screen.await("the devices", PHYSICS, s -> allUp(s.path("devices")));
  }

  private static boolean allUp(JsonNode devices) {
    for (JsonNode device : devices) {
      if (!device.path("up").asBoolean()) {
        return false;
      }
    }
    return devices.size() == 5;
  }

  /** One visit, from the card to the swallow; false when it ended in another way. */
  boolean dose(DemoPeople.Invented patient)
      throws IOException, InterruptedException, TimeoutException {
    hands.cup("put");
    changeBottle();
    present(patient);
    JsonNode ready =
        screen.await(
            "an identified patient and a tared cup",
            IDENTITY,
            s ->
                s.path("dose").path("phase").asText().equals("REVIEWING")
                    && s.path("ready").asBoolean());
    hands.post("/stations/s1/finger", "{\"finger\":null}");
    String visit = ready.path("dose").path("visit").asText();
    step(visit, "pour", Map.of("attestation", "Đúng người · tỉnh táo · đã hỏi tên và liều"));
    JsonNode poured = screen.await("a measured cup", PHYSICS, s -> settled(s, visit));
    String phase = poured.path("dose").path("phase").asText();
    if (phase.equals("DISCREPANCY")) {
      step(visit, "as-it-is", Map.of());
    } else if (!phase.equals("MEASURED")) {
      return false;
    }
    hands.cup("lift");
    screen.await(
        "the lifted cup to be handed over",
        PHYSICS,
        s -> s.path("watched").path("visit").asText().equals(visit));
    TimeUnit.MILLISECONDS.sleep(DRINKING.toMillis() / speed);
    hands.cup("drink");
    step(visit, "swallowed", Map.of("attestation", "Đã uống hết · tráng cốc · đã nói chuyện"));
    return true;
  }

  private static boolean settled(JsonNode s, String visit) {
    String phase = s.path("dose").path("phase").asText();
    return !s.path("dose").path("visit").asText().equals(visit)
        || phase.equals("MEASURED")
        || phase.equals("DISCREPANCY")
        || phase.equals("OUTCOME_UNKNOWN");
  }

  private void present(DemoPeople.Invented patient)
      throws IOException, InterruptedException, TimeoutException {
    hands.post("/stations/s1/card", "{\"card\":\"" + patient.card() + "\",\"dwellMillis\":200}");
    screen.await("the card to be read", IDENTITY, s -> s.path("stage").asText().equals("finger"));
    hands.post("/stations/s1/finger", "{\"finger\":\"" + patient.finger() + "\"}");
  }

  private void step(String visit, String step, Map<String, String> fields)
      throws IOException, InterruptedException {
    Map<String, String> body = new java.util.HashMap<>(fields);
    body.put("id", visit + "/" + step + "/1");
    expect(screen.post("/api/visits/" + visit + "/" + step, body), step);
  }

  /** A bottle is changed before it falls below its floor, by the pharmacist. */
  private void changeBottle() throws IOException, InterruptedException {
    long left = hands.get("/stations/s1/truth").path("bottleMicrolitres").asLong();
    if (left > 150_000) {
      return;
    }
    bottles++;
    hands.post("/stations/s1/bottle", "{\"microlitres\":1000000}");
    expect(
        pharmacist.post(
            "/api/stations/s1/bottle",
            Map.of(
                "bottle",
                "B-%04d".formatted(bottles),
                "batch",
                DemoSeed.FIRST_BOTTLE.batch().value(),
                "volumeMicrolitres",
                1_000_000,
                "lineMicrolitres",
                0)),
        "mount a bottle");
  }

  private static void expect(ApiClient.Answer answer, String what) throws IOException {
    if (!answer.good()) {
      throw new IOException(what + ": " + answer.text());
    }
  }
}
