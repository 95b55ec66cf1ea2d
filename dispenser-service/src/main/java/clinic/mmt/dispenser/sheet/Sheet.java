package clinic.mmt.dispenser.sheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A page of tables, in one language.
 *
 * @param title what it is
 * @param under lines under the title: clinic, days, state
 * @param tables in their order
 * @param notes below the tables
 * @param signatures who signs, each with room for name and date
 * @param mark a text that is printed with its QR code
 * @param locale of the decimal mark and of the words that the writers add
 */
public record Sheet(
    String title,
    List<String> under,
    List<Table> tables,
    List<String> notes,
    List<String> signatures,
    Optional<String> mark,
    Locale locale) {

  /** Copies the lists. */
  public Sheet {
    under = List.copyOf(under);
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
    signatures = List.copyOf(signatures);
  }

  /** In Vietnamese or in English. */
  public String word(String vietnamese, String english) {
    return locale.getLanguage().equals("vi") ? vietnamese : english;
  }

  /**
   * One table.
   *
   * @param title above it; empty for none
   * @param columns from left to right
   * @param rows each with as many cells as there are columns
   */
  public record Table(String title, List<Column> columns, List<List<Cell>> rows) {

    /** Copies the lists, and checks the number of cells. */
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<Cell> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(title + ": a row of " + row.size() + " cells");
        }
      }
    }
  }

  /**
   * One column.
   *
   * @param head above it
   * @param width relative to the other columns, about the characters it holds
   */
  public record Column(String head, int width) {}

  /** What stands in one place of a table. */
  public sealed interface Cell {

    /** Nothing. */
    Cell NONE = new Text("");

    /** Some text. */
    record Text(String text) implements Cell {}

    /** A number, right aligned, with as many decimals as it has. */
    record Number(BigDecimal value) implements Cell {}

    /** Some text. */
    static Cell of(String text) {
      return new Text(text);
    }

    /** A whole number. */
    static Cell of(long whole) {
      return new Number(BigDecimal.valueOf(whole));
    }

    /** Thousandths, such as microlitres as millilitres, with their three decimals. */
    static Cell thousandths(long thousandths) {
      return new Number(BigDecimal.valueOf(thousandths, 3));
    }
  }
}
