package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Names for a page: they come from the other file, one person after the other. */
final class PeopleNames {

  private PeopleNames() {}

  /** Answers once, when all were asked for; who is not there is not among them. */
  static void of(
      People people, Collection<PatientId> patients, Consumer<Map<PatientId, Person>> reply) {
    Set<PatientId> asked = Set.copyOf(patients);
    Map<PatientId, Person> found = new ConcurrentHashMap<>();
    AtomicInteger open = new AtomicInteger(asked.size() + 1);
    Runnable one =
        () -> {
          if (open.decrementAndGet() == 0) {
            reply.accept(found);
          }
        };
    asked.forEach(
        patient ->
            people.person(
                patient,
                person -> {
                  person.ifPresent(p -> found.put(patient, p));
                  one.run();
                }));
    one.run();
  }
}
