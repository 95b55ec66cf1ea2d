package clinic.mmt.dispenser.main.importing;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.importing.ImportList;
import clinic.mmt.dispenser.app.importing.ImportRow;
import clinic.mmt.dispenser.app.importing.ImportSigning;
import clinic.mmt.dispenser.app.importing.Importing;
import clinic.mmt.dispenser.app.importing.Outliers;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.main.config.ProfileFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/** A clinic on memory that imports invented patients into a people file. */
final class ImportClinic {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  static final Session DOCTOR = session("doctor", Role.PRESCRIBER);
  static final Session NURSE = session("nurse", Role.DISPENSER);
  static final Session PHARMACIST = session("pharmacist", Role.PHARMACIST);

  final UseCases cases;
  final ImportSigning signing;

  ImportClinic(People people) {
    this.cases = new UseCases(people);
    this.signing = new ImportSigning(cases.house);
  }

  private static Session session(String id, Role role) {
    return new Session(new StaffId(id), id, Set.of(role), "terminal");
  }

  static List<Map<Column, String>> lines(int count) {
    return new Invented(TODAY, 9).lines(count);
  }

  static Importing.File file(List<Map<Column, String>> lines) {
    List<ImportRow> rows =
        ImportFile.read(Invented.csv(lines).getBytes(StandardCharsets.UTF_8)).rows();
    var profile = ProfileFile.builtIn("VN-2024");
    return new Importing.File(
        "ab".repeat(32),
        rows,
        new Outliers(profile.rules(), profile.outliers().orElseThrow(), TODAY).of(rows, List.of()));
  }

  Answered<String> apply(List<Map<Column, String>> lines) {
    return apply(lines, written -> {});
  }

  Answered<String> apply(List<Map<Column, String>> lines, IntConsumer progress) {
    return UseCases.ask(reply -> new Importing(cases.house).apply(file(lines), progress, reply));
  }

  ImportList list(String imported) {
    return UseCases.yes(UseCases.<Answered<ImportList>>ask(reply -> signing.list(imported, reply)));
  }

  Answered<String> sign(Session by, ImportList list, Optional<Signature> second) {
    ImportSigning.Asked asked = new ImportSigning.Asked(list.imported(), list.digest());
    return UseCases.ask(reply -> signing.sign(by, second, asked, reply));
  }

  Signature second(Session by, ImportList list) {
    return new Signature(by.staff(), by.roles(), list.digest(), by.terminal(), cases.now.get());
  }
}
