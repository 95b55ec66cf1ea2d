package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.care.Registry;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.StoredFinger;
import java.util.List;
import java.util.function.Consumer;

/** Registers people in the middle of the year, each under a number of its own. */
final class Newcomers {

  /** Numbers that are multiples of this have nothing special. */
  private static final int EVERY = 400;

  private final Clinic clinic;
  private int before;

  Newcomers(Clinic clinic) {
    this.clinic = clinic;
  }

  /** The next number; everybody else's is smaller than the first one. */
  int next() {
    return ++before * EVERY;
  }

  /** Somebody from elsewhere, with a finger. */
  void person(Process p, int number, Consumer<Boolean> done) {
    register(p, number, List.of(Register.finger(number)), done);
  }

  /** A record without fingers, of somebody who has one already. */
  void record(Process p, int number, Consumer<Boolean> done) {
    register(p, number, List.of(), done);
  }

  private void register(Process p, int number, List<StoredFinger> fingers, Consumer<Boolean> done) {
    p.registry.register(
        "setup",
        new Registry.NewPatient(
            new Person(Register.FAMILY, Register.given(number), Register.BORN, Bytes.EMPTY),
            fingers,
            List.of(Visit.card(number))),
        clinic
            .errands()
            .heard(
                id -> {
                  clinic.register().add(number, id);
                  done.accept(true);
                },
                no -> done.accept(true),
                done));
  }
}
