package clinic.mmt.dispenser.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.counter.Snapshot;
import clinic.mmt.dispenser.app.device.DeviceStatus;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Chain;
import clinic.mmt.dispenser.app.journal.Draft;
import clinic.mmt.dispenser.app.journal.Facts;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.WitnessFactSamples;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code docs/api/asyncapi.yaml} says what the code publishes, and nothing else. */
class AsyncApiTest {

  private static final Topics TOPICS = new Topics("{clinic}");
  private static final Topics CLINIC = new Topics("clinic-a");

  private final JsonNode page = page();

  private static JsonNode page() {
    try {
      String text = Files.readString(Path.of("../docs/api/asyncapi.yaml"));
      return new ObjectMapper()
          .valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theChannelsAreTheTopicsOfTheCode() {
    Set<String> addresses = new TreeSet<>();
    page.path("channels").forEach(channel -> addresses.add(channel.path("address").asText()));
    assertEquals(
        new TreeSet<>(
            List.of(
                TOPICS.fact("{kind}"),
                TOPICS.station("{station}"),
                TOPICS.device("{station}", "{device}"),
                TOPICS.checkpoint(),
                TOPICS.status(),
                TOPICS.replayRequests(),
                TOPICS.replayAnswers("{consumer}"))),
        addresses);
    assertEquals(CloudEvents.CONTENT_TYPE, page.path("defaultContentType").asText());
  }

  @Test
  void onlyReplayRequestsAreListenedTo() { // H79
    List<String> received = new ArrayList<>();
    page.path("operations")
        .forEach(
            operation -> {
              if (operation.path("action").asText().equals("receive")) {
                received.add(operation.path("channel").path("$ref").asText());
              }
            });
    assertEquals(List.of("#/channels/replayRequests"), received);
  }

  @Test
  void aFactIsAsTheContractSays() {
    Draft draft =
        new Draft(Facts.MORNING, "S-01", "dose.pour-tapped", 1, Bytes.utf8("{}"), Bytes.EMPTY);
    byte[] fact = CloudEvents.fact("clinic-a", Chain.GENESIS.next(draft, Bytes.of(new byte[16])));
    follows("fact", CloudEvents.read(fact).orElseThrow());
  }

  @Test
  void statesAreAsTheContractSays() {
    States states = new States(CLINIC);
    State dose = State.of(Phase.MEASURED, Facts.dose("v-1", Facts.PATIENT, Facts.STATION));
    states.take(
        new Snapshot(
            Facts.STATION,
            1,
            List.of(),
            Snapshot.Stage.NO_READ,
            Optional.empty(),
            Optional.of(dose),
            Optional.of(dose),
            Optional.empty(),
            true,
            Optional.empty(),
            Optional.of(Refusal.of("leak", "", "", "look")),
            List.of(new DeviceStatus("s1-pump", "pump", false, "gone")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty()));
    states.take(
        WitnessFactSamples.KEY.sign(
            "clinic-a", 1, new Checkpoint.Head(2, "ab".repeat(32)), Facts.MORNING));
    Set<String> seen = new TreeSet<>();
    for (Optional<Outgoing> next = states.next(Facts.MORNING);
        next.isPresent();
        next = states.next(Facts.MORNING)) {
      assertTrue(next.get().retained());
      ObjectNode event = CloudEvents.read(next.get().payload().toArray()).orElseThrow();
      String message = event.path("type").asText().replaceAll(".*\\.", "");
      seen.add(message);
      follows(message, event);
    }
    assertEquals(Set.of("checkpoint", "device", "station"), seen);
    assertEquals(
        Arrays.stream(Snapshot.Stage.values())
            .map(s -> s.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList(),
        texts(data("station").path("properties").path("stage").path("enum")));
  }

  @Test
  void theTypesAreThoseOfTheCode() {
    assertEquals(CloudEvents.STATION, type("station"));
    assertEquals(CloudEvents.DEVICE, type("device"));
    assertEquals(CloudEvents.STATUS, type("status"));
    assertEquals(CloudEvents.CHECKPOINT, type("checkpoint"));
    assertEquals(CloudEvents.REPLAY_ENDED, type("replayEnded"));
  }

  private String type(String message) {
    return payload(message).path("properties").path("type").path("const").asText();
  }

  private JsonNode payload(String message) {
    return page.path("components").path("messages").path(message).path("payload");
  }

  private JsonNode data(String message) {
    return payload(message).path("properties").path("data");
  }

  /** All that is required is there, nothing else than what is named, and in the shape it has. */
  private void follows(String message, JsonNode event) {
    follows(payload(message), event, message);
    follows(data(message), event.path("data"), message + ".data");
  }

  private static void follows(JsonNode schema, JsonNode value, String where) {
    assertTrue(schema.path("properties").size() > 2, "the control: a schema of " + where);
    for (String required : texts(schema.path("required"))) {
      assertTrue(value.has(required), where + " lacks " + required);
    }
    value
        .properties()
        .forEach(
            member -> {
              JsonNode property = schema.path("properties").path(member.getKey());
              String at = where + "." + member.getKey();
              assertTrue(property.isObject(), at + " is not in the contract");
              shaped(property, member.getValue(), at);
            });
  }

  private static void shaped(JsonNode property, JsonNode value, String at) {
    String text = value.asText();
    boolean typed =
        switch (property.path("type").asText("any")) {
          case "string" -> value.isTextual();
          case "integer" -> value.isIntegralNumber();
          case "boolean" -> value.isBoolean();
          case "object" -> value.isObject();
          default -> true; // A constant, compared below.
        };
    assertTrue(typed, at);
    if (property.has("const")) {
      assertEquals(property.path("const").asText(), text, at);
    }
    if (property.has("enum")) {
      assertTrue(texts(property.path("enum")).contains(text), at);
    }
    if (property.has("pattern")) {
      assertTrue(
          java.util.regex.Pattern.compile(property.path("pattern").asText()).matcher(text).find(),
          at);
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asText()));
    return texts;
  }
}
