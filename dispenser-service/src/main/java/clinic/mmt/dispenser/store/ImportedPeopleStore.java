package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.people.ImportedPeople;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.PersonRecord;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** The part of {@link PeopleStore} that imports need, on the same thread. */
final class ImportedPeopleStore implements ImportedPeople {

  private final PeopleStore store;

  ImportedPeopleStore(PeopleStore store) {
    this.store = store;
  }

  @Override
  public void stage(
      String imported,
      List<Newcomer> newcomers,
      IntConsumer progress,
      Consumer<People.Saved> done) {
    store.change(t -> new ImportTables(t).stage(imported, newcomers, progress), done);
  }

  @Override
  public void staged(Consumer<Set<String>> reply) {
    store.query(t -> new ImportTables(t).staged(), Set.of(), reply);
  }

  @Override
  public void keep(String imported, Consumer<People.Saved> done) {
    store.change(t -> new ImportTables(t).keep(imported), done);
  }

  @Override
  public void erase(String imported, Consumer<People.Saved> done) {
    store.change(
        t -> {
          new ImportTables(t).erase(imported);
          if (!t.truncateLog()) {
            throw new SQLException("erased, but its log is in use: erase again");
          }
        },
        done);
  }

  @Override
  public void knownCodes(List<String> codes, Consumer<Set<String>> reply) {
    store.query(t -> new ImportTables(t).knownCodes(codes), Set.of(), reply);
  }

  @Override
  public void everybody(Consumer<List<Person>> reply) {
    store.query(t -> new ImportTables(t).everybody(), List.of(), reply);
  }

  @Override
  public void names(List<PatientId> patients, Consumer<Map<PatientId, Person>> reply) {
    store.query(t -> new ImportTables(t).names(patients), Map.of(), reply);
  }

  @Override
  public void record(PatientId patient, Consumer<Optional<PersonRecord>> reply) {
    store.query(t -> new ImportTables(t).record(patient), Optional.empty(), reply);
  }
}
