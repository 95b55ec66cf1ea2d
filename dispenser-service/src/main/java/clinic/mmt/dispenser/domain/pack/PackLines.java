package clinic.mmt.dispenser.domain.pack;

import java.util.List;

/**
 * The lines of a pack, {@code name: value} each, read one after the other; whatever does not fit is
 * an {@link IllegalArgumentException}, which who reads a pack turns into no pack at all.
 */
final class PackLines {

  /** A pack has no more lines: a thousand patients with all that is told of them. */
  static final int LINES_MOST = 200_000;

  private final List<String> lines;
  private int place;

  PackLines(String text) {
    this.lines = text.lines().limit(LINES_MOST + 1L).toList();
    if (lines.size() > LINES_MOST) {
      throw new IllegalArgumentException("more lines than a pack has");
    }
  }

  /** Writes lines. */
  static final class Writer {

    private final StringBuilder text = new StringBuilder();

    void line(String name, Object... values) {
      text.append(name).append(':');
      for (Object value : values) {
        text.append(' ').append(plain(String.valueOf(value)));
      }
      text.append('\n');
    }

    String end() {
      return text.toString();
    }
  }

  /** Words never make a line of their own. */
  static String plain(String words) {
    return words.replaceAll("\\R", " ").strip();
  }

  boolean at(String name) {
    return place < lines.size() && lines.get(place).startsWith(name + ":");
  }

  /** The value of the next line, which has this name. */
  String next(String name) {
    if (!at(name)) {
      throw new IllegalArgumentException("a line is missing");
    }
    String line = lines.get(place++);
    return line.substring(Math.min(line.length(), name.length() + 2));
  }

  /** The values of the next line; the last takes whatever words are left. */
  List<String> next(String name, int count) {
    List<String> values = List.of(next(name).split(" ", count));
    if (values.size() != count) {
      throw new IllegalArgumentException("a line has too few values");
    }
    return values;
  }

  void end() {
    if (place != lines.size()) {
      throw new IllegalArgumentException("lines after the end");
    }
  }

  static boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("neither true nor false");
    }
    return text.equals("true");
  }
}
