package clinic.mmt.dispenser.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import io.vertx.openapi.contract.MediaType;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.contract.RequestBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the contract asks of one operation's request. Its validators are made once: the router's own
 * check makes three of them for each request and hands it to a worker thread, which took longer
 * than a durable commit (docs/performance.md).
 */
final class ContractCheck {

  private static final String JSON = "application/json";
  private static final String NO_OBJECT = "The body is not a JSON object.";

  private final Map<String, Check> path = new HashMap<>();
  private final Optional<Check> body;
  private final boolean bodyRequired;

  /**
   * The check of one operation.
   *
   * @throws IllegalStateException when the contract asks for what is not checked here
   */
  ContractCheck(OpenAPIContract contract, Operation operation) {
    for (Parameter parameter : operation.getParameters()) {
      if (parameter.getIn() != io.vertx.openapi.contract.Location.PATH) {
        throw new IllegalStateException("only path parameters are checked: " + parameter.getName());
      }
      path.put(parameter.getName(), check(contract, parameter.getSchema()));
    }
    RequestBody asked = operation.getRequestBody();
    MediaType json = asked == null ? null : asked.determineContentType(JSON);
    if (asked != null && json == null) {
      throw new IllegalStateException("only JSON is checked: " + operation.getOperationId());
    }
    this.body = Optional.ofNullable(json).map(m -> check(contract, m.getSchema()));
    this.bodyRequired = asked != null && asked.isRequired();
  }

  /** Most values fit for certain; the validator has the last word and the words. */
  private record Check(Predicate<Object> fits, Validator validator) {}

  private static Check check(OpenAPIContract contract, JsonSchema schema) {
    return new Check(
        schema instanceof JsonObject plain ? PlainSchema.of(plain).orElse(v -> false) : v -> false,
        contract.getSchemaRepository().validator(schema));
  }

  /** What is wrong with a request, in words; empty when nothing is. */
  Optional<String> fault(RoutingContext routing) {
    for (Map.Entry<String, Check> each : path.entrySet()) {
      String value = routing.pathParam(each.getKey());
      Optional<String> fault = fault(each.getValue(), value == null ? "" : value);
      if (fault.isPresent()) {
        return Optional.of("The " + each.getKey() + " in the address is wrong: " + fault.get());
      }
    }
    return body.flatMap(check -> faultOfBody(check, routing));
  }

  private Optional<String> faultOfBody(Check check, RoutingContext routing) {
    Buffer bytes = routing.body().buffer();
    if (bytes == null || bytes.length() == 0) {
      return bodyRequired ? Optional.of("The request has no body.") : Optional.empty();
    }
    String type = routing.request().getHeader("content-type");
    if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith(JSON)) {
      return Optional.of("The body is not " + JSON + ".");
    }
    try {
      // The body keeps what it decoded; every body of the contract is an object, and null is none.
      JsonObject object = routing.body().asJsonObject();
      return object == null
          ? Optional.of(NO_OBJECT)
          : fault(check, object).map(f -> "The body is wrong: " + f);
    } catch (DecodeException | ClassCastException e) {
      return Optional.of(NO_OBJECT);
    }
  }

  private static Optional<String> fault(Check check, Object value) {
    if (check.fits().test(value)) {
      return Optional.empty();
    }
    OutputUnit result = check.validator().validate(value);
    if (Boolean.TRUE.equals(result.getValid())) {
      return Optional.empty();
    }
    List<OutputUnit> errors = new ArrayList<>();
    if (result.getErrors() != null) {
      errors.addAll(result.getErrors());
    }
    if (errors.isEmpty()) {
      return Optional.of("it does not fit the contract");
    }
    OutputUnit nearest = errors.getLast();
    String where = nearest.getInstanceLocation();
    return Optional.of(nearest.getError() + (where.length() > 1 ? " at " + where : ""));
  }
}
