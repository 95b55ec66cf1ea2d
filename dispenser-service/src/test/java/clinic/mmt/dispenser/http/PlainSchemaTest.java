package clinic.mmt.dispenser.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.Validator;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The quick check of a request takes nothing that the contract's validator would not take. */
class PlainSchemaTest {

  private static final List<String> BODIES =
      List.of(
          "{'id':'v1/pour/1'}",
          "{'id':'v1/pour/1','attestation':'fit'}",
          "{'id':'v1/part-taken/2','permille':1000}",
          "{'id':'v1/pour/1','unknown':[1]}",
          "{}",
          "{'id':7}",
          "{'id':null}",
          "{'id':'v1/pour/1','attestation':''}",
          "{'id':'v1/pour/1','attestation':null}",
          "{'id':'v1/pour/1','permille':1001}",
          "{'id':'v1/pour/1','permille':-1}",
          "{'id':'v1/pour/1','permille':0.5}",
          "{'id':'v1/pour/1','permille':99999999999}",
          "{'id':'no command id'}");

  @Test
  void whatItTakesTheValidatorTakesAndATapIsTaken() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      OpenAPIContract contract =
          OpenAPIContract.from(vertx, "openapi.yaml")
              .toCompletionStage()
              .toCompletableFuture()
              .get();
      Operation step = Objects.requireNonNull(contract.operation("step"));
      JsonSchema schema =
          Objects.requireNonNull(
                  Objects.requireNonNull(step.getRequestBody())
                      .determineContentType("application/json"))
              .getSchema();
      Predicate<Object> plain = PlainSchema.of((JsonObject) schema).orElseThrow();
      Validator validator = contract.getSchemaRepository().validator(schema);
      int taken = 0;
      for (String body : BODIES) {
        JsonObject value = new JsonObject(body.replace('\'', '"'));
        boolean valid = Boolean.TRUE.equals(validator.validate(value).getValid());
        assertEquals(valid, plain.test(value), body);
        taken += valid ? 1 : 0;
      }
      assertEquals(4, taken);
      String words = "x".repeat(201);
      assertFalse(plain.test(new JsonObject().put("id", "v1/pour/1").put("reason", words)));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get();
    }
  }

  @Test
  void aKeywordItDoesNotKnowIsForTheValidatorAlone() {
    assertEquals(
        Optional.empty(),
        PlainSchema.of(new JsonObject("{\"type\":\"string\",\"format\":\"date\"}")));
    assertEquals(
        Optional.empty(),
        PlainSchema.of(
            new JsonObject("{\"properties\":{\"a\":{\"oneOf\":[]}},\"type\":\"object\"}")));
    Predicate<Object> closed =
        PlainSchema.of(
                new JsonObject(
                    "{\"properties\":{\"a\":{\"type\":\"string\"}},\"additionalProperties\":false}"))
            .orElseThrow();
    assertTrue(closed.test(new JsonObject().put("a", "b")));
    assertFalse(closed.test(new JsonObject().put("b", "b")));
  }
}
