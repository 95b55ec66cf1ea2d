package clinic.mmt.dispenser.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which constraint an SQL error names. SQLite tells a unique index by its columns ({@code UNIQUE
 * constraint failed: dose.station, dose.lane}), a check by its name and a trigger by its message;
 * the columns are looked up in the schema. A primary key is called {@code table_once}.
 */
final class ConstraintNames {

  private static final int SQLITE_CONSTRAINT = 19;
  private static final Pattern DETAIL = Pattern.compile("\\((?:[A-Za-z ]+ failed: )?([^()]*)\\)$");

  private static final String UNIQUE_INDEXES =
      """
      SELECT iif(i.origin = 'pk', t.name || '_once', i.name),
        group_concat(t.name || '.' || c.name, ', ' ORDER BY c.seqno)
      FROM sqlite_schema t, pragma_index_list(t.name) i, pragma_index_info(i.name) c
      WHERE t.type = 'table' AND i."unique" = 1
      GROUP BY i.name
      """;

  private final Map<String, String> indexByColumns = new HashMap<>();

  private ConstraintNames() {}

  static ConstraintNames of(Db db) throws SQLException {
    ConstraintNames names = new ConstraintNames();
    db.each(UNIQUE_INDEXES, row -> names.indexByColumns.put(row.getString(2), row.getString(1)));
    return names;
  }

  /** The constraint's name; empty when the error is of another sort. */
  Optional<String> brokenBy(SQLException error) {
    if ((error.getErrorCode() & 0xFF) != SQLITE_CONSTRAINT) {
      return Optional.empty();
    }
    Matcher detail = DETAIL.matcher(String.valueOf(error.getMessage()).strip());
    if (!detail.find()) {
      return Optional.of("unnamed constraint");
    }
    String what = detail.group(1);
    return Optional.of(indexByColumns.getOrDefault(what, what));
  }
}
