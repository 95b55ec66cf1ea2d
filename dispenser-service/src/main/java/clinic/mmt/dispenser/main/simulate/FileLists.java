package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.importing.ImportList;
import clinic.mmt.dispenser.app.importing.ImportSigning;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The lists of files: a doctor reads every line, strikes what is wrong, and signs exactly what is
 * left, as it was printed.
 */
final class FileLists {

  private static final int BY_ANOTHER_PERMILLE = 400;
  private static final int OLD_PERMILLE = 700;

  private final Clinic clinic;

  FileLists(Clinic clinic) {
    this.clinic = clinic;
  }

  /** The day after a file was taken in. */
  void sign(PatientFiles.Taken taken) {
    if (clinic.happens(taken.dice, FaultKind.FILE_SIGNED_BY_ANOTHER, BY_ANOTHER_PERMILLE)) {
      clinic.errands().add((p, done) -> byAnother(p, taken, done));
    }
    clinic.errands().add((p, done) -> printed(p, taken, done));
    boolean any = false;
    for (PatientFile.Line line : taken.file.lines()) {
      if (PatientFile.Flaw.ODD.contains(line.flaw())) {
        any = true;
        clinic.errands().add((p, done) -> strike(p, line, done));
      }
    }
    if (any && clinic.happens(taken.dice, FaultKind.FILE_LIST_OLD, OLD_PERMILLE)) {
      clinic.errands().add((p, done) -> old(p, taken, done));
    }
    clinic
        .errands()
        .add((p, done) -> list(p, taken, done, list -> sign(p, list, Staff.DOCTOR, done)));
    for (PatientFile.Line line : taken.file.lines()) {
      if (line.flaw() == PatientFile.Flaw.TENFOLD) {
        clinic
            .errands()
            .add(
                (p, done) ->
                    clinic.register().prescribe(p, line.number(), 0, () -> done.accept(true)));
      }
    }
  }

  /** Lists are looked at while nothing is being written. */
  private void list(
      Process p, PatientFiles.Taken taken, Consumer<Boolean> done, Consumer<ImportList> then) {
    if (!clinic.quiet()) {
      done.accept(false);
      return;
    }
    p.importSigning.list(
        p.session(Staff.DOCTOR),
        taken.imported.orElse(""),
        clinic.errands().heard(then, no -> done.accept(true), done));
  }

  private void printed(Process p, PatientFiles.Taken taken, Consumer<Boolean> done) {
    list(
        p,
        taken,
        done,
        list -> {
          taken.printed = taken.printed.or(() -> Optional.of(list.digest()));
          done.accept(true);
        });
  }

  private void byAnother(Process p, PatientFiles.Taken taken, Consumer<Boolean> done) {
    list(
        p,
        taken,
        done,
        list ->
            sign(
                p,
                Staff.PHARMACIST,
                new ImportSigning.Asked(list.imported(), list.digest()),
                refusal -> {
                  count(refusal, "not-your-function", FaultKind.FILE_SIGNED_BY_ANOTHER);
                  done.accept(true);
                },
                done));
  }

  /** The list as it was before a line was struck. */
  private void old(Process p, PatientFiles.Taken taken, Consumer<Boolean> done) {
    if (!clinic.quiet()) {
      done.accept(false);
      return;
    }
    sign(
        p,
        Staff.DOCTOR,
        new ImportSigning.Asked(taken.imported.orElse(""), taken.printed.orElse("")),
        refusal -> {
          count(refusal, "list-changed", FaultKind.FILE_LIST_OLD);
          done.accept(true);
        },
        done);
  }

  private void count(Refusal refusal, String code, FaultKind kind) {
    if (refusal.code().equals(code)) {
      clinic.counts.reached(kind);
    }
  }

  private void strike(Process p, PatientFile.Line line, Consumer<Boolean> done) {
    p.importSigning.strike(
        p.session(Staff.DOCTOR),
        clinic.patient(line.number()),
        "is wrong",
        clinic
            .errands()
            .heard(
                yes -> {
                  clinic.counts.reached(FaultKind.FILE_LINE_STRUCK);
                  done.accept(true);
                },
                no -> done.accept(true),
                done));
  }

  /** What is left is right: an answer that got lost is asked for again, and nothing waits then. */
  private void sign(Process p, ImportList list, Staff by, Consumer<Boolean> done) {
    if (list.rows().isEmpty()) {
      done.accept(true);
      return;
    }
    sign(
        p,
        by,
        new ImportSigning.Asked(list.imported(), list.digest()),
        refusal -> {
          switch (refusal.code()) {
            case "certificate-expired" -> clinic.office().certificate(p, () -> done.accept(false));
            case "no-such-import" -> done.accept(true);
            default ->
                clinic.judge.stuck("", "a list that was read is not signed: " + refusal.code());
          }
        },
        done);
  }

  private void sign(
      Process p,
      Staff by,
      ImportSigning.Asked asked,
      Consumer<Refusal> no,
      Consumer<Boolean> done) {
    Session pharmacist = p.session(Staff.PHARMACIST);
    Signature second =
        new Signature(
            pharmacist.staff(),
            pharmacist.roles(),
            asked.digest(),
            pharmacist.terminal(),
            p.house.clock().instant());
    p.importSigning.sign(
        p.session(by),
        Optional.of(second),
        asked,
        clinic.errands().heard(yes -> done.accept(true), no, done));
  }
}
