package clinic.mmt.sim.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The JSON object of a request; every complaint says what to send. */
final class Body {

  private final JsonNode node;

  private Body(JsonNode node) {
    this.node = node;
  }

  static Body of(String text) {
    JsonNode node = Json.read(text);
    if (node == null || !node.isObject()) {
      throw ControlException.badRequest("send one JSON object");
    }
    return new Body(node);
  }

  /** Refuses fields that mean nothing here. */
  Body only(String... allowed) {
    List<String> known = List.of(allowed);
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw ControlException.badRequest(
                    "unknown field " + name + "; known here: " + String.join(", ", known));
              }
            });
    return this;
  }

  boolean isNull(String field) {
    return node.has(field) && node.get(field).isNull();
  }

  boolean has(String field) {
    return node.has(field);
  }

  Optional<String> text(String field) {
    if (!node.has(field)) {
      return Optional.empty();
    }
    if (!node.get(field).isTextual()) {
      throw ControlException.badRequest(field + " wants a text");
    }
    return Optional.of(node.get(field).textValue());
  }

  String required(String field, String example) {
    return text(field)
        .orElseThrow(
            () ->
                ControlException.badRequest(
                    field
                        + " is missing; send for instance {\""
                        + field
                        + "\":\""
                        + example
                        + "\"}"));
  }

  boolean flag(String field, boolean usual) {
    if (!node.has(field)) {
      return usual;
    }
    if (!node.get(field).isBoolean()) {
      throw ControlException.badRequest(field + " wants true or false");
    }
    return node.get(field).booleanValue();
  }

  Optional<Long> whole(String field, long least, long most) {
    if (!node.has(field)) {
      return Optional.empty();
    }
    JsonNode value = node.get(field);
    boolean fits =
        value.isIntegralNumber()
            && value.canConvertToLong()
            && value.longValue() >= least
            && value.longValue() <= most;
    if (!fits) {
      throw ControlException.badRequest(
          field + " wants a whole number from " + least + " to " + most);
    }
    return Optional.of(value.longValue());
  }

  long requiredWhole(String field, long least, long most) {
    return whole(field, least, most)
        .orElseThrow(
            () ->
                ControlException.badRequest(
                    field + " is missing; send a whole number from " + least + " to " + most));
  }

  /** A decimal number in thousandths. */
  Optional<Long> thousandths(String field, long most) {
    if (!node.has(field)) {
      return Optional.empty();
    }
    JsonNode value = node.get(field);
    BigDecimal number = value.isNumber() ? value.decimalValue().movePointRight(3) : null;
    if (number == null || number.signum() < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw ControlException.badRequest(
          field + " wants a number from 0 to " + BigDecimal.valueOf(most, 3).toPlainString());
    }
    return Optional.of(number.longValue());
  }
}
