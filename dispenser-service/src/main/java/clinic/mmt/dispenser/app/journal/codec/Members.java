package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.app.journal.Bytes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object, each to be read once and all to be read. They are looked for where
 * the last one was found: whoever wrote them wrote them in the order they are read in.
 */
final class Members {

  private final List<String> names = new ArrayList<>();

  /** As {@link JsonValues} says; null once it was read. */
  private final List<@Nullable Object> values = new ArrayList<>();

  private int unread;
  private int place;

  /** An object without members yet. */
  Members() {}

  /** The members of a body; an empty body has none. */
  static Members of(Bytes body) {
    return body.length() == 0 ? new Members() : JsonValues.parse(body);
  }

  /** One more member, which has no name of the others. */
  void add(String name, Object value) {
    names.add(name);
    values.add(value);
    unread++;
  }

  boolean has(String name) {
    return find(name) >= 0;
  }

  String text(String name) {
    if (take(name) instanceof String text) {
      return text;
    }
    throw new MalformedBody(name + " is not a text");
  }

  Optional<String> maybeText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  long whole(String name) {
    if (take(name) instanceof Long number) {
      return number;
    }
    throw new MalformedBody(name + " is not a whole number");
  }

  boolean flag(String name) {
    if (take(name) instanceof Boolean flag) {
      return flag;
    }
    throw new MalformedBody(name + " is neither true nor false");
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
    for (Object item : list(name)) {
      found.add(constant(type, name, item instanceof String text ? text : ""));
    }
    return found;
  }

  List<String> texts(String name) {
    List<String> found = new ArrayList<>();
    for (Object item : list(name)) {
      if (!(item instanceof String text)) {
        throw new MalformedBody(name + " is not a list of texts");
      }
      found.add(text);
    }
    return found;
  }

  Members object(String name) {
    return inner(name, take(name));
  }

  List<Members> objects(String name) {
    List<Members> found = new ArrayList<>();
    for (Object item : list(name)) {
      found.add(inner(name, item));
    }
    return found;
  }

  Map<String, String> pairs(String name) {
    Members inner = object(name);
    Map<String, String> found = new HashMap<>();
    for (String key : inner.names) {
      found.put(key, inner.text(key));
    }
    return Map.copyOf(found);
  }

  /** All that were not read yet, in their order: a name and a whole number each. */
  void takeWholes(ObjLongConsumer<String> each) {
    for (int i = 0; i < names.size(); i++) {
      if (values.get(i) != null) {
        each.accept(names.get(i), whole(names.get(i)));
      }
    }
  }

  /** Nothing may be left: a member this program does not know is a later format. */
  void end() {
    if (unread > 0) {
      throw new MalformedBody("unknown members " + left().toList());
    }
  }

  private Stream<String> left() {
    return IntStream.range(0, names.size()).filter(i -> values.get(i) != null).mapToObj(names::get);
  }

  /** The place of a member that was not read yet, or less than zero. */
  private int find(String name) {
    for (int tried = 0; tried < names.size(); tried++) {
      if (place == names.size()) {
        place = 0;
      }
      if (names.get(place).equals(name)) {
        return values.get(place) == null ? -1 : place;
      }
      place++;
    }
    return -1;
  }

  private Object take(String name) {
    int found = find(name);
    if (found < 0) {
      throw new MalformedBody(name + " is missing");
    }
    unread--;
    return Objects.requireNonNull(values.set(found, null));
  }

  private List<?> list(String name) {
    if (take(name) instanceof List<?> list) {
      return list;
    }
    throw new MalformedBody(name + " is not a list");
  }

  private static Members inner(String name, @Nullable Object value) {
    if (value instanceof Members members) {
      return members;
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
