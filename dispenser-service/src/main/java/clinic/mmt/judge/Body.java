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
import java.util.Optional;

/**
 * A body's members: texts and numbers as text, by the path of their names; lists of movements and
 * of intents apart.
 */
final class Body {

  /** Names of the members of a dose that an entry takes away. */
  private static final String WITHOUT = "without";

  /** From version 3 on: what the pump counted for the last intent, told alone. */
  private static final String PUMPED = "pumpedMicrolitres";

  /** Accounts are names of members: kept for ever, each would be sought among all of them. */
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();

  /** Members that matter to the judge; the others are not even made into texts. */
  private static final Map<String, String> MATTERS =
      names(
          "",
          "dose",
          "station",
          "from",
          "to",
          "patient",
          "day",
          "part",
          "prescription",
          "steps",
          "firstDay",
          "lastDay",
          "signedDay",
          "label",
          "micrograms",
          "knownUntil",
          "import",
          "order",
          "prescriber",
          "staff",
          "role",
          "certificate",
          "until",
          "sitting",
          "number",
          "kind",
          "answer",
          "downtime",
          "standing",
          "doseMicrograms",
          "bottle",
          "batch",
          "concentrationMicrogramsPerMillilitre",
          "observation",
          "letter",
          "why",
          "overLimits",
          "first",
          "second",
          "fingers",
          "note",
          "hold",
          "by",
          "site",
          "digest",
          "movement",
          "leaving",
          PUMPED,
          "value",
          "before",
          "after",
          "doctor",
          "head",
          "file",
          "line",
          "orders",
          "act",
          "heldFrom",
          "inUseUntil",
          "into",
          "grossMicrograms",
          "product",
          "containerMicrolitres",
          "emptyMicrograms",
          "words");

  /** Members that are objects and matter to the judge, and of them what matters. */
  private static final Map<String, Map<String, String>> READ =
      Map.of(
          "order",
          names(
              "order.",
              "prescription",
              "doseMicrograms",
              "volumeMicrolitres",
              "capMicrolitres",
              "bottle",
              "batch"),
          "identification",
          names("identification.", "method"),
          "weighing",
          names("weighing.", "confirmed"));

  private static Map<String, String> names(String path, String... names) {
    Map<String, String> paths = new HashMap<>();
    for (String name : names) {
      paths.put(name, path + name);
    }
    return paths;
  }

  /** One intended pour; only one that is not by hand is a start of a pump. */
  record Intent(String id, long commanded, long pumped, String kind) {

    Intent pumping(long microlitres) {
      return new Intent(id, commanded, microlitres, kind);
    }

    boolean byHand() {
      return kind.startsWith("HAND");
    }

    /** No scale weighs what it pours. */
    boolean unweighed() {
      return kind.equals("UNWEIGHED");
    }
  }

  /** Containers of one batch in a delivery. */
  record Came(String batch, String product, String expiry, long density, List<String> labels) {}

  /** One leg of a movement; {@code batch} and account in one key. */
  record Leg(String batch, String account, String of, long microlitres) {}

  private final Map<String, String> members = new HashMap<>(32);
  private final List<Intent> intents = new ArrayList<>(2);
  private final List<List<Leg>> postings = new ArrayList<>(2);
  private final List<Came> came = new ArrayList<>(0);
  private boolean intentsTold;

  /** What nothing is written of. */
  private static final Body EMPTY = new Body();

  private Body() {}

  static Body of(byte[] bytes) {
    if (bytes.length == 0) {
      return EMPTY;
    }
    Body body = new Body();
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      parser.nextToken();
      body.object(parser, MATTERS, READ);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return body;
  }

  /**
   * A dose after an entry that tells what it changes: the members of {@code before} but those told
   * anew or taken away. Postings are the entry's alone.
   */
  Body onto(Body before) {
    Body whole = new Body();
    whole.members.putAll(before.members);
    if (has(WITHOUT)) {
      for (String gone : text(WITHOUT).split(" ", -1)) {
        whole.members.keySet().removeIf(name -> name.equals(gone) || name.startsWith(gone + "."));
      }
    }
    whole.members.putAll(members);
    whole.members.remove(WITHOUT);
    whole.members.remove(PUMPED);
    whole.intents.addAll(intentsTold ? intents : before.intents);
    if (has(PUMPED) && !whole.intents.isEmpty()) {
      whole.intents.add(whole.intents.removeLast().pumping(number(PUMPED)));
    }
    whole.postings.addAll(postings);
    return whole;
  }

