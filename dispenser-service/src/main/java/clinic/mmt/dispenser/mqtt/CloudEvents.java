package clinic.mmt.dispenser.mqtt;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.journal.PublicEntry;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * CloudEvents 1.0 in JSON, structured mode. A fact carries the entry's header, its public body as a
 * JSON text (so that the very bytes can be hashed again) and its hashes.
 */
final class CloudEvents {

  /** What the content type of every message says. */
  static final String CONTENT_TYPE = "application/cloudevents+json; charset=utf-8";

  static final String FACT = "clinic.mmt.v1.fact.";
  static final String REPLAY_ENDED = "clinic.mmt.v1.replay.ended";
  static final String STATION = "clinic.mmt.v1.state.station";
  static final String DEVICE = "clinic.mmt.v1.state.device";
  static final String STATUS = "clinic.mmt.v1.status";
  static final String CHECKPOINT = "clinic.mmt.v1.checkpoint";

  private static final int TEXT_MOST = 1 << 20;
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxStringLength(TEXT_MOST)
                      .maxNestingDepth(16)
                      .build())
              .build());

  private CloudEvents() {}

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** The envelope around {@code data}; {@code id} is unique with source and type. */
  static ObjectNode event(String clinic, String type, String id, Instant at, ObjectNode data) {
    ObjectNode event =
        object()
            .put("specversion", "1.0")
            .put("id", id)
            .put("source", "/mmt/" + clinic)
            .put("type", type)
            .put("time", at.toString())
            .put("datacontenttype", "application/json");
    event.set("data", data);
    return event;
  }

  /** A fact; its id is the sequence, by which a consumer drops what it has (H77). */
  static byte[] fact(String clinic, Entry entry) {
    PublicEntry open = PublicEntry.of(entry);
    ObjectNode data =
        object()
            .put("format", open.format())
            .put("sequence", open.sequence())
            .put("atMillis", open.at().toEpochMilli())
            .put("kind", open.kind())
            .put("kindVersion", open.kindVersion())
            .put("actor", open.actor())
            .put("public", open.publicBody().toText())
            .put("privateHash", open.privateHash().toHex())
            .put("hash", open.hash().toHex());
    return bytes(
        event(clinic, FACT + open.kind(), Long.toString(open.sequence()), open.at(), data));
  }

  static byte[] bytes(JsonNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers", e);
    }
  }

  /** Any JSON object; empty for everything else. */
  static Optional<ObjectNode> read(byte[] payload) {
    try {
      return JSON.readTree(payload) instanceof ObjectNode node
          ? Optional.of(node)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The entry of a fact; empty when it is none or lacks something. */
  static Optional<PublicEntry> entry(ObjectNode event) {
    JsonNode data = event.path("data");
    try {
      return Optional.of(
          new PublicEntry(
              number(data, "format").intValue(),
              number(data, "sequence").longValue(),
              Instant.ofEpochMilli(number(data, "atMillis").longValue()),
              text(data, "kind"),
              number(data, "kindVersion").intValue(),
              text(data, "actor"),
              Bytes.utf8(text(data, "public")),
              hash(data, "privateHash"),
              hash(data, "hash")));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static JsonNode number(JsonNode data, String name) {
    JsonNode value = data.path(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new IllegalArgumentException(name);
    }
    return value;
  }

  private static String text(JsonNode data, String name) {
    if (!data.path(name).isTextual()) {
      throw new IllegalArgumentException(name);
    }
    return data.path(name).textValue();
  }

  private static Bytes hash(JsonNode data, String name) {
    return Bytes.of(HexFormat.of().parseHex(text(data, name)));
  }
}
