package clinic.mmt.dispenser.app.identity;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.people.StaffAccount;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.identity.Enrolment;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Enrolments that are on record, for who enrols. */
public final class EnrolmentPages {

  private final House house;

  /** For one clinic. */
  public EnrolmentPages(House house) {
    this.house = house;
  }

  /** A patient's latest enrolment; empty when there is none. */
  public void latest(Session by, PatientId patient, Consumer<Answered<Optional<Enrolment>>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads ->
                    may(by)
                        ? Decision.accept(List.of(), reads.identity().latestEnrolment(patient))
                        : Decision.<Optional<Enrolment>>refuse(Refusals.notYours(Enrolments.MAY))),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private static boolean may(Session by) {
    return by.roles().stream().anyMatch(Enrolments.MAY::contains);
  }

  /** An enrolment with all that its page shows. */
  private record Looked(Enrolment enrolment, boolean latest) {}

  /** What the look-back page of an enrolment shows. */
  public void of(Session by, String id, Consumer<Answered<LookBackPage.Of>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads -> {
                  if (!may(by)) {
                    return Decision.<Looked>refuse(Refusals.notYours(Enrolments.MAY));
                  }
                  Optional<Enrolment> found = reads.identity().enrolment(id);
                  return found.isEmpty()
                      ? Decision.<Looked>refuse(EnrolRefusals.noDraft())
                      : Decision.accept(
                          List.of(),
                          new Looked(
                              found.get(),
                              reads
                                  .identity()
                                  .latestEnrolment(found.get().patient())
                                  .equals(found)));
                }),
            outcome -> Enrolments.on(Answered.of(outcome), reply, looked -> named(looked, reply)));
  }

  private void named(Looked looked, Consumer<Answered<LookBackPage.Of>> reply) {
    house
        .people()
        .person(
            looked.enrolment().patient(),
            person ->
                house
                    .people()
                    .staff(
                        staff ->
                            reply.accept(
                                new Answered.Yes<>(
                                    new LookBackPage.Of(
                                        looked.enrolment(),
                                        person,
                                        looked.latest(),
                                        names(staff))))));
  }

  private static Map<StaffId, String> names(List<StaffAccount> staff) {
    return staff.stream().collect(Collectors.toMap(StaffAccount::staff, StaffAccount::displayName));
  }
}
