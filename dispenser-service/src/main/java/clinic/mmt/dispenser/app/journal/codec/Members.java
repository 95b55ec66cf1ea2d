package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.app.journal.Bytes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object, each to be read once and all to be read. */
final class Members {

  private final Map<String, JsonNode> unread = new LinkedHashMap<>();

  private Members(ObjectNode node) {
    node.properties().forEach(member -> unread.put(member.getKey(), member.getValue()));
  }

  /** The members of a body; an empty body has none. */
  static Members of(Bytes body) {
    return new Members(body.length() == 0 ? Json.object() : Json.parse(body));
  }

  boolean has(String name) {
    return unread.containsKey(name);
  }

  String text(String name) {
    JsonNode value = take(name);
    if (!value.isTextual()) {
      throw new MalformedBody(name + " is not a text");
    }
    return value.textValue();
  }

  Optional<String> maybeText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  long whole(String name) {
    JsonNode value = take(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new MalformedBody(name + " is not a whole number");
    }
    return value.longValue();
  }

  boolean flag(String name) {
    JsonNode value = take(name);
    if (!value.isBoolean()) {
      throw new MalformedBody(name + " is neither true nor false");
    }
    return value.booleanValue();
  }

  LocalDate day(String name) {
    String text = text(name);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new MalformedBody(name + " is not a day");
    }
  }

  Instant instant(String name) {
    String text = text(name);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new MalformedBody(name + " is not an instant");
    }
  }

  Optional<Instant> maybeInstant(String name) {
    return has(name) ? Optional.of(instant(name)) : Optional.empty();
  }

  <E extends Enum<E>> E oneOf(Class<E> type, String name) {
    return constant(type, name, text(name));
  }

  <E extends Enum<E>> List<E> manyOf(Class<E> type, String name) {
    List<E> found = new ArrayList<>();
    for (JsonNode item : array(name)) {
      found.add(constant(type, name, item.isTextual() ? item.textValue() : ""));
    }
    return found;
  }

  Members object(String name) {
    return inner(name, take(name));
  }

  List<Members> objects(String name) {
    List<Members> found = new ArrayList<>();
    for (JsonNode item : array(name)) {
      found.add(inner(name, item));
    }
    return found;
  }

  Map<String, String> pairs(String name) {
    Members inner = object(name);
    Map<String, String> found = new LinkedHashMap<>();
    for (String key : List.copyOf(inner.unread.keySet())) {
      found.put(key, inner.text(key));
    }
    return Map.copyOf(found);
  }

  /** Nothing may be left: a member this program does not know is a later format. */
  void end() {
    if (!unread.isEmpty()) {
      throw new MalformedBody("unknown members " + unread.keySet());
    }
  }

  private JsonNode take(String name) {
    @Nullable JsonNode value = unread.remove(name);
    if (value == null) {
      throw new MalformedBody(name + " is missing");
    }
    return value;
  }

  private JsonNode array(String name) {
    JsonNode value = take(name);
    if (!value.isArray()) {
      throw new MalformedBody(name + " is not a list");
    }
    return value;
  }

  private static Members inner(String name, JsonNode value) {
    if (value instanceof ObjectNode node) {
      return new Members(node);
    }
    throw new MalformedBody(name + " is not an object");
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name, String text) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    throw new MalformedBody(name + " is none of the known words");
  }
}
