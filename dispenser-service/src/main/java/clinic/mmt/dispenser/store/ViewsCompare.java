package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Whether the views in a file are those that follow from its entries. */
final class ViewsCompare {

  private static final int PAGE = 1000;

  private ViewsCompare() {}

  /** What differs from views rebuilt in memory, a line a view; empty when they are identical. */
  static List<String> differences(Db db) throws SQLException, StoreException {
    try (Db fresh = Connections.inMemory()) {
      Schema.createViews(fresh);
      Folding folding = new Folding(fresh);
      List<Entry> page = JournalTable.from(db, 1, PAGE);
      while (!page.isEmpty()) {
        for (Entry entry : page) {
          folding.apply(entry);
        }
        page = JournalTable.from(db, page.getLast().sequence() + 1, PAGE);
      }
      return differences(db, fresh);
    }
  }

  /** What differs between the views of two databases. */
  static List<String> differences(Db db, Db fresh) throws SQLException {
    List<String> tables = tables(fresh);
    if (!tables.equals(tables(db))) {
      return List.of("the views are " + tables(db) + " and must be " + tables);
    }
    List<String> found = new ArrayList<>();
    for (String table : tables) {
      differingRow(table, db, fresh)
          .ifPresent(row -> found.add(table + " differs from its rebuild in row " + row));
    }
    return List.copyOf(found);
  }

  /** The first row, from 1, that differs; both sides are read in the order of their keys. */
  private static Optional<Long> differingRow(String table, Db db, Db fresh) throws SQLException {
    String sql = "SELECT * FROM \"" + table + "\" ORDER BY " + keyColumns(table, fresh);
    try (Statement ours = db.connection().createStatement();
        Statement theirs = fresh.connection().createStatement();
        ResultSet rows = ours.executeQuery(sql);
        ResultSet rebuilt = theirs.executeQuery(sql)) {
      long row = 0;
      boolean more = true;
      while (more) {
        row++;
        more = rows.next();
        if (more != rebuilt.next() || (more && !line(rows).equals(line(rebuilt)))) {
          return Optional.of(row);
        }
      }
      return Optional.empty();
    }
  }

  /** The first three columns, or all there are: every view's key is among them. */
  private static String keyColumns(String table, Db fresh) throws SQLException {
    long columns = fresh.number("SELECT count(*) FROM pragma_table_info(?)", table);
    return LongStream.rangeClosed(1, Math.min(3, columns))
        .mapToObj(Long::toString)
        .collect(Collectors.joining(", "));
  }

  private static List<String> tables(Db db) throws SQLException {
    return db.list(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'view_*' ORDER BY name",
        row -> row.getString(1));
  }

  private static String line(ResultSet row) throws SQLException {
    StringBuilder line = new StringBuilder();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      line.append(row.getObject(i)).append('\u001f');
    }
    return line.toString();
  }
}
