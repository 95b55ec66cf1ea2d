package clinic.mmt.dispenser.main.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.importing.ImportList;
import clinic.mmt.dispenser.app.importing.Importing;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.PersonRecord;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.store.PeopleStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People file and ledger agree whatever happens between them. */
class ImportingTest {

  @TempDir private Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private PeopleStore people;

  @SuppressWarnings("NullAway.Init")
  private ImportClinic clinic;

  @BeforeEach
  void open() throws Exception {
    people = PeopleStore.open(folder.resolve("people.db"), folder.resolve("people.key"));
    clinic = new ImportClinic(people);
  }

  @AfterEach
  void close() {
    people.close();
  }

  private static <T> T ask(Consumer<Consumer<T>> question) {
    return UseCases.ask(question);
  }

  private Optional<PatientId> holder(Map<Column, String> line) {
    return ask(reply -> people.byToken(line.getOrDefault(Column.CODE, ""), reply));
  }

  private Set<String> staged() {
    return ask(people.imports()::staged);
  }

  @Test
  void everythingOfALineIsKeptAndNothingOfItIsReadable() throws Exception {
    List<Map<Column, String>> lines = ImportClinic.lines(2);
    ImportList list = clinic.list(UseCases.yes(clinic.apply(lines)));
    PatientId patient = list.rows().getFirst().order().patient();
    assertEquals(Optional.of(patient), holder(lines.getFirst()));
    Optional<Person> person = ask(reply -> people.person(patient, reply));
    assertEquals(lines.getFirst().get(Column.GIVEN_NAME), person.orElseThrow().givenName());
    Optional<PersonRecord> record = ask(reply -> people.imports().record(patient, reply));
    assertEquals(
        Optional.of(
            new PersonRecord("female", "00000017", ImportClinic.TODAY.minusDays(400), "voluntary")),
        record);
    var journal = clinic.cases.house.journal();
    assertEquals(Optional.of(1960), journal.look(reads -> reads.traits(patient).birthYear()));
    var last = journal.look(reads -> reads.outside(patient, LocalDate.of(2026, 1, 1))).getFirst();
    assertEquals("phòng khám 000", last.confirmation().by());
    assertEquals(Set.of(), staged());
    StringBuilder bytes = new StringBuilder();
    for (String file : List.of("people.db", "people.db-wal")) {
      bytes.append(Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1));
    }
    assertTrue(bytes.indexOf(patient.value()) >= 0, "the control: the opaque id is there");
    for (String secret : List.of("00000017", "voluntary", "000D0000")) {
      assertTrue(bytes.indexOf(secret) < 0, secret);
    }
  }

  /** The ledger fails: nobody is left behind, and the same file can be taken in again. */
  @Test
  void whenTheLedgerCannotBeWrittenNobodyIsKept() {
    List<Map<Column, String>> lines = ImportClinic.lines(20);
    clinic.cases.house.journal().close();
    assertInstanceOf(Answered.Failed.class, clinic.apply(lines));
    ImportClinic next = new ImportClinic(people);
    assertEquals(1, staged().size(), "the control: as a crash leaves it");
    assertTrue(holder(lines.getFirst()).isPresent());
    Answered<Set<String>> settled = ask(new Importing(next.cases.house)::settle);
    assertEquals(1, UseCases.yes(settled).size());
    assertEquals(Optional.empty(), holder(lines.getFirst()));
    assertEquals(Set.of(), staged());
    UseCases.yes(next.apply(lines));
    assertTrue(holder(lines.getFirst()).isPresent());
  }

  /** A crash after the ledger has it and before the persons are marked as kept. */
  @Test
  void whatTheLedgerHasIsKept() {
    List<Map<Column, String>> lines = ImportClinic.lines(3);
    String imported = UseCases.yes(clinic.apply(lines));
    List<PatientId> patients =
        clinic.list(imported).rows().stream().map(row -> row.order().patient()).toList();
    patients.forEach(p -> erase(p)); // Written anew below, as if never marked as kept.
    People.Saved staged =
        ask(
            reply ->
                people
                    .imports()
                    .stage(imported, List.of(newcomer(patients.getFirst())), written -> {}, reply));
    assertEquals(new People.Saved.Done(), staged);
    Answered<Set<String>> settled = ask(new Importing(clinic.cases.house)::settle);
    assertEquals(Set.of(), UseCases.yes(settled));
    Optional<Person> person = ask(reply -> people.person(patients.getFirst(), reply));
    assertTrue(person.isPresent());
    assertEquals(Set.of(), staged());
  }

  private void erase(PatientId patient) {
    People.Saved erased = ask(reply -> people.erase(patient, reply));
    assertEquals(new People.Saved.Done(), erased);
  }

  private static clinic.mmt.dispenser.app.people.ImportedPeople.Newcomer newcomer(PatientId id) {
    var row = ImportClinic.file(ImportClinic.lines(1)).rows().getFirst();
    return new clinic.mmt.dispenser.app.people.ImportedPeople.Newcomer(
        id, row.person(), Optional.of(row.record()), List.of(row.code()));
  }

  @Test
  void oneCodeThatIsTakenKeepsEverybodyOut() {
    List<Map<Column, String>> first = ImportClinic.lines(1);
    UseCases.yes(clinic.apply(first));
    long head = clinic.cases.house.journal().head();
    List<Map<Column, String>> second = ImportClinic.lines(5);
    assertInstanceOf(Answered.Failed.class, clinic.apply(second));
    assertEquals(head, clinic.cases.house.journal().head());
    assertEquals(Optional.empty(), holder(second.get(4)));
    Set<String> known =
        ask(reply -> people.imports().knownCodes(List.of("000D000000", "x"), reply));
    assertEquals(Set.of("000D000000"), known);
  }
}
