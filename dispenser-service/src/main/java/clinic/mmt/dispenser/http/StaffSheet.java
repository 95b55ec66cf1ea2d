package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.people.StaffAccount;
import clinic.mmt.dispenser.app.report.Reports;
import clinic.mmt.dispenser.domain.staff.Certificate;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.sheet.Sheet;
import clinic.mmt.dispenser.sheet.Sheet.Cell;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who works here, with functions and certificates: the ids that stand in the other
 * sheets have their names here and nowhere else.
 */
final class StaffSheet {

  private final SheetText text;
  private final String clinic;

  StaffSheet(SheetText text, String clinic) {
    this.text = text;
    this.clinic = clinic;
  }

  Sheet of(List<StaffAccount> accounts, List<Reports.Employed> employed) {
    return text.sheet(
        text.word("Danh sách nhân viên", "List of the staff"),
        List.of(clinic),
        List.of(
            new Sheet.Table(
                "",
                List.of(
                    text.column("Mã", "Id", 16),
                    text.column("Họ tên", "Name", 26),
                    text.column("Chức năng", "Functions", 30),
                    text.column("Chứng chỉ, đến ngày", "Certificate, until", 30)),
                employed.stream()
                    .sorted(Comparator.comparing(e -> e.staff().value()))
                    .map(e -> row(e, name(accounts, e.staff())))
                    .toList())),
        List.of(),
        new SheetText.Foot(
            List.of(text.word("Người đứng đầu cơ sở", "Head of the site")), Optional.empty()));
  }

  private static String name(List<StaffAccount> accounts, StaffId staff) {
    return accounts.stream()
        .filter(a -> a.staff().equals(staff))
        .map(StaffAccount::displayName)
        .findFirst()
        .orElse("-");
  }

  private List<Cell> row(Reports.Employed employed, String name) {
    return List.of(
        Cell.of(employed.staff().value()),
        Cell.of(name),
        Cell.of(
            employed.roles().stream().sorted().map(this::word).collect(Collectors.joining(", "))),
        Cell.of(
            employed.certificates().stream()
                .map(this::certificate)
                .collect(Collectors.joining("; "))));
  }

  private String certificate(Certificate c) {
    return c.label() + ", " + text.day(c.lastDay());
  }

  private String word(Role role) {
    return switch (role) {
      case DISPENSER -> text.word("cấp phát", "dispenser");
      case PHARMACIST -> text.word("dược sĩ", "pharmacist");
      case STORE_KEEPER -> text.word("thủ kho", "store keeper");
      case PRESCRIBER -> text.word("bác sĩ", "doctor");
      case HEAD -> text.word("người đứng đầu", "head");
      case ADMINISTRATOR -> text.word("quản trị", "administrator");
    };
  }
}
