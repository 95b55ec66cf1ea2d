package clinic.mmt.judge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A whole body, for the few kinds of entries that are lists of things; there is one a day. */
final class Tree {

  /** Accounts are names of members: kept for ever, each would be sought among all of them. */
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Tree> inner = new HashMap<>();
  private final Map<String, List<Tree>> lists = new HashMap<>();

  private Tree() {}

  static Tree of(byte[] bytes) {
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      parser.nextToken();
      return object(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Tree object(JsonParser parser) throws IOException {
    Tree tree = new Tree();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      switch (parser.nextToken()) {
        case START_OBJECT -> tree.inner.put(name, object(parser));
        case START_ARRAY -> tree.lists.put(name, list(parser));
        default -> tree.texts.put(name, parser.getText());
      }
    }
    return tree;
  }

  /** Texts of a list are left out. */
  private static List<Tree> list(JsonParser parser) throws IOException {
    List<Tree> all = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      if (next == JsonToken.START_OBJECT) {
        all.add(object(parser));
      }
    }
    return all;
  }

  boolean has(String name) {
    return texts.containsKey(name);
  }

  String text(String name) {
    return texts.getOrDefault(name, "");
  }

  long number(String name) {
    return has(name) ? Long.parseLong(text(name)) : 0;
  }

  /** An object in it; an empty one where there is none. */
  Tree object(String name) {
    return inner.getOrDefault(name, new Tree());
  }

  List<Tree> list(String name) {
    return lists.getOrDefault(name, List.of());
  }
}
