package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.main.simulate.device.Dice;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A file of new patients as another clinic writes it, with what is wrong in it. */
final class PatientFile {

  /** The header is line 1. */
  static final int FIRST_LINE = 2;

  private static final int DAYS = 30;
  private static final int BORN = 1960;
  private static final int YEARS = 40;
  private static final int LETTERS = 26;

  /** A dose so much too large is within what a file may say, and is odd. */
  private static final int TENFOLD = 10;

  /** Far above every dose. */
  private static final int BEYOND = 4000;

  private static final List<String> COLUMNS =
      List.of(
          "code",
          "family_name",
          "given_name",
          "birth_year",
          "sex",
          "commune",
          "admitted_on",
          "admission_source",
          "phase",
          "dose",
          "first_day",
          "last_day",
          "last_dose_day",
          "last_dose",
          "confirmed_by",
          "confirmed_how");

  /** What may be wrong in a line. */
  enum Flaw {
    /** Nothing. */
    NONE,
    /** Millilitres where milligrams belong. */
    VOLUME,
    /** A point is lost, and the dose is beyond all bounds. */
    BEYOND,
    /** The last dose was given on a day that has not come yet. */
    FUTURE,
    /** A cell is missing, and all others moved. */
    SHIFTED,
    /** Dose and year of birth stand in each other's columns. */
    SWAPPED,
    /** The code of the line before. */
    CODE_TWICE,
    /** A code that somebody in care here has. */
    CODE_KNOWN,
    /** Ten times the last dose; such a line can be read, and a person sees it. */
    TENFOLD,
    /** The person of the line before again, with another code. */
    TWIN;

    /** Those that no file may have. */
    static final List<Flaw> WRONG =
        List.of(VOLUME, BEYOND, FUTURE, SHIFTED, SWAPPED, CODE_TWICE, CODE_KNOWN);

    /** Those that are told, and that a person decides about. */
    static final List<Flaw> ODD = List.of(TENFOLD, TWIN);
  }

  /** One line: whose it is, what is right, and what is wrong with it. */
  record Line(int number, int milligrams, Flaw flaw) {

    /** What this person should get by this line, in micrograms; nothing for a twin. */
    long right() {
      return flaw == Flaw.TWIN ? 0 : milligrams * 1000L;
    }
  }

  private final List<Line> lines;
  private final String known;

  /** Of lines, for a clinic where somebody has the code {@code known}. */
  PatientFile(List<Line> lines, String known) {
    this.lines = List.copyOf(lines);
    this.known = known;
  }

  List<Line> lines() {
    return lines;
  }

  /** The same after those have been corrected that no file may have. */
  PatientFile corrected() {
    return new PatientFile(
        lines.stream()
            .map(
                line ->
                    Flaw.WRONG.contains(line.flaw())
                        ? new Line(line.number(), line.milligrams(), Flaw.NONE)
                        : line)
            .toList(),
        known);
  }

  /**
   * The same with more lines wrong, two of them at most and never side by side: a code that is
   * there twice is told once the line before can be read.
   */
  PatientFile spoilt(Dice dice) {
    List<Line> all = new ArrayList<>(lines);
    for (int n = dice.between(1, 2); n > 0; n--) {
      // The first line has none before it.
      int at = dice.between(1, all.size() - 1);
      Line line = all.get(at);
      if (line.flaw() == Flaw.NONE && !besideWrong(all, at)) {
        Flaw flaw = Flaw.WRONG.get(dice.between(0, Flaw.WRONG.size() - 1));
        all.set(at, new Line(line.number(), line.milligrams(), flaw));
      }
    }
    return new PatientFile(all, known);
  }

  private static boolean besideWrong(List<Line> all, int at) {
    return Flaw.WRONG.contains(all.get(at - 1).flaw())
        || (at + 1 < all.size() && Flaw.WRONG.contains(all.get(at + 1).flaw()));
  }

  /** Lines of the file with one of these flaws. */
  Set<Integer> with(List<Flaw> flaws) {
    Set<Integer> found = new TreeSet<>();
    for (int i = 0; i < lines.size(); i++) {
      if (flaws.contains(lines.get(i).flaw())) {
        found.add(i + FIRST_LINE);
      }
    }
    return found;
  }

  /** What is right, by line. */
  Map<Integer, Long> right() {
    Map<Integer, Long> right = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      right.put(i + FIRST_LINE, lines.get(i).right());
    }
    return right;
  }

  /** As it is written on this day. */
  byte[] bytes(LocalDate today) {
    List<String> text = new ArrayList<>();
    text.add(String.join(",", COLUMNS));
    for (int i = 0; i < lines.size(); i++) {
      text.add(String.join(",", row(i, today)));
    }
    return text.stream()
        .collect(Collectors.joining("\n", "", "\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private List<String> row(int at, LocalDate today) {
    Line line = lines.get(at);
    Line person = line.flaw() == Flaw.TWIN ? lines.get(at - 1) : line;
    List<String> row = new ArrayList<>();
    Collections.addAll(
        row,
        Visit.card(line.number()),
        Register.FAMILY,
        "Mới " + letters(person.number()),
        Integer.toString(BORN + person.number() % YEARS),
        "nam",
        "00000017",
        today.minusDays(DAYS).toString(),
        "transfer",
        "maintenance",
        line.milligrams() + " mg",
        today.toString(),
        today.plusDays(DAYS - 1).toString(),
        today.minusDays(1).toString(),
        line.milligrams() + " mg",
        "the other clinic",
        "in its file");
    flawed(at, row, today);
    return row;
  }

  private void flawed(int at, List<String> row, LocalDate today) {
    Line line = lines.get(at);
    switch (line.flaw()) {
      case NONE, TWIN -> {}
      case VOLUME -> put(row, "dose", line.milligrams() / TENFOLD + " ml");
      case BEYOND -> put(row, "dose", BEYOND + " mg");
      case FUTURE -> put(row, "last_dose_day", today.plusDays(1).toString());
      case SHIFTED -> row.remove(COLUMNS.indexOf("sex"));
      case SWAPPED -> Collections.swap(row, COLUMNS.indexOf("dose"), COLUMNS.indexOf("birth_year"));
      case CODE_TWICE -> put(row, "code", Visit.card(lines.get(at - 1).number()));
      case CODE_KNOWN -> put(row, "code", known);
      case TENFOLD -> put(row, "dose", line.milligrams() * TENFOLD + " mg");
    }
  }

  private static void put(List<String> row, String column, String cell) {
    row.set(COLUMNS.indexOf(column), cell);
  }

  /** A name of its own for each number, in letters as names have them. */
  private static String letters(int number) {
    StringBuilder text = new StringBuilder();
    for (int rest = number; rest > 0; rest /= LETTERS) {
      text.append((char) ('a' + rest % LETTERS));
    }
    text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
    return text.toString();
  }
}
