package clinic.mmt.dispenser.main.config;

import clinic.mmt.dispenser.domain.profile.VomitTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the tables of vomited doses of a profile. */
final class VomitRows {

  private static final int ALL = 1000;

  private VomitRows() {}

  /** The table at {@code key}; a profile that has none replaces nothing. */
  static VomitTable read(Yaml root, String key, Set<String> about, RuleValues told)
      throws ConfigException {
    if (!root.has(key)) {
      return new VomitTable(List.of());
    }
    Yaml table = root.map(key);
    Set<String> known = new LinkedHashSet<>(about);
    known.add("rows");
    table.only(known);
    List<VomitTable.Row> rows = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (Yaml row : rows(table, key, told).maps("rows")) {
      row.only(Set.of("within", "part"));
      boolean all = row.text("part").equals("all");
      rows.add(
          new VomitTable.Row(
              Measures.wait(row, "within"), all ? ALL : Measures.permille(row, "part")));
      words.add(row.text("within") + " " + row.text("part"));
    }
    told.about(table, key, String.join("; ", words));
    try {
      return new VomitTable(rows);
    } catch (IllegalArgumentException e) {
      throw root.wrong(key, "is not in order: " + e.getMessage());
    }
  }

  private static Yaml rows(Yaml table, String key, RuleValues told) throws ConfigException {
    Optional<String> text = told.otherwise(key);
    return text.isEmpty() ? table : TableText.vomited(key, text.get());
  }
}
