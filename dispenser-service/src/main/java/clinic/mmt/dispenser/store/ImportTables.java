package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.people.ImportedPeople.Newcomer;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.PersonRecord;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/** What imports do in the people file; confined to the thread of {@link PeopleStore}. */
final class ImportTables {

  private static final int TELL_EVERY = 100;

  private final PeopleTables people;
  private final Db db;

  ImportTables(PeopleTables people) {
    this.people = people;
    this.db = people.db();
  }

  void stage(String imported, List<Newcomer> newcomers, IntConsumer progress) throws SQLException {
    db.exec("BEGIN IMMEDIATE");
    int written = 0;
    for (Newcomer one : newcomers) {
      people.insert(one.patient(), one.person(), List.of(), one.codes());
      if (one.record().isPresent()) {
        people.record(one.patient(), one.record().get());
      }
      db.update("INSERT INTO staged VALUES (?, ?)", imported, one.patient().value());
      written++;
      if (written % TELL_EVERY == 0) {
        progress.accept(written);
      }
    }
    db.exec("COMMIT");
  }

  Set<String> staged() throws SQLException {
    return Set.copyOf(db.list("SELECT DISTINCT import FROM staged", row -> row.getString(1)));
  }

  void keep(String imported) throws SQLException {
    db.update("DELETE FROM staged WHERE import = ?", imported);
  }

  /** Deletes keys and rows of everybody of an import; complete once the log is truncated. */
  void erase(String imported) throws SQLException {
    db.exec("BEGIN IMMEDIATE");
    for (String table : PeopleTables.OF_A_PERSON) {
      db.update(
          "DELETE FROM "
              + table
              + " WHERE patient IN (SELECT patient FROM staged WHERE import = ?)",
          imported);
    }
    keep(imported);
    db.exec("COMMIT");
  }

  Set<String> knownCodes(List<String> codes) throws SQLException {
    Set<String> known = new HashSet<>();
    for (String code : codes) {
      if (people.byToken(code).isPresent()) {
        known.add(code);
      }
    }
    return Set.copyOf(known);
  }

  List<Person> everybody() throws SQLException {
    List<PatientId> all =
        db.list("SELECT patient FROM person_key", row -> new PatientId(row.getString(1)));
    return new ArrayList<>(names(all).values());
  }

  Map<PatientId, Person> names(List<PatientId> patients) throws SQLException {
    Map<PatientId, Person> found = new HashMap<>();
    for (PatientId patient : patients) {
      people.named(patient).ifPresent(person -> found.put(patient, person));
    }
    return Map.copyOf(found);
  }

  Optional<PersonRecord> record(PatientId patient) throws SQLException {
    return people.record(patient);
  }
}
