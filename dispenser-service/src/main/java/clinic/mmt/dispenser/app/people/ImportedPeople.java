package clinic.mmt.dispenser.app.people;

import clinic.mmt.dispenser.domain.patient.PatientId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * The part of the people file that imports need. Persons of an import are written first, all or
 * none, under the import's id; when the journal has the import they are kept, else they are erased.
 */
public interface ImportedPeople {

  /**
   * A person of an import, with the codes that the clinic knows the person by.
   *
   * @param record empty where another site keeps the file
   */
  record Newcomer(
      PatientId patient, Person person, Optional<PersonRecord> record, List<String> codes) {

    /** Copies the list. */
    public Newcomer {
      codes = List.copyOf(codes);
    }

    @Override
    public String toString() {
      return "•••";
    }
  }

  /** Writes all newcomers, or none; {@code progress} is told how many are written so far. */
  void stage(
      String imported, List<Newcomer> newcomers, IntConsumer progress, Consumer<People.Saved> done);

  /** Imports whose persons are written and neither kept nor erased. */
  void staged(Consumer<Set<String>> reply);

  /** The journal has this import: its persons stay. */
  void keep(String imported, Consumer<People.Saved> done);

  /** The journal does not have this import: its persons are erased. */
  void erase(String imported, Consumer<People.Saved> done);

  /** Which of these codes are known already. */
  void knownCodes(List<String> codes, Consumer<Set<String>> reply);

  /** Names of everybody; without photos. */
  void everybody(Consumer<List<Person>> reply);

  /** Names of these patients, as far as they are there; without photos. */
  void names(List<PatientId> patients, Consumer<Map<PatientId, Person>> reply);

  /** What was recorded of a person at admission. */
  void record(PatientId patient, Consumer<Optional<PersonRecord>> reply);
}
