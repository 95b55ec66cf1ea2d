package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.care.FollowUps;
import clinic.mmt.dispenser.app.certificate.Certificates;
import clinic.mmt.dispenser.app.door.Arrivals;
import clinic.mmt.dispenser.app.importing.ImportList;
import clinic.mmt.dispenser.app.importing.ImportSigning;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.episode.ContactAttempt;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.queue.Arrival;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the office does about people who come, leave and come back, about lists from a file, and
 * about certificates that have ended.
 */
final class Office {

  private static final long AGAIN_NANOS = 50_000_000L;

  /** Every eighth patient takes a number at the desk. */
  private static final int NUMBER_EVERY = 8;

  private static final int EXTENDED_DAYS = 7;
  private static final int RENEWED_DAYS = 400;

  private final Clinic clinic;

  Office(Clinic clinic) {
    this.clinic = clinic;
  }

  /** Whether this patient takes a number before going to a counter. */
  static boolean takesNumber(int number) {
    return number % NUMBER_EVERY == NUMBER_EVERY - 1;
  }

  /** Somebody comes to the desk; {@code stopped} is told what stops the dose, if anything does. */
  void arrives(Process p, Visit v, Consumer<Optional<Refusal>> stopped) {
    p.arrivals.arrive(
        "desk",
        new Arrivals.Coming(v.patient, Arrival.How.DESK, Optional.empty()),
        answer -> {
          switch (answer) {
            case Answered.Yes<Arrivals.Arrived>(Arrivals.Arrived arrived) ->
                stopped.accept(arrived.stopped());
            case Answered.No<Arrivals.Arrived>(Refusal refusal) -> refused(refusal);
            case Answered.Failed<Arrivals.Arrived> f -> {}
          }
        });
  }

  /** Somebody tries to get in touch with who stays away. */
  void triesToReach(int number) {
    if (clinic.scenario.faults().contains(FaultKind.CONTACT_TRIED)) {
      clinic
          .errands()
          .add(
              (p, done) ->
                  p.followUps.tried(
                      p.session(Staff.PHARMACIST),
                      new FollowUps.Attempt(
                          clinic.patient(number),
                          p.house.calendar().today(),
                          ContactAttempt.How.PHONE,
                          false,
                          ""),
                      clinic
                          .errands()
                          .heard(
                              yes -> {
                                clinic.counts.reached(FaultKind.CONTACT_TRIED);
                                done.accept(true);
                              },
                              no -> done.accept(true),
                              done)));
    }
  }

  /** The patient says goodbye, and a doctor notes it. */
  void leaves(Process p, Visit v) {
    moved(p, v.number, new Movement.Left(Movement.Why.OWN_WISH, ""));
  }

  /** The patient is back, and a doctor takes the person in again. */
  void admits(Process p, int number) {
    moved(p, number, new Movement.Admitted(Movement.Source.VOLUNTARY));
  }

  private void moved(Process p, int number, Movement.Step step) {
    p.movements.note(
        p.session(Staff.DOCTOR),
        clinic.patient(number),
        step,
        p.house.calendar().today(),
        this::told);
  }

  /** The certificate of the doctor is noted as one that ended yesterday. */
  void certificateEnds(Process p) {
    noted(p, p.house.calendar().today().minusDays(1));
  }

  /** The head extends it, or else notes the renewed one; then {@code then}. */
  void certificate(Process p, Runnable then) {
    clinic.counts.reached(FaultKind.CERTIFICATE_ENDED);
    LocalDate today = p.house.calendar().today();
    p.certificates.extend(
        p.session(Staff.HEAD),
        new Certificates.More(
            p.session(Staff.DOCTOR).staff(),
            Role.PRESCRIBER,
            today.plusDays(EXTENDED_DAYS),
            "the new one is under way"),
        answer -> {
          if (answer instanceof Answered.No<LocalDate>(Refusal refusal)) {
            refused(refusal);
            noted(p, today.plusDays(RENEWED_DAYS));
          }
          clinic.time.soon(p.life, then);
        });
  }

  private void noted(Process p, LocalDate until) {
    p.certificates.note(
        p.session(Staff.HEAD),
        new Certificates.New(
            p.session(Staff.DOCTOR).staff(), Role.PRESCRIBER, "invented " + until, until),
        this::told);
  }

  /** A doctor signs every list that waits, when nothing is being written. */
  void signLists(Process p) {
    if (!clinic.quiet()) {
      clinic.time.after(p.life, AGAIN_NANOS, () -> signLists(p));
      return;
    }
    p.importSigning.imports().stream()
        .filter(taken -> taken.signedBy().isEmpty())
        .filter(taken -> !clinic.patientFiles().isRead(taken.id()))
        .forEach(
            taken ->
                p.importSigning.list(
                    p.session(Staff.DOCTOR),
                    taken.id(),
                    answer -> {
                      if (answer instanceof Answered.Yes<ImportList>(ImportList list)) {
                        sign(p, list);
                      }
                    }));
  }

  private void sign(Process p, ImportList list) {
    if (!clinic.quiet()) {
      clinic.time.after(p.life, AGAIN_NANOS, () -> sign(p, list));
      return;
    }
    Session pharmacist = p.session(Staff.PHARMACIST);
    Signature second =
        new Signature(
            pharmacist.staff(),
            pharmacist.roles(),
            list.digest(),
            pharmacist.terminal(),
            p.house.clock().instant());
    p.importSigning.sign(
        p.session(Staff.DOCTOR),
        Optional.of(second),
        new ImportSigning.Asked(list.imported(), list.digest()),
        this::told);
  }

  private <T> void told(Answered<T> answer) {
    if (answer instanceof Answered.No<T>(Refusal refusal)) {
      refused(refusal);
    }
  }

  private void refused(Refusal refusal) {
    clinic.judge.refused(refusal.code(), refusal.liftedBy());
  }
}
