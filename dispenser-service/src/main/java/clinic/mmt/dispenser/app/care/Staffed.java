package clinic.mmt.dispenser.app.care;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.Role;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Acts of staff beside the dose: whose function each is, and of whom. */
final class Staffed {

  private Staffed() {}

  /** Decides inside a transaction in the name of {@code by}. */
  static <T> void act(
      House house, Session by, Function<Reads, Decision<T>> decide, Consumer<Answered<T>> reply) {
    house
        .journal()
        .transact(
            new Transaction<T>(by.staff().value(), house.clock().instant(), decide::apply),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  /** Whose function this is not. */
  static Optional<Refusal> stranger(Session by, Set<Role> any) {
    return by.roles().stream().anyMatch(any::contains)
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                "not-your-function",
                "",
                "Your functions do not include this.",
                "one of " + any.stream().map(Role::name).sorted().toList()));
  }

  /** Nobody is noted anything about who is not registered. */
  static Optional<Refusal> unknown(Reads reads, PatientId patient) {
    return reads.registered(patient)
        ? Optional.empty()
        : Optional.of(
            Refusal.of("not-registered", "", "There is no such patient.", "register the patient"));
  }

  /** What is noted has happened. */
  static Refusal toCome() {
    return Refusal.of(
            "day-to-come", "", "That day is still to come.", "note it on the day it happens")
        .vietnamese("Ngày này chưa đến.", "ghi vào đúng ngày");
  }
}
