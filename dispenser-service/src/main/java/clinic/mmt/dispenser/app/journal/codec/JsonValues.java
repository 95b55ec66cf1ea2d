package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.app.journal.Bytes;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the values of a JSON object: a text as String, a whole number as Long, true and false as
 * Boolean, an object as {@link Members}, a list as List; what no body has is {@link Other}.
 */
final class JsonValues {

  /** Accounts are names of members: kept for ever, each would be sought among all of them. */
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  /** Null, a number with a fraction, or one that is too large. */
  private enum Other {
    OTHER
  }

  private JsonValues() {}

  static Members parse(Bytes bytes) {
    try (JsonParser parser = FACTORY.createParser(bytes.toArray())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedBody("not a JSON object");
      }
      Members members = object(parser);
      if (parser.nextToken() != null) {
        throw new MalformedBody("not JSON: more after its end");
      }
      return members;
    } catch (IOException e) {
      throw new MalformedBody("not JSON: " + e.getClass().getSimpleName());
    }
  }

  private static Members object(JsonParser parser) throws IOException {
    Members members = new Members();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      members.add(name, value(parser, parser.nextToken()));
    }
    return members;
  }

  private static List<Object> list(JsonParser parser) throws IOException {
    List<Object> items = new ArrayList<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      items.add(value(parser, t));
    }
    return items;
  }

  private static Object value(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? Other.OTHER
              : (Object) parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_NUMBER_FLOAT,
          VALUE_NULL,
          VALUE_EMBEDDED_OBJECT,
          NOT_AVAILABLE,
          END_OBJECT,
          END_ARRAY,
          FIELD_NAME ->
          Other.OTHER;
    };
  }
}
