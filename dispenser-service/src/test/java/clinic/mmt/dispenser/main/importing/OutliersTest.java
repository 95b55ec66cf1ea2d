package clinic.mmt.dispenser.main.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.importing.ImportRow;
import clinic.mmt.dispenser.app.importing.Outliers;
import clinic.mmt.dispenser.app.importing.RowFault;
import clinic.mmt.dispenser.app.importing.RowRules;
import clinic.mmt.dispenser.domain.importing.Oddity;
import clinic.mmt.dispenser.domain.profile.RuleProfile;
import clinic.mmt.dispenser.main.config.ProfileFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every oddity and every rule of a line, at its boundary and one beside it. */
class OutliersTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 5);
  private static final RuleProfile PROFILE = ProfileFile.builtIn("VN-2024");

  private static List<ImportRow> rows(List<Map<Column, String>> lines) {
    ImportFile file = ImportFile.read(Invented.csv(lines).getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(), file.faults());
    return file.rows();
  }

  private static String odd(List<Map<Column, String>> lines, int at) {
    List<ImportRow> rows = rows(lines);
    Map<ImportRow, List<Oddity>> found =
        new Outliers(PROFILE.rules(), PROFILE.outliers().orElseThrow(), TODAY).of(rows, List.of());
    return found.getOrDefault(rows.get(at), List.of()).stream()
        .map(Oddity::code)
        .collect(Collectors.joining(" "));
  }

  /** Cells are {@code column=value}; {@code T-4} is the day four days before today. */
  private static Map<Column, String> changed(Map<Column, String> line, String cells) {
    for (String cell : cells.split(";", -1)) {
      String[] parts = cell.strip().split("=", 2);
      String value = parts[1];
      if (value.matches("T[+-][0-9]+")) {
        value = TODAY.plusDays(Integer.parseInt(value.substring(1))).toString();
      }
      line.put(Column.valueOf(parts[0]), value);
    }
    return line;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SEX=nam | ''",
        "DOSE=200 mg;LAST_DOSE=200 mg | ''",
        "DOSE=201 mg;LAST_DOSE=201 mg | over-ceiling",
        "DOSE=60 mg;LAST_DOSE=60 mg | ''",
        "DOSE=61 mg;LAST_DOSE=60 mg | differs-from-last",
        "PHASE=taper;LAST_DAY=T+7;DOSE=59 mg;LAST_DOSE=60 mg | ''",
        "DOSE=76 mg;LAST_DOSE=60 mg | rise-high differs-from-last",
        "DOSE=75 mg;LAST_DOSE=60 mg | differs-from-last",
        "DOSE=31 mg;LAST_DOSE=60 mg | differs-from-last",
        "DOSE=30 mg;LAST_DOSE=60 mg | far-from-last",
        "DOSE=12 mg;LAST_DOSE=60 mg | far-from-last tenfold",
        "DOSE=13 mg;LAST_DOSE=60 mg | far-from-last",
        "DOSE=119 mg;LAST_DOSE=60 mg | rise-high differs-from-last",
        "DOSE=120 mg;LAST_DOSE=60 mg | rise-high far-from-last",
        "DOSE=27 mg;LAST_DOSE=27 mg | dose-like-days",
        "CONFIRMED_BY=;CONFIRMED_HOW= | first-dose-high unconfirmed",
        "CONFIRMED_BY=;CONFIRMED_HOW=;DOSE=20 mg;LAST_DOSE=20 mg | unconfirmed",
        "CONFIRMED_BY=;CONFIRMED_HOW=;DOSE=21 mg;LAST_DOSE=21 mg | first-dose-high unconfirmed",
        "CONFIRMED_BY=;CONFIRMED_HOW=;LAST_DOSE=;LAST_DOSE_DAY= | first-dose-high no-last-dose",
        "LAST_DOSE_DAY=T-4 | ''",
        "LAST_DOSE_DAY=T-5 | last-dose-long-ago",
        "LAST_DOSE_DAY=T-0 | ''",
        "LAST_DAY=T+7 | ''",
        "LAST_DAY=T+6 | ends-soon",
        "LAST_DAY=T-0 | ends-soon",
        "LAST_DAY=T-1 | over",
        "FIRST_DAY=T-0 | ''",
        "FIRST_DAY=T+1 | begins-later",
        "ADMITTED_ON=T-6 | ''",
        "ADMITTED_ON=T-5 | dates-look-swapped",
        "BIRTH_YEAR=2008 | ''",
        "BIRTH_YEAR=2009 | minor",
        "BIRTH_YEAR=1942 | ''",
        "BIRTH_YEAR=1941 | old",
        "FAMILY_NAME=An;GIVEN_NAME=Trần Văn | names-look-swapped",
        "FAMILY_NAME=Lê;GIVEN_NAME=Lê An | ''",
        "FAMILY_NAME=TrÇn | odd-letters",
        "FAMILY_NAME=Đỗ;GIVEN_NAME=Ưởng Ặng | ''"
      })
  void oneLineAlone(String cells, String expected) {
    List<Map<Column, String>> lines = new Invented(TODAY, 2).lines(1);
    // Below the limits on shares, which need more lines.
    changed(lines.getFirst(), "DOSE=60 mg;LAST_DOSE=60 mg");
    changed(lines.getFirst(), cells);
    assertEquals(expected, odd(lines, 0), cells);
  }

  /** In the file of fifty lines of 60 mg: 2 % are one line, a third of the middle is 20 mg. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "50 | 61 mg | high-in-file",
        "49 | 61 mg | ''",
        "50 | 60 mg | ''",
        "50 | 21 mg | ''",
        "50 | 20 mg | low-in-file",
        "49 | 20 mg | ''"
      })
  void amongTheOthers(int count, String dose, String expected) {
    List<Map<Column, String>> lines = new Invented(TODAY, 2).lines(count);
    lines.forEach(line -> changed(line, "DOSE=60 mg;LAST_DOSE=60 mg"));
    changed(lines.get(7), "DOSE=" + dose + ";LAST_DOSE=" + dose);
    assertEquals(expected, odd(lines, 7));
    assertEquals("", odd(lines, 8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SEX=nam | ''",
        "DOSE=400;LAST_DOSE=400 | ''",
        "DOSE=401 | dose",
        "DOSE=0 | dose",
        "DOSE=60.5 mg | dose",
        "LAST_DOSE=401 | last_dose",
        "LAST_DOSE=60,5 mg | ''",
        "FIRST_DAY=T-9 | ''",
        "FIRST_DAY=T-10 | last_day",
        "FIRST_DAY=T+20 | ''",
        "FIRST_DAY=T+21 | last_day",
        "PHASE=titration;FIRST_DAY=T-2;LAST_DAY=T+2 | ''",
        "PHASE=titration;FIRST_DAY=T-2;LAST_DAY=T+3 | last_day",
        "ADMITTED_ON=T+0 | ''",
        "ADMITTED_ON=T+1 | admitted_on",
        "LAST_DOSE_DAY=T+0 | ''",
        "LAST_DOSE_DAY=T+1 | last_dose_day",
        "BIRTH_YEAR=2015 | ''",
        "BIRTH_YEAR=2016 | birth_year",
        "CODE=known | code"
      })
  void whatNoSignatureHelps(String cells, String column) {
    List<Map<Column, String>> lines = new Invented(TODAY, 2).lines(1);
    changed(lines.getFirst(), cells);
    List<RowFault> faults =
        new RowRules(PROFILE.rules(), TODAY).faults(rows(lines), Set.of("known"));
    assertEquals(column, String.join(" ", faults.stream().map(RowFault::column).toList()));
    faults.forEach(fault -> assertTrue(!fault.vietnamese().isEmpty()));
  }

  /** Every oddity is of a column that there is, has words in both languages and a rule. */
  @Test
  void everyOddityIsToldWhole() {
    Set<String> english = new TreeSet<>();
    for (Oddity oddity : EnumSet.allOf(Oddity.class)) {
      assertTrue(Column.of(oddity.column()).isPresent(), oddity.code());
      assertTrue(oddity.rule().startsWith("R-"), oddity.code());
      assertTrue(!oddity.vietnamese().isEmpty() && english.add(oddity.english()), oddity.code());
      assertTrue(oddity.needsSecond() || !oddity.ofThePatient(), oddity.code());
    }
  }
}
