package clinic.mmt.dispenser.main.importing;

import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.importing.ImportRow;
import clinic.mmt.dispenser.app.importing.Importing;
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
import java.util.stream.Collectors;

/**
 * A file as it was looked at: what can't be taken in, and what is odd.
 *
 * @param file the lines
 * @param sha256 of the file, hex
 * @param faults in the order of the lines
 * @param oddities of each line without faults of form
 */
public record Looked(
    ImportFile file, String sha256, List<Told> faults, Map<ImportRow, List<Oddity>> oddities) {

  private static final int CHECK_LETTERS = 8;

  /**
   * Who is in care here already.
   *
   * @param codes those of the file that somebody here has
   * @param people everybody
   */
  public record InCare(Set<String> codes, List<Person> people) {

    /** Nobody. */
    static final InCare NOBODY = new InCare(Set.of(), List.of());

    /** Copies both. */
    public InCare {
      codes = Set.copyOf(codes);
      people = List.copyOf(people);
    }
  }

  /** Looks; without {@code house} as if nobody were in care here yet. Waits for the people file. */
  static Looked at(byte[] bytes, ServiceConfig config, Optional<House> house, LocalDate today) {
    List<String> codes = codes(bytes);
    InCare inCare =
        house
            .map(h -> h.people().imports())
            .map(
                people ->
                    new InCare(
                        Books.<Set<String>>ask(reply -> people.knownCodes(codes, reply)),
                        Books.<List<Person>>ask(people::everybody)))
            .orElse(InCare.NOBODY);
    RuleProfile profile =
        house.map(h -> h.rules().on(today).profile()).orElseGet(() -> config.profile().base());
    return of(bytes, profile, inCare, today);
  }

  /** The codes of the well-formed lines of a file. */
  public static List<String> codes(byte[] bytes) {
    return ImportFile.read(bytes).rows().stream().map(ImportRow::code).toList();
  }

  /** Looks by these rule values, on a clinic day. */
  public static Looked of(byte[] bytes, RuleProfile profile, InCare inCare, LocalDate today) {
    ImportFile file = ImportFile.read(bytes);
    List<Told> faults = new ArrayList<>(file.faults());
    new RowRules(profile.rules(), today)
        .faults(file.rows(), inCare.codes()).stream().map(file::placed).forEach(faults::add);
    faults.sort(Comparator.comparingInt(Told::line).thenComparingInt(Told::column));
    Map<ImportRow, List<Oddity>> oddities =
        new Outliers(profile.rules(), profile.outliers().orElseThrow(), today)
            .of(file.rows(), inCare.people());
    return new Looked(file, sha256(bytes), List.copyOf(faults), oddities);
  }

  /**
   * Whether it may be taken in now.
   *
   * @param read the check of the page of outliers, from whoever has read it
   */
  public Taking taking(Optional<String> read) {
    if (!faults.isEmpty()) {
      return new Taking.Faulty(faults);
    }
    return outliers() > 0 && !read.map(check()::equals).orElse(false)
        ? new Taking.Unread(outliers())
        : new Taking.Ready(new Importing.File(sha256, file.rows(), oddities));
  }

  /** Lines of the file that have something odd. */
  public Set<Integer> oddLines() {
    return oddities.entrySet().stream()
        .filter(odd -> !odd.getValue().isEmpty())
        .map(odd -> odd.getKey().line())
        .collect(Collectors.toSet());
  }

  /** How many lines have something odd. */
  long outliers() {
    return oddities.values().stream().filter(odd -> !odd.isEmpty()).count();
  }

  /** What whoever has read the page of outliers enters: it is of exactly this page. */
  public String check() {
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
