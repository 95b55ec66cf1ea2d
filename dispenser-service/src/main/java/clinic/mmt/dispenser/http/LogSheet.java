package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.report.DispensingLog;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.Weighing;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.sheet.Sheet;
import clinic.mmt.dispenser.sheet.Sheet.Cell;
import clinic.mmt.quantity.Volume;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dispensing log of a day with every field of 21 CFR 1304.24. */
final class LogSheet {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final SheetText text;
  private final Map<PatientId, Person> people;
  private final ZoneId zone;

  LogSheet(SheetText text, Map<PatientId, Person> people, ZoneId zone) {
    this.text = text;
    this.people = people;
    this.zone = zone;
  }

  Sheet of(DispensingLog log, String clinic) {
    List<List<Cell>> rows = new ArrayList<>();
    long micrograms = 0;
    for (DispensingLog.Line line : log.lines()) {
      rows.add(row(rows.size() + 1, line));
      micrograms += line.state().dose().order().map(o -> o.dose().micrograms()).orElse(0L);
    }
    return text.sheet(
        text.word("Sổ cấp phát trong ngày", "Dispensing log of the day"),
        List.of(clinic, text.word("Ngày ", "Day ") + text.day(log.day())),
        List.of(
            new Sheet.Table(
                "",
                List.of(
                    text.column("TT", "No.", 5),
                    text.column("Giờ", "Time", 6),
                    text.column("Người bệnh, năm sinh", "Patient, year of birth", 24),
                    text.column("Thuốc, dạng", "Substance, form", 22),
                    text.column("Nồng độ", "Strength", 10),
                    text.column("Liều (mg)", "Dose (mg)", 10),
                    text.column("Đã rót (mL)", "Poured (mL)", 10),
                    text.column("Uống tại chỗ", "Consumed", 16),
                    text.column("Người cấp phát", "Dispenser", 14),
                    text.column("Ký", "Initials", 10)),
                rows)),
        List.of(
            text.word("Tổng số liều: ", "Doses in all: ")
                + rows.size()
                + text.word("; tổng mg theo y lệnh: ", "; mg as ordered: ")
                + micrograms / 1000
                + text.word(
                    ". Thuốc mang về ghi ở phiếu giao thuốc mang về.",
                    ". Doses to take home are on their hand-over forms.")),
        new SheetText.Foot(
            List.of(text.word("Người cấp phát", "Dispenser"), text.word("Dược sĩ", "Pharmacist")),
            Optional.empty()));
  }

  private List<Cell> row(int number, DispensingLog.Line line) {
    Dose dose = line.state().dose();
    return List.of(
        Cell.of(number),
        Cell.of(dose.endedAt().or(dose::handedOverAt).map(this::time).orElse("")),
        Cell.of(Optional.ofNullable(people.get(dose.patient())).map(LogSheet::person).orElse("?")),
        Cell.of(text.word("Methadon HCl, dung dịch uống", "methadone HCl, oral solution")),
        Cell.of(line.strength().map(SheetText::strength).orElse("")),
        dose.order()
            .map(Order::dose)
            .map(mass -> Cell.thousandths(mass.micrograms()))
            .orElse(Cell.NONE),
        Cell.thousandths(poured(dose).microlitres()),
        Cell.of(taken(line.state().phase())),
        Cell.of(dose.observedBy().or(dose::pouredBy).map(StaffId::value).orElse("")),
        Cell.NONE);
  }

  private static Volume poured(Dose dose) {
    return dose.weighing()
        .filter(Weighing::confirmed)
        .map(Weighing::volume)
        .orElseGet(dose::expected);
  }

  private static String person(Person person) {
    return person.familyName() + " " + person.givenName() + ", " + person.birthYear();
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }

  private String taken(Phase phase) {
    return switch (phase) {
      case CONSUMED -> text.word("uống hết", "all of it");
      case PARTLY_TAKEN -> text.word("một phần", "part of it");
      case SPILLED -> text.word("đổ một phần", "spilled");
      case TAKEN_AWAY -> text.word("mang đi, không thấy uống", "taken away, not seen");
      case UNCERTAIN -> text.word("không rõ", "not known");
      case HANDED_OVER -> text.word("đã trao cốc", "handed over");
      case REVIEWING,
          REFERRED,
          WAITING,
          LEFT_BEFORE_POUR,
          ARMED,
          VOIDED,
          STARTING,
          POURING,
          STOPPED,
          SETTLING,
          TOP_UP,
          DISCREPANCY,
          MEASURED,
          HELD,
          REFUSED,
          DISCARDED,
          OUTCOME_UNKNOWN ->
          text.word("chưa uống", "not taken");
    };
  }
}
