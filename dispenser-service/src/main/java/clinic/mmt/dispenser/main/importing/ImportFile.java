package clinic.mmt.dispenser.main.importing;

import clinic.mmt.dispenser.app.importing.ImportRow;
import clinic.mmt.dispenser.app.importing.RowFault;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.PersonRecord;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.patient.Traits;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.Stage;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of patients: UTF-8 with or without a byte order mark, a header line, commas or semicolons.
 *
 * @param rows lines that are well-formed
 * @param faults of the others; a file with one of them is not taken in
 * @param lines how many lines with patients there are, well-formed or not
 * @param places where each column of a line begins, by line
 */
record ImportFile(
    List<ImportRow> rows, List<Told> faults, int lines, Map<Integer, Map<Column, Integer>> places) {

  private static final Map<String, String> SEXES =
      Map.of("male", "male", "nam", "male", "female", "female", "nữ", "female");

  private static final Map<String, String> SOURCES =
      Map.of(
          "voluntary", "voluntary",
          "tự nguyện", "voluntary",
          "detox-centre", "detox-centre",
          "cơ sở cai nghiện", "detox-centre",
          "transfer", "transfer",
          "chuyển đến", "transfer");

  private static final Map<String, Stage> PHASES =
      Map.of(
          "induction", Stage.INDUCTION,
          "khởi liều", Stage.INDUCTION,
          "titration", Stage.TITRATION,
          "điều chỉnh", Stage.TITRATION,
          "maintenance", Stage.MAINTENANCE,
          "duy trì", Stage.MAINTENANCE,
          "taper", Stage.TAPER,
          "giảm liều", Stage.TAPER);

  private static final int COMMUNE_DIGITS = 8;

  /** Reads the bytes of a file. */
  static ImportFile read(byte[] bytes) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return read(text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return wrong(
          new Told(
              1,
              1,
              "",
              "not UTF-8: save it as «CSV UTF-8»",
              "không phải UTF-8: lưu dạng «CSV UTF-8»"));
    }
  }

  private static ImportFile wrong(Told fault) {
    return new ImportFile(List.of(), List.of(fault), 0, Map.of());
  }

  private static ImportFile read(String text) {
    int end = text.indexOf('\n');
    String head = end < 0 ? text : text.substring(0, end);
    char separator = head.indexOf(';') >= 0 && head.indexOf(',') < 0 ? ';' : ',';
    try {
      List<List<Csv.Field>> records = Csv.parse(text, separator);
      if (records.isEmpty()) {
        return wrong(new Told(1, 1, "", "an empty file", "tệp rỗng"));
      }
      List<Told> faults = new ArrayList<>();
      List<Column> header = header(records.getFirst(), faults);
      return faults.isEmpty()
          ? rows(header, records.subList(1, records.size()))
          : new ImportFile(List.of(), faults, records.size() - 1, Map.of());
    } catch (Csv.Fault e) {
      String message = String.valueOf(e.getMessage());
      return wrong(new Told(e.line(), e.column(), "", message, "không đúng dạng CSV: " + message));
    }
  }

  private static List<Column> header(List<Csv.Field> fields, List<Told> faults) {
    List<Column> columns = new ArrayList<>();
    for (Csv.Field field : fields) {
      Optional<Column> column = Column.of(field.text().strip());
      if (column.isEmpty() || columns.contains(column.get())) {
        faults.add(
            new Told(
                field.line(),
                field.column(),
                "",
                "no column of an import, or twice: docs/how-to/import-patients.md names them",
                "cột không có trong quy định hoặc bị lặp: xem docs/how-to/import-patients.md"));
      } else {
        columns.add(column.get());
      }
    }
    for (Column column : Column.values()) {
      if (column.needed() && !columns.contains(column)) {
        faults.add(
            new Told(
                1,
                1,
                column.word(),
                "this column is missing in the header line",
                "thiếu cột này ở dòng tiêu đề"));
      }
    }
    return columns;
  }

  private static ImportFile rows(List<Column> header, List<List<Csv.Field>> records) {
    List<ImportRow> rows = new ArrayList<>();
    List<Told> faults = new ArrayList<>();
    Map<Integer, Map<Column, Integer>> places = new HashMap<>();
    for (List<Csv.Field> fields : records) {
      int line = fields.getFirst().line();
      if (fields.size() != header.size()) {
        faults.add(
            new Told(
                line,
                fields.getLast().column(),
                "",
                "%d fields where the header has %d: has the row shifted? an empty line is deleted"
                    .formatted(fields.size(), header.size()),
                "có %d trường, tiêu đề có %d: dòng bị lệch cột? xóa dòng trống"
                    .formatted(fields.size(), header.size())));
        continue;
      }
      Map<Column, Csv.Field> byColumn = new EnumMap<>(Column.class);
      Map<Column, Integer> where = new EnumMap<>(Column.class);
      for (int i = 0; i < fields.size(); i++) {
        byColumn.put(header.get(i), fields.get(i));
        where.put(header.get(i), fields.get(i).column());
      }
      places.put(line, where);
      Cells cells = new Cells(byColumn, line);
      ImportRow row = row(cells, line);
      faults.addAll(cells.faults());
      if (cells.faults().isEmpty()) {
        rows.add(row);
      }
    }
    if (records.isEmpty()) {
      faults.add(new Told(1, 1, "", "no patient below the header", "không có người bệnh nào"));
    }
    return new ImportFile(rows, faults, records.size(), places);
  }

  private static ImportRow row(Cells cells, int line) {
    int birthYear = cells.year(Column.BIRTH_YEAR);
    ImportRow row =
        new ImportRow(
            line,
            cells.code(Column.CODE),
            new Person(
                cells.name(Column.FAMILY_NAME),
                cells.name(Column.GIVEN_NAME),
                birthYear,
                Bytes.EMPTY),
            new PersonRecord(
                cells.oneOf(Column.SEX, SEXES, ""),
                cells.digits(Column.COMMUNE, COMMUNE_DIGITS),
                cells.day(Column.ADMITTED_ON),
                cells.oneOf(Column.ADMISSION_SOURCE, SOURCES, "")),
            new Traits(
                Optional.of(birthYear),
                cells.flag(Column.REPRESENTATIVE_CONSENTS),
                cells.flag(Column.PREGNANT)),
            new ImportRow.Ordered(
                cells.oneOf(Column.PHASE, PHASES, Stage.MAINTENANCE),
                cells.dose(Column.DOSE),
                new Prescription.Days(cells.day(Column.FIRST_DAY), cells.day(Column.LAST_DAY))),
            lastDose(cells));
    return row;
  }

  /** A last dose has a day and an amount, or the line has none; who confirmed it also says how. */
  private static Optional<ImportRow.LastDose> lastDose(Cells cells) {
    boolean none =
        cells.empty(Column.LAST_DOSE_DAY)
            && cells.empty(Column.LAST_DOSE)
            && cells.empty(Column.LAST_DOSE_STRENGTH)
            && cells.empty(Column.CONFIRMED_BY)
            && cells.empty(Column.CONFIRMED_HOW);
    if (none) {
      return Optional.empty();
    }
    boolean confirmed = !cells.empty(Column.CONFIRMED_BY) || !cells.empty(Column.CONFIRMED_HOW);
    OutsideDose.Confirmation confirmation =
        confirmed
            ? new OutsideDose.Confirmation(
                true, cells.words(Column.CONFIRMED_BY), cells.words(Column.CONFIRMED_HOW))
            : new OutsideDose.Confirmation(false, "", "");
    return Optional.of(
        new ImportRow.LastDose(
            cells.day(Column.LAST_DOSE_DAY),
            cells.dose(Column.LAST_DOSE),
            cells.strength(Column.LAST_DOSE_STRENGTH),
            confirmation));
  }

  /** A fault of a row with its place. */
  Told placed(RowFault fault) {
    return new Told(
        fault.line(),
        column(fault.line(), fault.column()),
        fault.column(),
        fault.english(),
        fault.vietnamese());
  }

  /** Where a column of a line begins, from 1. */
  int column(int line, String word) {
    Map<Column, Integer> where = places.getOrDefault(line, Map.of());
    return Column.of(word).map(column -> where.getOrDefault(column, 1)).orElse(1);
  }
}
