package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether the views in a file are those that follow from its entries. */
final class ViewsCompare {

  private static final int PAGE = 1000;
  private static final int DIFFERENCES_MAX = 5;

  private ViewsCompare() {}

  /** What differs from views rebuilt in memory, the first few; empty when they are identical. */
  static List<String> differences(Db db) throws SQLException, StoreException {
    try (Db fresh = Connections.inMemory()) {
      Schema.createViews(fresh);
      SqliteViews views = new SqliteViews(fresh);
      List<Entry> page = JournalTable.from(db, 1, PAGE);
      while (!page.isEmpty()) {
        for (Entry entry : page) {
          Rebuild.apply(entry, views);
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
      compare(table, rows(db, table), rows(fresh, table), found);
    }
    return found.subList(0, Math.min(found.size(), DIFFERENCES_MAX));
  }

  private static void compare(
      String table, List<String> rows, List<String> fresh, List<String> found) {
    if (!rows.equals(fresh)) {
      int common = 0;
      while (common < Math.min(rows.size(), fresh.size())
          && rows.get(common).equals(fresh.get(common))) {
        common++;
      }
      found.add(table + " differs from its rebuild in row " + (common + 1));
    }
  }

  private static List<String> tables(Db db) throws SQLException {
    return db.list(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'view_*' ORDER BY name",
        row -> row.getString(1));
  }

  private static List<String> rows(Db db, String table) throws SQLException {
    List<String> rows = new ArrayList<>();
    db.each("SELECT * FROM \"" + table + "\"", row -> rows.add(line(row)));
    rows.sort(null);
    return rows;
  }

  private static String line(ResultSet row) throws SQLException {
    StringBuilder line = new StringBuilder();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      line.append(row.getObject(i)).append('\u001f');
    }
    return line.toString();
  }
}
