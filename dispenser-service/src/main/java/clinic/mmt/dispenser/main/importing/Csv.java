package clinic.mmt.dispenser.main.importing;

import java.util.ArrayList;
import java.util.List;

/**
 * A strict reader of comma separated values (RFC 4180): fields are bare or quoted as a whole, a
 * quote within quotes is doubled, lines end in LF or CRLF. What does not fit is a fault with its
 * place, never guessed.
 */
final class Csv {

  /** Longest field, in characters. */
  static final int FIELD_MOST = 500;

  private final String text;
  private final char separator;
  private int at;
  private int line = 1;
  private int lineStart;

  private Csv(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /**
   * A field.
   *
   * @param text without its quotes
   * @param line where it begins, from 1
   * @param column where it begins, in characters from 1
   */
  record Field(String text, int line, int column) {}

  /** What is not of this format, and where. */
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final int column;

    Fault(int line, int column, String message) {
      super(message);
      this.line = line;
      this.column = column;
    }

    int line() {
      return line;
    }

    int column() {
      return column;
    }
  }

  /** All records; the text ends with or without a line end. */
  static List<List<Field>> parse(String text, char separator) throws Fault {
    Csv csv = new Csv(text, separator);
    List<List<Field>> records = new ArrayList<>();
    while (csv.at < text.length()) {
      records.add(csv.record());
    }
    return records;
  }

  private List<Field> record() throws Fault {
    List<Field> fields = new ArrayList<>();
    fields.add(field());
    while (at < text.length() && text.charAt(at) == separator) {
      at++;
      fields.add(field());
    }
    if (at < text.length()) {
      lineEnd();
    }
    return fields;
  }

  private Field field() throws Fault {
    int beginLine = line;
    int beginColumn = column();
    boolean quoted = at < text.length() && text.charAt(at) == '"';
    String value = quoted ? quoted() : bare();
    if (value.length() > FIELD_MOST) {
      throw new Fault(beginLine, beginColumn, "a field of more than " + FIELD_MOST + " characters");
    }
    return new Field(value, beginLine, beginColumn);
  }

  private String bare() throws Fault {
    int begin = at;
    while (at < text.length() && text.charAt(at) != separator && !isLineEnd(text.charAt(at))) {
      if (text.charAt(at) == '"') {
        throw fault("a quote inside a field: put the whole field in quotes and double the quote");
      }
      plain(text.charAt(at));
      at++;
    }
    return text.substring(begin, at);
  }

  private String quoted() throws Fault {
    Fault unclosed = fault("a quote that is never closed: close it, or double it inside a field");
    StringBuilder value = new StringBuilder();
    at++;
    while (true) {
      if (at >= text.length() || value.length() > FIELD_MOST) {
        throw unclosed;
      }
      char c = text.charAt(at);
      at++;
      if (c == '"' && at < text.length() && text.charAt(at) == '"') {
        value.append('"');
        at++;
      } else if (c == '"') {
        break;
      } else {
        value.append(c);
        inside(c);
      }
    }
    if (at < text.length() && text.charAt(at) != separator && !isLineEnd(text.charAt(at))) {
      throw fault("text after a closing quote: a separator or the end of the line belongs here");
    }
    return value.toString();
  }

  private void inside(char c) throws Fault {
    if (c == '\n') {
      line++;
      lineStart = at;
    } else if (c != '\r') {
      plain(c);
    }
  }

  private void plain(char c) throws Fault {
    if (Character.isISOControl(c)) {
      throw fault("a control character: type this field again");
    }
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private void lineEnd() throws Fault {
    if (text.charAt(at) == '\r') {
      at++;
      if (at >= text.length() || text.charAt(at) != '\n') {
        throw fault("a line that ends in CR alone: save the file with LF or CRLF");
      }
    }
    at++;
    line++;
    lineStart = at;
  }

  private int column() {
    return at - lineStart + 1;
  }

  private Fault fault(String message) {
    return new Fault(line, column(), message);
  }
}
