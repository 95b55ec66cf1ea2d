package clinic.mmt.dispenser.app.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.store.PeopleStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may be registered. */
class RegistryTest {

  @TempDir private Path folder = Path.of("");

  /** R-20, in 2026: born in 2014 somebody may be twelve, born in 2015 nobody is. */
  @Test
  void nobodyWhoIsTooYoungForCertainIsRegistered() throws Exception {
    try (PeopleStore people =
        PeopleStore.open(folder.resolve("people.db"), folder.resolve("people.key"))) {
      UseCases use = new UseCases(people);
      assertEquals(Optional.of("too-young"), UseCases.refused(registered(use, 2015)));
      assertEquals(0, use.house.journal().head(), "nothing is written of who was refused");
      assertInstanceOf(Answered.Yes.class, registered(use, 2014));
    }
  }

  private static Answered<PatientId> registered(UseCases use, int birthYear) {
    Person person = new Person("Người", "Bịa", birthYear, Bytes.EMPTY);
    Registry.NewPatient patient =
        new Registry.NewPatient(person, List.of(), List.of("0000000" + birthYear));
    return UseCases.ask(reply -> new Registry(use.house).register("desk", patient, reply));
  }
}