  /** A dose as an entry of this version leaves it: from 2 on it tells what it changes. */
  Body told(int version, Optional<Body> before) {
    return version < 2 ? this : before.map(this::onto).orElse(this);
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  String text(String name) {
    return members.getOrDefault(name, "");
  }

  long number(String name) {
    String text = text(name);
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  List<Intent> intents() {
    return intents;
  }

  List<List<Leg>> postings() {
    return postings;
  }

  /** What a delivery brought. */
  List<Came> came() {
    return came;
  }

  private void object(
      JsonParser parser, Map<String, String> matters, Map<String, Map<String, String>> read)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT) {
        Map<String, String> inner = read.get(name);
        if (inner == null) {
          parser.skipChildren();
        } else {
          object(parser, inner, Map.of());
        }
      } else if (value == JsonToken.START_ARRAY) {
        list(parser, name);
      } else {
        String path = matters.get(name);
        if (path != null) {
          members.put(path, parser.getText());
        }
      }
    }
  }

  private void list(JsonParser parser, String name) throws IOException {
    switch (name) {
      case "postings" -> {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          posting(parser);
        }
      }
      case "intents" -> {
        intentsTold = true;
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          intent(parser);
        }
      }
      case "lines" -> {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          came.add(came(parser));
        }
      }
      case "causes", "reasons", "labels", "patients", "roles", "oddities", WITHOUT ->
          texts(parser, name);
      default -> parser.skipChildren();
    }
  }

  /** Texts of a list, with blanks between. */
  private void texts(JsonParser parser, String name) throws IOException {
    List<String> all = new ArrayList<>(2);
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      if (next == JsonToken.VALUE_STRING) {
        all.add(parser.getText());
      } else {
        parser.skipChildren(); // reasons of a count are more than words
      }
    }
    members.put(name, String.join(" ", all));
  }

  private void posting(JsonParser parser) throws IOException {
    String batch = "";
    List<Leg> legs = new ArrayList<>(4);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "legs" -> {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            legs.add(leg(parser, batch));
          }
        }
        case "batch" -> batch = parser.getText();
        default -> legs.add(shortLeg(batch, name, parser.getLongValue()));
      }
    }
    postings.add(legs);
  }

  /** From version 3 of a dose on: the account as the name, its change as the value. */
  private static Leg shortLeg(String batch, String path, long microlitres) {
    int slash = path.indexOf('/');
    return slash < 0
        ? new Leg(batch, path, "-", microlitres)
        : new Leg(batch, path.substring(0, slash), path.substring(slash + 1), microlitres);
  }

  private static Came came(JsonParser parser) throws IOException {
    Map<String, String> texts = new HashMap<>();
    List<String> labels = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      switch (parser.nextToken()) {
        case START_ARRAY -> {
          while (parser.nextToken() == JsonToken.VALUE_STRING) {
            labels.add(parser.getText());
          }
        }
        case START_OBJECT -> parser.skipChildren(); // a line of a count
        default -> texts.put(name, parser.getText());
      }
    }
    return new Came(
        texts.getOrDefault("batch", ""),
        texts.getOrDefault("product", ""),
        texts.getOrDefault("expiry", ""),
        Long.parseLong(texts.getOrDefault("densityMicrogramsPerMillilitre", "0")),
        labels);
  }

  private static Leg leg(JsonParser parser, String batch) throws IOException {
    String account = "";
    String of = "";
    long microlitres = 0;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "account" -> account = parser.getText();
        case "of" -> of = parser.getText();
        case "microlitres" -> microlitres = parser.getLongValue();
        default -> parser.skipChildren();
      }
    }
    return new Leg(batch, account, of, microlitres);
  }

  private void intent(JsonParser parser) throws IOException {
    String id = "";
    long commanded = 0;
    long pumped = 0;
    String kind = "";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "id" -> id = parser.getText();
        case "kind" -> kind = parser.getText();
        case "commandedMicrolitres" -> commanded = parser.getLongValue();
        case "pumpedMicrolitres" -> pumped = parser.getLongValue();
        default -> parser.skipChildren();
      }
    }
    intents.add(new Intent(id, commanded, pumped, kind));
  }
}
