package clinic.mmt.dispenser.app.day;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.day.DayNo;
import clinic.mmt.dispenser.domain.staff.Role;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Which functions may do what in the day of the stock, and how it is asked and refused. */
final class DayRights {

  /** Physical facts: look, weigh, count. */
  static final Set<Role> COUNTS = Set.of(Role.DISPENSER, Role.PHARMACIST, Role.STORE_KEEPER);

  /** Answers for a station. */
  static final Set<Role> KEEPS = Set.of(Role.DISPENSER, Role.PHARMACIST);

  static final Set<Role> CLOSES =
      Set.of(Role.DISPENSER, Role.PHARMACIST, Role.STORE_KEEPER, Role.PRESCRIBER, Role.HEAD);

  static final Set<Role> ADJUSTS = Set.of(Role.PHARMACIST, Role.HEAD);

  /** Patients are on it. */
  static final Set<Role> READS_LIST =
      Set.of(Role.DISPENSER, Role.PHARMACIST, Role.PRESCRIBER, Role.HEAD);

  private DayRights() {}

  static <T> Decision<T> no(DayNo no) {
    return Decision.refuse(Refusal.of(no));
  }

  /** Decides inside a transaction, in the name of who is signed in. */
  static <T> void act(
      House house, Session by, Function<Reads, Decision<T>> decide, Consumer<Answered<T>> reply) {
    house
        .journal()
        .transact(
            new Transaction<T>(by.staff().value(), house.clock().instant(), decide::apply),
            outcome -> reply.accept(Answered.of(outcome)));
  }
}
