package clinic.mmt.dispenser.main.importing;

import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of one line, read by column; what is wrong is collected, so that all of it is told.
 */
final class Cells {

  private static final Pattern CODE = Pattern.compile("[\\x21-\\x7e]{1,64}");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} .'’-]{0,99}");
  private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{1,200}");
  private static final Pattern STRENGTH =
      Pattern.compile("([0-9]{1,3})[ \u00a0]?mg/ml", Pattern.CASE_INSENSITIVE);

  private final Map<Column, Csv.Field> fields;
  private final int line;
  private final List<Told> faults = new ArrayList<>();

  Cells(Map<Column, Csv.Field> fields, int line) {
    this.fields = fields;
    this.line = line;
  }

  List<Told> faults() {
    return faults;
  }

  /** Letters in one form, whatever form they came in; blanks at the ends are nobody's name. */
  String text(Column column) {
    Csv.Field field = fields.get(column);
    return field == null
        ? ""
        : Normalizer.normalize(field.text(), Normalizer.Form.NFC).strip().replaceAll(" {2,}", " ");
  }

  boolean empty(Column column) {
    return text(column).isEmpty();
  }

  void fault(Column column, String english, String vietnamese) {
    Csv.Field field = fields.get(column);
    faults.add(
        field == null
            ? new Told(line, 1, column.word(), english, vietnamese)
            : new Told(field.line(), field.column(), column.word(), english, vietnamese));
  }

  private void missing(Column column) {
    fault(column, "empty: fill it in", "trống: điền vào");
  }

  String code(Column column) {
    String text = text(column);
    if (text.isEmpty()) {
      missing(column);
    } else if (!CODE.matcher(text).matches()) {
      fault(
          column,
          "1 to 64 letters, digits and signs without blanks: copy it from the card or the file",
          "1 đến 64 chữ, số, dấu, không có khoảng trắng: chép từ thẻ hoặc hồ sơ");
    }
    return text;
  }

  String name(Column column) {
    String text = text(column);
    if (text.isEmpty()) {
      missing(column);
    } else if (!NAME.matcher(text).matches()) {
      fault(
          column,
          "letters and blanks only: another column here, or text of an old font (TCVN3, VNI)?"
              + " convert it to Unicode",
          "chỉ gồm chữ và khoảng trắng: nhầm cột, hay phông chữ cũ (TCVN3, VNI)? chuyển sang Unicode");
    }
    return text;
  }

  /** Free text that has to be there, such as who confirmed a dose. */
  String words(Column column) {
    String text = text(column);
    if (!TEXT.matcher(text).matches()) {
      fault(column, "1 to 200 characters on one line", "1 đến 200 ký tự trên một dòng");
    }
    return text;
  }

  int year(Column column) {
    String text = text(column);
    if (text.matches("(19|20)[0-9]{2}")) {
      return Integer.parseInt(text);
    }
    fault(column, "a year of four digits, such as 1985", "năm gồm bốn chữ số, ví dụ 1985");
    return 0;
  }

  LocalDate day(Column column) {
    String text = text(column);
    if (text.isEmpty()) {
      missing(column);
    } else if (text.matches("(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        fault(column, "no such day in the calendar", "không có ngày này trong lịch");
      }
    } else {
      fault(
          column,
          "write the day as 2027-03-31: 01/02 can be read in two ways",
          "ghi ngày theo dạng 2027-03-31: 01/02 có thể hiểu hai cách");
    }
    return LocalDate.EPOCH;
  }

  Mass dose(Column column) {
    if (empty(column)) {
      missing(column);
      return Mass.ofMilligrams(1);
    }
    return switch (DoseCell.read(text(column))) {
      case DoseCell.Read.Dose dose -> dose.mass();
      case DoseCell.Read.No no -> {
        fault(column, no.english(), no.vietnamese());
        yield Mass.ofMilligrams(1);
      }
    };
  }

  Optional<Concentration> strength(Column column) {
    String text = text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher form = STRENGTH.matcher(text);
    if (form.matches() && Integer.parseInt(form.group(1)) > 0) {
      return Optional.of(Concentration.ofMilligramsPerMillilitre(Integer.parseInt(form.group(1))));
    }
    fault(column, "write the strength as 10 mg/mL", "ghi nồng độ theo dạng 10 mg/mL");
    return Optional.empty();
  }

  boolean flag(Column column) {
    String word = text(column).toLowerCase(Locale.ROOT);
    return switch (word) {
      case "yes", "có" -> true;
      case "", "no", "không" -> false;
      default -> {
        fault(column, "yes (có), no (không) or empty", "yes (có), no (không) hoặc để trống");
        yield false;
      }
    };
  }

  /** What a word means; {@code otherwise} when it means nothing. */
  <T> T oneOf(Column column, Map<String, T> words, T otherwise) {
    T found = words.get(text(column).toLowerCase(Locale.ROOT));
    if (found == null) {
      String known = String.join(", ", words.keySet().stream().sorted().toList());
      fault(column, "one of: " + known, "một trong: " + known);
      return otherwise;
    }
    return found;
  }

  String digits(Column column, int count) {
    String text = text(column);
    if (!text.matches("[0-9]{" + count + "}")) {
      fault(column, count + " digits", "gồm " + count + " chữ số");
    }
    return text;
  }
}
