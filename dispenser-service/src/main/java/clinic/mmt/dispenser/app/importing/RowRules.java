package clinic.mmt.dispenser.app.importing;

import clinic.mmt.dispenser.app.care.Prescribing;
import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What no signature helps: rules that a line of a file has to keep to be taken in at all. Pure. */
public final class RowRules {

  private final TreatmentRules rules;
  private final LocalDate today;

  /** With the rule values of a profile, on a clinic day. */
  public RowRules(TreatmentRules rules, LocalDate today) {
    this.rules = rules;
    this.today = today;
  }

  /**
   * Faults of all rows, in the order of their lines.
   *
   * @param known codes that somebody in care here has already
   */
  public List<RowFault> faults(List<ImportRow> rows, Set<String> known) {
    List<RowFault> found = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (ImportRow row : rows) {
      dose(row, "dose", row.order().dose(), found);
      row.lastDose().ifPresent(last -> dose(row, "last_dose", last.dose(), found));
      length(row, found);
      days(row, found);
      age(row, found);
      Integer before = seen.putIfAbsent(row.code(), row.line());
      if (before != null) {
        found.add(
            new RowFault(
                row.line(),
                "code",
                "the code of line " + before + " again: each person has one of their own",
                "trùng mã với dòng " + before + ": mỗi người một mã riêng"));
      } else if (known.contains(row.code())) {
        found.add(
            new RowFault(
                row.line(),
                "code",
                "somebody in care here has this code: take the line out, or correct the code",
                "mã này đã có người đang điều trị ở đây: bỏ dòng này hoặc sửa mã"));
      }
    }
    return found;
  }

  private void dose(ImportRow row, String column, Mass dose, List<RowFault> found) {
    if (dose.isMoreThan(Prescribing.DOSE_MOST) || dose.isLessThan(Mass.ofMilligrams(1))) {
      found.add(
          new RowFault(
              row.line(),
              column,
              "a daily dose is 1 to 400 mg (H10): is it another column, or a point lost?",
              "liều hằng ngày từ 1 đến 400 mg (H10): nhầm cột hay mất dấu thập phân?"));
    } else if (column.equals("dose") && dose.micrograms() % rules.resolution().micrograms() != 0) {
      found.add(
          new RowFault(
              row.line(),
              column,
              "not a multiple of the smallest step of a dose (R-18): a doctor decides the amount",
              "không phải bội số của bước liều nhỏ nhất (R-18): bác sĩ quyết định liều"));
    }
  }

  private void length(ImportRow row, List<RowFault> found) {
    long days =
        row.order().days().last().toEpochDay() - row.order().days().first().toEpochDay() + 1;
    if (days < 1) {
      found.add(
          new RowFault(
              row.line(),
              "last_day",
              "before first_day: have the two been swapped?",
              "trước first_day: có đổi nhầm hai ngày không?"));
      return;
    }
    rules
        .lengths()
        .of(row.order().stage())
        .filter(most -> days > most)
        .ifPresent(
            most ->
                found.add(
                    new RowFault(
                        row.line(),
                        "last_day",
                        "%d days; in this phase a prescription lasts %d at most (R-10 to R-12)"
                            .formatted(days, most),
                        "%d ngày; giai đoạn này đơn kéo dài tối đa %d ngày (R-10 đến R-12)"
                            .formatted(days, most))));
  }

  private void days(ImportRow row, List<RowFault> found) {
    if (row.record().admittedOn().isAfter(today)) {
      found.add(later(row, "admitted_on"));
    }
    if (row.lastDose().map(last -> last.day().isAfter(today)).orElse(false)) {
      found.add(later(row, "last_dose_day"));
    }
  }

  private static RowFault later(ImportRow row, String column) {
    return new RowFault(
        row.line(), column, "a day that has not come yet: correct it", "ngày chưa đến: sửa lại");
  }

  /** The day of birth is not in the file: too young for certain. */
  private void age(ImportRow row, List<RowFault> found) {
    if (today.getYear() - row.person().birthYear() < rules.ages().least()) {
      found.add(
          new RowFault(
              row.line(),
              "birth_year",
              "younger than " + rules.ages().least() + " (R-20): nobody so young is in care",
              "chưa đủ " + rules.ages().least() + " tuổi (R-20): không điều trị tại đây"));
    }
  }
}
