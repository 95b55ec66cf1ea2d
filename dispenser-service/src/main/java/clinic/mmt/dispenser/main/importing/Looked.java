package clinic.mmt.dispenser.main.importing;

import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.importing.ImportRow;
import clinic.mmt.dispenser.app.importing.Outliers;
import clinic.mmt.dispenser.app.importing.RowRules;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.domain.importing.Oddity;
import clinic.mmt.dispenser.domain.profile.RuleProfile;
import clinic.mmt.dispenser.domain.text.Language;
import clinic.mmt.dispenser.main.config.ServiceConfig;
import java.io.PrintWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file as it was looked at: what can't be taken in, and what is odd.
 *
 * @param file the lines
 * @param sha256 of the file, hex
 * @param faults in the order of the lines
 * @param oddities of each line without faults of form
 */
record Looked(
    ImportFile file, String sha256, List<Told> faults, Map<ImportRow, List<Oddity>> oddities) {

  private static final int CHECK_LETTERS = 8;

  /** Looks; without {@code house} as if nobody were in care here yet. */
  static Looked at(byte[] bytes, ServiceConfig config, Optional<House> house, LocalDate today) {
    ImportFile file = ImportFile.read(bytes);
    List<String> codes = file.rows().stream().map(ImportRow::code).toList();
    Set<String> known =
        house
            .map(h -> Books.<Set<String>>ask(r -> h.people().imports().knownCodes(codes, r)))
            .orElse(Set.of());
    List<Person> inCare =
        house.map(h -> Books.<List<Person>>ask(h.people().imports()::everybody)).orElse(List.of());
    List<Told> faults = new ArrayList<>(file.faults());
    RuleProfile profile =
        house.map(h -> h.rules().on(today).profile()).orElseGet(() -> config.profile().base());
    new RowRules(profile.rules(), today)
        .faults(file.rows(), known).stream().map(file::placed).forEach(faults::add);
    faults.sort(Comparator.comparingInt(Told::line).thenComparingInt(Told::column));
    Map<ImportRow, List<Oddity>> oddities =
        new Outliers(profile.rules(), profile.outliers().orElseThrow(), today)
            .of(file.rows(), inCare);
    return new Looked(file, sha256(bytes), List.copyOf(faults), oddities);
  }

  /** How many lines have something odd. */
  long outliers() {
    return oddities.values().stream().filter(odd -> !odd.isEmpty()).count();
  }

  /** What whoever has read the page of outliers enters: it is of exactly this page. */
  String check() {
    StringBuilder text = new StringBuilder(sha256).append('\n');
    for (ImportRow row : file.rows()) {
      text.append(row.line()).append(oddities.getOrDefault(row, List.of())).append('\n');
    }
    return Digests.sha256(text.toString()).substring(0, CHECK_LETTERS);
  }

  /** Outliers first, then a line for each line of the file, then one for machines. */
  void tell(String name, Language language, PrintWriter out) {
    out.printf("outliers %d, to be read first / đọc trước%n", outliers());
    for (ImportRow row : file.rows()) {
      for (Oddity odd : oddities.getOrDefault(row, List.of())) {
        out.println(told(row, odd).text(name, "outlier", language));
      }
    }
    Map<Integer, List<Told>> byLine = new HashMap<>();
    faults.forEach(f -> byLine.computeIfAbsent(f.line(), l -> new ArrayList<>()).add(f));
    Set<Integer> lines = new java.util.TreeSet<>(byLine.keySet());
    file.rows().forEach(row -> lines.add(row.line()));
    for (int line : lines) {
      List<Told> wrong = byLine.getOrDefault(line, List.of());
      if (wrong.isEmpty()) {
        out.println(name + ":" + line + ": ok");
      }
      wrong.forEach(fault -> out.println(fault.text(name, "fault", language)));
    }
    out.println(line("no"));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private Told told(ImportRow row, Oddity odd) {
    return new Told(
        row.line(),
        file.column(row.line(), odd.column()),
        odd.column(),
        odd.english() + " (" + odd.rule() + ")",
        odd.vietnamese() + " (" + odd.rule() + ")");
  }

  /** The last line, for machines. */
  String line(String imported) {
    return "lines %d outliers %d faults %d check %s imported %s"
        .formatted(file.lines(), outliers(), faults.size(), check(), imported);
  }
}
