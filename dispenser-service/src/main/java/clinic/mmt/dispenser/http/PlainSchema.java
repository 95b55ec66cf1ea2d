package clinic.mmt.dispenser.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The plain part of a schema, made ready once: types, patterns, lengths, limits and members. It
 * only ever says that a value fits for certain; whatever it is not certain of is for the validator,
 * which also finds the words. The validator walks the schema and compiles its patterns anew for
 * every request, which is a good part of the way from a tap to the pump (docs/performance.md).
 */
final class PlainSchema {

  /** What says nothing about a value. */
  private static final Set<String> SILENT = Set.of("description", "$id", "$schema");

  private PlainSchema() {}

  /** The check of a schema; empty when there is anything in it that is not plain. */
  static Optional<Predicate<Object>> of(JsonObject schema) {
    List<Predicate<Object>> all = new ArrayList<>();
    for (String keyword : schema.fieldNames()) {
      if (SILENT.contains(keyword) || keyword.startsWith("__")) {
        continue;
      }
      Optional<Predicate<Object>> one = keyword(keyword, schema);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all.add(one.get());
    }
    return Optional.of(value -> all.stream().allMatch(each -> each.test(value)));
  }

  private static Optional<Predicate<Object>> keyword(String keyword, JsonObject schema) {
    return switch (keyword) {
      case "type" -> type(String.valueOf(schema.getValue(keyword)));
      case "pattern" -> {
        Pattern pattern = Pattern.compile(schema.getString(keyword));
        yield Optional.of(v -> v instanceof String s && pattern.matcher(s).find());
      }
      case "minLength" -> {
        int least = schema.getInteger(keyword);
        yield Optional.of(v -> v instanceof String s && s.codePointCount(0, s.length()) >= least);
      }
      case "maxLength" -> {
        int most = schema.getInteger(keyword);
        yield Optional.of(v -> v instanceof String s && s.length() <= most);
      }
      case "minimum" -> {
        long least = schema.getLong(keyword);
        yield Optional.of(v -> v instanceof Integer i && i >= least);
      }
      case "maximum" -> {
        long most = schema.getLong(keyword);
        yield Optional.of(v -> v instanceof Integer i && i <= most);
      }
      case "enum" -> {
        Set<Object> words = schema.getJsonArray(keyword).stream().collect(Collectors.toSet());
        yield Optional.of(v -> v instanceof String && words.contains(v));
      }
      case "required" -> {
        JsonArray names = schema.getJsonArray(keyword);
        yield Optional.of(
            v ->
                v instanceof JsonObject o
                    && names.stream().allMatch(n -> o.containsKey((String) n)));
      }
      case "properties" -> members(schema.getJsonObject(keyword));
      case "additionalProperties" -> noOthers(schema);
      default -> Optional.empty();
    };
  }

  private static Optional<Predicate<Object>> type(String type) {
    return switch (type) {
      case "string" -> Optional.of(String.class::isInstance);
      case "integer" -> Optional.of(Integer.class::isInstance);
      case "boolean" -> Optional.of(Boolean.class::isInstance);
      case "object" -> Optional.of(JsonObject.class::isInstance);
      default -> Optional.empty();
    };
  }

  private static Optional<Predicate<Object>> members(JsonObject properties) {
    Map<String, Predicate<Object>> known = new HashMap<>();
    for (String name : properties.fieldNames()) {
      if (properties.getValue(name) instanceof JsonObject schema) {
        Optional<Predicate<Object>> member = of(schema);
        if (member.isEmpty()) {
          return Optional.empty();
        }
        known.put(name, member.get());
      }
    }
    return Optional.of(
        value ->
            value instanceof JsonObject object
                && object.fieldNames().stream()
                    .allMatch(
                        name ->
                            !known.containsKey(name)
                                || known.get(name).test(object.getValue(name))));
  }

  private static Optional<Predicate<Object>> noOthers(JsonObject schema) {
    if (!Boolean.FALSE.equals(schema.getValue("additionalProperties"))) {
      return Optional.empty();
    }
    Set<String> names = schema.getJsonObject("properties", new JsonObject()).fieldNames();
    return Optional.of(
        value -> value instanceof JsonObject object && names.containsAll(object.fieldNames()));
  }
}
