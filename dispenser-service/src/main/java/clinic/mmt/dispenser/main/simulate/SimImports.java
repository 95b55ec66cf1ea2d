package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.people.ImportedPeople;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.PersonRecord;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.judge.Judge;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** People of imports in memory: written first, then kept or erased. */
final class SimImports {

  private static final String PACK = "order-pack-";

  private final Map<PatientId, Person> persons;
  private final Map<String, PatientId> cards;
  private final Map<String, List<ImportedPeople.Newcomer>> staged = new HashMap<>();
  private final Map<PatientId, PersonRecord> records = new HashMap<>();

  private final Judge judge;

  /** The judge is told of which imports people are in the file. */
  SimImports(Map<PatientId, Person> persons, Map<String, PatientId> cards, Judge judge) {
    this.persons = persons;
    this.cards = cards;
    this.judge = judge;
  }

  /** People of order packs are staged in the same way, and are another matter. */
  private void tell(String imported, boolean there) {
    if (!imported.startsWith(PACK)) {
      judge.office().peopleOfImport(imported, there);
    }
  }

  /** The port as one process has it: answers come on its own executor. */
  ImportedPeople forProcess(Executor queue) {
    return new Port(queue);
  }

  private final class Port implements ImportedPeople {

    private final Executor queue;

    Port(Executor queue) {
      this.queue = queue;
    }

    private <T> void answer(Consumer<T> to, T what) {
      queue.execute(() -> to.accept(what));
    }

    @Override
    public void stage(
        String imported,
        List<Newcomer> newcomers,
        IntConsumer progress,
        Consumer<People.Saved> done) {
      newcomers.forEach(
          one -> {
            persons.put(one.patient(), one.person());
            one.record().ifPresent(record -> records.put(one.patient(), record));
            one.codes().forEach(code -> cards.put(code, one.patient()));
          });
      staged.put(imported, newcomers);
      tell(imported, true);
      answer(done, new People.Saved.Done());
    }

    @Override
    public void staged(Consumer<Set<String>> reply) {
      answer(reply, new TreeSet<>(staged.keySet()));
    }

    @Override
    public void keep(String imported, Consumer<People.Saved> done) {
      staged.remove(imported);
      answer(done, new People.Saved.Done());
    }

    @Override
    public void erase(String imported, Consumer<People.Saved> done) {
      tell(imported, false);
      Optional.ofNullable(staged.remove(imported)).stream()
          .flatMap(List::stream)
          .forEach(
              one -> {
                persons.remove(one.patient());
                records.remove(one.patient());
                cards.values().removeIf(one.patient()::equals);
              });
      answer(done, new People.Saved.Done());
    }

    @Override
    public void knownCodes(List<String> codes, Consumer<Set<String>> reply) {
      Set<String> known = new HashSet<>(codes);
      known.retainAll(cards.keySet());
      answer(reply, known);
    }

    @Override
    public void everybody(Consumer<List<Person>> reply) {
      answer(reply, List.copyOf(persons.values()));
    }

    @Override
    public void names(List<PatientId> patients, Consumer<Map<PatientId, Person>> reply) {
      // In the order that was asked in: another order in every process would be no replay.
      Map<PatientId, Person> named = new LinkedHashMap<>();
      patients.forEach(
          p -> Optional.ofNullable(persons.get(p)).ifPresent(person -> named.put(p, person)));
      answer(reply, named);
    }

    @Override
    public void record(PatientId patient, Consumer<Optional<PersonRecord>> reply) {
      answer(reply, Optional.ofNullable(records.get(patient)));
    }
  }
}
