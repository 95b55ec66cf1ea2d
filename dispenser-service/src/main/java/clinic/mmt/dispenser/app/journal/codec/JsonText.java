package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.app.journal.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes one JSON object as UTF-8, without blanks, its members in the order they are put. It makes
 * no tree: most of what the ledger thread does for an entry would be making and walking one.
 */
final class JsonText {

  /** Of a body of an entry, which tells what changed; a whole dose is longer. */
  private static final int USUAL_LENGTH = 384;

  private static final int LONG_LENGTH = 1536;
  private static final int UTF8_LENGTH_MAX = 3;
  private static final int ESCAPE_LENGTH_MAX = 6;
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
  };

  private byte[] bytes;
  private int length;

  private JsonText(int room) {
    this.bytes = new byte[room];
  }

  /** An object without members yet. */
  static JsonText object() {
    return new JsonText(USUAL_LENGTH).one('{');
  }

  /** The same, with room for a whole dose. */
  static JsonText longObject() {
    return new JsonText(LONG_LENGTH).one('{');
  }

  static JsonText object(String name, String value) {
    return object().put(name, value);
  }

  JsonText put(String name, String value) {
    return name(name).text(value);
  }

  JsonText put(String name, long value) {
    return name(name).ascii(Long.toString(value));
  }

  /** A word of this program: nothing in it to escape. */
  JsonText put(String name, Enum<?> word) {
    return id(name, word.name());
  }

  /** An opaque id: nothing in it to escape. */
  JsonText id(String name, String opaque) {
    name(name).room(2 + opaque.length());
    assert plainAscii(opaque) : "no id";
    bytes[length++] = '"';
    ascii(opaque);
    bytes[length++] = '"';
    return this;
  }

  /** As {@link Instant#toString} writes it, whose formatter takes as long as the whole entry. */
  JsonText put(String name, Instant at) {
    name(name).room(JsonTimes.LENGTH_MAX);
    length = JsonTimes.put(at, bytes, length);
    return this;
  }

  /** As {@link LocalDate#toString} writes it. */
  JsonText put(String name, LocalDate day) {
    name(name).room(JsonTimes.LENGTH_MAX);
    length = JsonTimes.put(day, bytes, length);
    return this;
  }

  JsonText put(String name, boolean value) {
    return name(name).ascii(Boolean.toString(value));
  }

  /** An object of texts, its members sorted by name. */
  JsonText put(String name, Map<String, String> pairs) {
    beginObject(name);
    (pairs.size() < 2 ? pairs : new TreeMap<>(pairs)).forEach((key, value) -> key(key).text(value));
    return endObject();
  }

  /** Under a name that is no word of this program. */
  JsonText putUnder(String key, long value) {
    return key(key).ascii(Long.toString(value));
  }

  /** An object as a member. */
  JsonText beginObject(String name) {
    return name(name).one('{');
  }

  /** An object as the next item of a list. */
  JsonText beginObject() {
    return next().one('{');
  }

  JsonText endObject() {
    return one('}');
  }

  /** A list as a member. */
  JsonText beginList(String name) {
    return name(name).one('[');
  }

  JsonText endList() {
    return one(']');
  }

  /** A text as the next item of a list. */
  JsonText add(String item) {
    return next().text(item);
  }

  /** Ends the object; the bytes of all of it. */
  Bytes end() {
    endObject();
    return Bytes.of(bytes, length);
  }

  /** Ends the object; all of it as a text. */
  String endText() {
    endObject();
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  private JsonText key(String key) {
    return next().text(key).one(':');
  }

  /** A name is a word of this program: ASCII, and nothing in it to escape. */
  private JsonText name(String name) {
    assert plainAscii(name) : name;
    next().room(3 + name.length());
    bytes[length++] = '"';
    ascii(name);
    bytes[length++] = '"';
    bytes[length++] = ':';
    return this;
  }

  /** The comma, except after a bracket that begins. */
  private JsonText next() {
    byte last = bytes[length - 1];
    return last == '{' || last == '[' ? this : one(',');
  }

  private JsonText one(char c) {
    room(1);
    bytes[length++] = (byte) c;
    return this;
  }

  @SuppressWarnings("deprecation") // The one copy of such text into an array that is there.
  private JsonText ascii(String text) {
    room(text.length());
    text.getBytes(0, text.length(), bytes, length);
    length += text.length();
    return this;
  }

  private static boolean plainAscii(String text) {
    return text.chars().allMatch(c -> c > ' ' && c < 0x80 && c != '"' && c != '\\');
  }

  private JsonText text(String text) {
    room(2 + text.length() * Math.max(UTF8_LENGTH_MAX, ESCAPE_LENGTH_MAX));
    bytes[length++] = '"';
    for (int i = plain(text); i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        asciiOrEscape(c);
      } else if (Character.isSurrogate(c)) {
        i++;
        supplementary(c, i < text.length() ? text.charAt(i) : c);
      } else {
        basic(c);
      }
    }
    bytes[length++] = '"';
    return this;
  }

  /** Writes the begin of {@code text} as far as it stands for itself; how much that is. */
  private int plain(String text) {
    int from = length;
    int count = text.length();
    for (int i = 0; i < count; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x80 || c == '"' || c == '\\') {
        count = i;
      } else {
        bytes[from + i] = (byte) c;
      }
    }
    length = from + count;
    return count;
  }

  private void asciiOrEscape(char c) {
    switch (c) {
      case '"', '\\' -> escape(c);
      case '\b' -> escape('b');
      case '\t' -> escape('t');
      case '\n' -> escape('n');
      case '\f' -> escape('f');
      case '\r' -> escape('r');
      default -> {
        if (c >= ' ') {
          bytes[length++] = (byte) c;
        } else {
          escape('u');
          bytes[length++] = '0';
          bytes[length++] = '0';
          bytes[length++] = HEX[c >> 4];
          bytes[length++] = HEX[c & 0xF];
        }
      }
    }
  }

  private void escape(char c) {
    bytes[length++] = '\\';
    bytes[length++] = (byte) c;
  }

  private void basic(char c) {
    if (c < 0x800) {
      bytes[length++] = (byte) (0xC0 | c >> 6);
    } else {
      bytes[length++] = (byte) (0xE0 | c >> 12);
      bytes[length++] = (byte) (0x80 | (c >> 6 & 0x3F));
    }
    bytes[length++] = (byte) (0x80 | (c & 0x3F));
  }

  private void supplementary(char high, char low) {
    if (!Character.isSurrogatePair(high, low)) {
      throw new IllegalArgumentException("text that is not Unicode");
    }
    int point = Character.toCodePoint(high, low);
    bytes[length++] = (byte) (0xF0 | point >> 18);
    bytes[length++] = (byte) (0x80 | (point >> 12 & 0x3F));
    bytes[length++] = (byte) (0x80 | (point >> 6 & 0x3F));
    bytes[length++] = (byte) (0x80 | (point & 0x3F));
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
