package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.app.journal.Bytes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Bytes to JSON trees and back; members keep the order they were put in. */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode object(String name, String value) {
    return object().put(name, value);
  }

  /** An object of texts, its members sorted by name. */
  static ObjectNode pairs(Map<String, String> pairs) {
    ObjectNode node = object();
    new TreeMap<>(pairs).forEach(node::put);
    return node;
  }

  static Bytes bytes(JsonNode node) {
    try {
      return Bytes.of(MAPPER.writeValueAsBytes(node));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("text that is not Unicode", e);
    }
  }

  static ObjectNode parse(Bytes bytes) {
    try {
      if (MAPPER.readTree(bytes.toArray()) instanceof ObjectNode node) {
        return node;
      }
    } catch (IOException e) {
      throw new MalformedBody("not JSON: " + e.getClass().getSimpleName());
    }
    throw new MalformedBody("not a JSON object");
  }
}
