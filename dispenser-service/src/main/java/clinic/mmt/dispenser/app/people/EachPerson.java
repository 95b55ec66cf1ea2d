package clinic.mmt.dispenser.app.people;

import clinic.mmt.dispenser.domain.patient.PatientId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Many persons out of the people file, for one look; nothing of it is kept. */
public final class EachPerson {

  private EachPerson() {}

  /**
   * One after the other: whoever else asks the people file is not kept waiting. Answers once, on
   * the people file's thread; who is not there is not among them.
   */
  public static void of(
      People people, List<PatientId> patients, Consumer<Map<PatientId, Person>> reply) {
    read(people, List.copyOf(patients), 0, new HashMap<>(), reply);
  }

  private static void read(
      People people,
      List<PatientId> all,
      int at,
      Map<PatientId, Person> found,
      Consumer<Map<PatientId, Person>> reply) {
    if (at == all.size()) {
      reply.accept(found);
      return;
    }
    PatientId next = all.get(at);
    people.person(
        next,
        person -> {
          person.ifPresent(p -> found.put(next, p));
          read(people, all, at + 1, found, reply);
        });
  }
}
